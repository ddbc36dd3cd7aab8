import type { Consent } from '../core/consent/types'

const nothing = () => {}

/** What `start()` gives on a server: every optional category denied, no side effect, nothing to ask anybody. */
export const inertConsent = (): Consent => ({
  inventory: undefined as unknown as Consent['inventory'],
  ready: Promise.resolve(),
  needsChoice: false,
  choice: undefined,
  granted: (id) => id === 'necessary',
  acceptAll: nothing,
  rejectAll: nothing,
  save: nothing,
  withdraw: nothing,
  receipt: () => undefined,
  openPreferences: () => Promise.resolve(),
  rescan: nothing,
  subscribe: () => nothing,
})
