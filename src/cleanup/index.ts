export { cleanUp } from './cleanUp'
export { keepOne } from './keepOne'
