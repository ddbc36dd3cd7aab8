export { handOver as run } from './handOver'
