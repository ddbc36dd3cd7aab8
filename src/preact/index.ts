export { useConsent } from './useConsent'
export { Consented, type ConsentedProps } from './Consented'
export { Declaration, type DeclarationProps } from './Declaration'
export type { LiveConsent } from '../frameworks/liveConsent'
