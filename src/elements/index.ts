export { updateElements as run } from './updateElements'
