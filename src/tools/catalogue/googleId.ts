import type { KnownService } from '../../catalogue/known/types'
import { knownService } from './knownService'

/** Google's ids tell by their beginning what they are of. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  G: 'ga4',
  UA: 'ua',
  AW: 'google-ads',
  DC: 'google-ads',
  GTM: 'gtm',
}

/** `G-ABC123`, `UA-12345-1`, `AW-12345`, `GTM-ABC123`, in quotes or in an address: »G-SHOCK« of a shop is none. */
export const GOOGLE_ID = /(?<=['"=])(?:G|UA|AW|DC|GTM)-[A-Z0-9][A-Z0-9-]{2,20}(?![\w-])/g

/** @param id as Google gives it: `G-ABC123` */
export const serviceOfGoogleId = (id: string): KnownService | undefined => {
  const beginning = id.slice(0, Math.max(id.indexOf('-'), 0))
  return knownService(Object.hasOwn(BEGINNINGS, beginning) ? BEGINNINGS[beginning]! : '')
}
