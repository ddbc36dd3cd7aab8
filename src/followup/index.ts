export { followUp as run } from './followUp'
