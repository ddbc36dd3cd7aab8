export { sayUnasked as run } from './sayUnasked'
