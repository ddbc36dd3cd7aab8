export { useConsent } from './useConsent'
export { Consented } from './Consented'
export { Declaration } from './Declaration'
export type { LiveConsent } from '../frameworks/liveConsent'
