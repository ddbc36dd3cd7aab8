export { followUp } from './followUp'
