import type { Consent } from '../core/consent/types'

/**
 * What runs on this page, whoever started it: the script tag or `start()`. `undefined` on a server, and before that.
 * It is found by its public name, so that two copies of this package on a page see the same one.
 */
export const runningConsent = (): Consent | undefined => {
  // An element with this id would also answer to `window.privolim`, and `#privolim` is one.
  const found = typeof window === 'undefined' ? undefined : window.privolim
  return found?.ready && found
}
