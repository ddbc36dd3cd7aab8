export { updateElements } from './updateElements'
