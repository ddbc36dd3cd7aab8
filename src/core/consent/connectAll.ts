import { report } from '../report'
import type { ConnectedService } from './connect'
import type { RunningConsent } from './types'

/**
 * Hands each vendor's service what holds; whoever has no signal of its own needs none.
 * @param nonce of the site's Content-Security-Policy
 */
export const connectAll = (consent: RunningConsent, nonce: string): void => {
  for (const service of consent.inventory.services as ConnectedService[]) {
    try {
      service.connect?.(service, consent, nonce)
    } catch (error) {
      // What the page has left under the vendor's name may be anything; the other services go on.
      report(error)
    }
  }
}
