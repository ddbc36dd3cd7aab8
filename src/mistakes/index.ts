export { complain } from './complain'
