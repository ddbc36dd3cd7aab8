export { translate } from './translate'
