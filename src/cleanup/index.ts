export { cleanUp } from './cleanUp'
