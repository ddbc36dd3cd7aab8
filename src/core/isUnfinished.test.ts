import { afterEach, expect, test, vi } from 'vitest'
import type { Choice } from './choice/types'
import type { CookieRecord, Service } from './inventory/types'
import { isUnfinished } from './isUnfinished'
import type { RunningConsent } from './consent/types'
import type { StampedInventory } from './parts'

afterEach(() => vi.unstubAllGlobals())

interface Setting {
  /** The stamp of the choice; none where there is no choice. */
  readonly stamp?: string
  readonly stored?: number
  readonly granted?: boolean
  /** Of the counter's records. */
  readonly names?: readonly string[]
  readonly cookie?: string
}

/** On a page of the inventory »here«, with a service that has these records. */
const look = ({ stamp, stored = 1, granted = false, names = ['_stevec_*', '_id'], cookie = '' }: Setting) => {
  vi.stubGlobal('document', { cookie })
  const cookies = names.map((name) => ({ name }) as CookieRecord)
  const services = [{ id: 'forum', cookies: [] }, { id: 'stevec', cookies }] as unknown as Service[]
  const consent = { choice: stamp === undefined ? undefined : { stamp } as Choice, granted: () => granted } as unknown as RunningConsent
  const storage = { read: () => Array.from({ length: stored }, () => 'x'), write: () => true }
  return !!isUnfinished(consent, { inventory: { services }, stamp: 'here' } as unknown as StampedInventory, storage)
}

test.each<[string, boolean, Setting]>([
  ['no choice', false, { stored: 0 }],
  ['no choice, and a tracker’s cookie', false, { stored: 0, cookie: '_id=1' }],
  ['a choice that was seen to', false, { stamp: 'here' }],
  ['one that is there twice', true, { stamp: 'here', stored: 2 }],
  ['two that are none', true, { stored: 2 }],
  ['one about another text', true, { stamp: 'other' }],
  ['one that was just made', true, { stamp: '' }],
  ['a cookie of a denied service', true, { stamp: 'here', cookie: 'privolim=1; _id=1' }],
  ['its other cookie, by the beginning of the name', true, { stamp: 'here', cookie: '_stevec_7=1; privolim=1' }],
  ['cookies of a granted service', false, { stamp: 'here', granted: true, cookie: '_id=1; _stevec_7=1' }],
  ['a cookie of nobody', false, { stamp: 'here', cookie: 'privolim=1; _seja=1' }],
  ['a service without records', false, { stamp: 'here', names: [], cookie: '_id=1' }],
])('%s: %s', (_name, expected, setting) => {
  expect(look(setting)).toBe(expected)
})
