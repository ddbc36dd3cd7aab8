import { afterEach, expect, test, vi } from 'vitest'
import type { ConsentCore } from '../../core/consent/types'
import type { Service } from '../../core/inventory/types'
import { connectDataLayer } from './connectDataLayer'

const SERVICES = [
  { id: 'datalayer-event', category: 'necessary' },
  { id: 'meta-pixel', category: 'marketing' },
  { id: 'matomo', category: 'analytics' },
] as unknown as Service[]

const REFUSED = {
  event: 'privolim_change',
  granted: ['necessary', 'datalayer-event'],
  denied: ['analytics', 'marketing', 'meta-pixel', 'matomo'],
}
const MEASURED = {
  event: 'privolim_change',
  granted: ['necessary', 'analytics', 'datalayer-event', 'matomo'],
  denied: ['marketing', 'meta-pixel'],
}

const connect = (choice?: object) => {
  const page: { dataLayer?: unknown[] } = {}
  let granted: readonly string[] = REFUSED.granted
  let change = () => {}
  vi.stubGlobal('window', page)
  connectDataLayer(
    SERVICES[0]!,
    {
      inventory: { services: SERVICES },
      choice,
      granted: (id: string) => granted.includes(id),
      subscribe: (listener: () => void) => (change = listener),
    } as unknown as ConsentCore,
    '',
  )
  const decide = (ids: readonly string[]) => {
    granted = ids
    change()
  }
  return { page, decide }
}

afterEach(() => vi.unstubAllGlobals())

test('nothing is there before a choice', () => {
  expect(connect().page).toEqual({})
})

test('every change is an event, with the ids of categories and services', () => {
  const { page, decide } = connect()
  decide(MEASURED.granted)
  decide(REFUSED.granted)
  expect(page.dataLayer).toEqual([MEASURED, REFUSED])
})

test('a stored choice is one as soon as the page starts', () => {
  expect(connect({}).page.dataLayer).toEqual([REFUSED])
})
