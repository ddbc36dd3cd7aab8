export { updateElements as update } from './updateElements'
