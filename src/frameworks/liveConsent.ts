import { allGranted } from '../core/gates/allGranted'
import { CATEGORIES } from '../core/inventory/types'
import type { Consent } from '../core/consent/types'
import { warn } from '../core/report'
import { runningConsent } from '../npm/runningConsent'

/** What components read, and what they may do. A new object after every change, and only then. */
export interface LiveConsent
  extends Pick<
    Consent,
    'needsChoice' | 'choice' | 'granted' | 'acceptAll' | 'rejectAll' | 'save' | 'withdraw' | 'openPreferences'
  > {
  /** Whether the inventory has been read; of a wrong one it never is. */
  readonly ready: boolean
}

const act = (deed: (consent: Consent) => unknown) => {
  const running = runningConsent()
  if (running) return deed(running)
  return warn('najprej pokličite start(popis) iz paketa »privolim« (call start(inventory) of »privolim« first)')
}

const actions = {
  acceptAll: () => void act((consent) => consent.acceptAll()),
  rejectAll: () => void act((consent) => consent.rejectAll()),
  save: (decision) => void act((consent) => consent.save(decision)),
  withdraw: () => void act((consent) => consent.withdraw()),
  // Where the inventory is wrong, that has been said; a click on a button is not to throw it into the page again.
  openPreferences: async () => void (await act((consent) => consent.openPreferences().catch(() => {}))),
} satisfies Partial<Consent>

/** What holds on a server, while its HTML is taken over, and until the inventory has been read. */
export const DENIED: LiveConsent = {
  ready: false,
  needsChoice: false,
  choice: undefined,
  granted: (id) => id === 'necessary',
  ...actions,
}

let consent: Consent | undefined
let facts = ''
let live = DENIED

/** What holds now; the same object as before where nothing has changed. */
export const liveConsent = (): LiveConsent => {
  const running = runningConsent()
  if (!running?.inventory) return DENIED
  const { inventory, choice, needsChoice, granted } = running
  const ids = [...CATEGORIES, ...inventory.services.map(({ id }) => id)]
  const now = [needsChoice, choice?.time, choice?.way, choice?.open, ...ids.map(granted)].join()
  if (running !== consent || now !== facts) live = { ...DENIED, ready: true, needsChoice, choice, granted }
  consent = running
  facts = now
  return live
}

/**
 * Calls whenever something may have changed, also where Privolim starts after that. By the events of the document, since
 * those can be let go of at any time.
 * @returns what ends it
 */
export const onChange = (listener: () => void): (() => void) => {
  // What reads its inventory at once is not yet to be found under its name when it says so.
  const onReady = () => queueMicrotask(listener)
  document.addEventListener('privolim:ready', onReady)
  document.addEventListener('privolim:change', listener)
  return () => {
    document.removeEventListener('privolim:ready', onReady)
    document.removeEventListener('privolim:change', listener)
  }
}

/** @param service ids with blanks between them; whatever else it is, is an id that nobody knows */
export const isGranted = (service: unknown, { granted }: Pick<Consent, 'granted'>): boolean =>
  allGranted(String(service), granted)
