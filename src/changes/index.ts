export { knownToken } from './knownToken'
export { newSince } from './newSince'
