export { contentSecurityPolicy } from './contentSecurityPolicy'
export { PolicyError } from './PolicyError'
export { serverRules } from './serverRules'
export type { PolicyOptions, ServerKind, ServerRules } from './types'
