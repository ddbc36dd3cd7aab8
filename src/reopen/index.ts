export { placeReopen } from './placeReopen'
