export { placeReopen as run } from './placeReopen'
