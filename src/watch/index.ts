export { watchPage as update } from './watchPage'
