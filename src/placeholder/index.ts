export { standIn } from './standIn'
