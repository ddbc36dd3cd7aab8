export { translate as update } from './translate'
