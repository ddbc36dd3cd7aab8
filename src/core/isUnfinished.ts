import type { ChoiceStorage } from './choice/cookieStorage'
import type { RunningConsent } from './consent/types'
import type { StampedInventory } from './parts'

/**
 * Whether a choice is there twice, or has not been seen to, or something of a denied service may be there, which only a
 * page further down sees, or which came back. A look that is short rather than exact: what removes it knows better.
 */
export const isUnfinished = (
  consent: RunningConsent,
  { inventory, stamp }: StampedInventory,
  storage: ChoiceStorage,
): unknown =>
  storage.read().length > 1 ||
  (consent.choice &&
    (consent.choice.stamp !== stamp ||
      inventory.services.some(
        ({ id, cookies }) => !consent.granted(id) && cookies.some(({ name }) => document.cookie.includes(name.split('*')[0]!)),
      )))
