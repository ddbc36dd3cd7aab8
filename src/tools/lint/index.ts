export type { Finding, Fix, Severity } from './finding'
export { lintPolicy } from './lintPolicy'
export { policyText } from './policyText'
