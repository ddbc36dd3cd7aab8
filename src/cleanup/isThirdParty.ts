import type { CookieRecord } from '../core/inventory/types'

/** Records in a provider's own storage are out of reach; one of the same name on this site is somebody else's. */
export const isThirdParty = ({ party, domain = '' }: CookieRecord): boolean =>
  party === 'third' || (!!domain && !`.${location.hostname}`.endsWith(`.${domain.replace(/^\./, '')}`))
