export { complain as run } from './complain'
