import { nothing } from '../nothing'
import type { Consent, RunningConsent } from './types'

/**
 * What pages work with. Before the inventory is there it knows nothing, and what is asked for is done once it is.
 * @param running what holds, once there is an inventory
 * @param check tells the page's author of an id that the inventory does not know
 */
export const publicConsent = (
  always: Pick<Consent, 'ready' | 'granted' | 'openPreferences' | 'rescan'>,
  running: () => RunningConsent | undefined,
  check: (id: string) => void,
): Consent => {
  const act = (deed: (consent: RunningConsent) => void) => {
    if (running()) deed(running()!)
    else always.ready.then(() => deed(running()!), nothing)
  }
  return {
    ...always,
    get inventory() {
      return running()?.inventory as Consent['inventory']
    },
    get choice() {
      return running()?.choice
    },
    get needsChoice() {
      return !!running()?.needsChoice
    },
    acceptAll: () => act((consent) => consent.acceptAll()),
    rejectAll: () => act((consent) => consent.rejectAll()),
    withdraw: () => act((consent) => consent.withdraw()),
    save(decision = {}) {
      act((consent) => {
        Object.keys({ ...decision.categories, ...decision.services }).forEach(check)
        consent.save(decision)
      })
    },
    receipt: () => running()?.receipt(),
    subscribe(listener) {
      let end: (() => void) | undefined = nothing
      // Ended before the inventory is there, it does not begin.
      act((consent) => (end &&= consent.subscribe(listener)))
      return () => {
        end?.()
        end = undefined
      }
    },
  }
}
