export { translate as run } from './translate'
