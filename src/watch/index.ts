export { watchPage as run } from './watchPage'
