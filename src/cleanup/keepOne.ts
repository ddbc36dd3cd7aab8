import type { RunningConsent } from '../core/consent/types'
import { deleteCookie } from './deleteCookie'

/**
 * A site that has moved from one host to its whole domain, or back, has two cookies of the name. Web servers that read
 * the choice would grant by the older one, so there is to be one only.
 */
export const keepOne = (consent: RunningConsent): void => {
  deleteCookie('privolim')
  consent.rewrite()
}
