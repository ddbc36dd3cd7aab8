import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSince } from '../../changes'
import { knownToken } from '../../changes/knownToken'
import { complete } from '../../catalogue/googleAnalytics'
import { checkedInventory } from '../../check'
import { createConsent } from '../consent/createConsent'
import type { Choice } from '../choice/types'
import { serialize } from '../choice/serialize'
import type { Loader, StampedInventory } from '../parts'
import { partOf } from './completeUses'
import { openInventory } from './openInventory'
import { CATEGORIES } from './types'

const NOW = 1_795_332_131

const load = ((name: string) => {
  const parts: Readonly<Record<string, unknown>> = {
    check: { checkedInventory },
    changes: { knownToken, newSince },
    [partOf('google-analytics')]: { complete },
  }
  return parts[name] ? Promise.resolve(parts[name]) : Promise.reject(new Error('404'))
}) as Loader

/** Grants everything that there may be, and was made about an inventory that knew nothing of it. */
const everything: Choice = {
  categories: { necessary: true, functional: true, analytics: true, marketing: true, embeds: true },
  services: { a: true, ga: true, constructor: true },
  time: NOW - 100,
  revision: 'other',
  open: false,
  way: 'accept-all_sl',
  stamp: 'other',
  known: 'k',
}

const consentOf = (opened: StampedInventory, stored: string[]) => {
  const storage = { read: () => stored, write: () => true }
  return createConsent(opened, storage, () => NOW, () => 'sl', undefined)
}

const any = fc.jsonValue({ maxDepth: 2 })
const sometimes = <Value>(right: fc.Arbitrary<Value>) =>
  fc.oneof<[{ weight: number; arbitrary: fc.Arbitrary<Value> }, { weight: number; arbitrary: fc.Arbitrary<unknown> }]>(
    { weight: 60, arbitrary: right },
    { weight: 1, arbitrary: any },
  )
const words = sometimes(fc.constantFrom('a', 'Števec', '<b>', '1 leto', 'constructor', '__proto__'))
const record = fc.record(
  { name: words, purpose: words, duration: words, storage: fc.constantFrom('cookie', 'pixel', 'disk'), category: sometimes(fc.constantFrom(...CATEGORIES)) },
  { requiredKeys: ['name', 'purpose', 'duration'] },
)
const service = fc.oneof(
  fc.record(
    {
      id: sometimes(fc.constantFrom('a', 'b', 'ga', 'constructor', 'toString', 'analytics')),
      category: sometimes(fc.constantFrom(...CATEGORIES)),
      provider: sometimes(fc.record({ name: words })),
      cookies: sometimes(fc.array(record, { maxLength: 2 })),
      hosts: sometimes(fc.array(words, { maxLength: 2 })),
    },
    { requiredKeys: ['id', 'category', 'provider'] },
  ),
  fc.record({ use: sometimes(fc.constantFrom('google-analytics', 'neznana')), account: words, id: words }, { requiredKeys: ['use'] }),
)
const inventory = fc.record(
  {
    controller: sometimes(fc.record({ name: words })),
    services: sometimes(fc.array(service, { maxLength: 3 })),
    cookies: sometimes(fc.array(record, { maxLength: 2 })),
    languages: sometimes(fc.array(fc.constantFrom('sl', 'it', 'xx'), { maxLength: 2 })),
    validFor: sometimes(fc.constantFrom('P6M', 'P1Y', 'P0D')),
    cookieDomain: words,
  },
  { requiredKeys: ['controller'] },
)

/** Cut short or with something else in it, as lines and editors do it. */
const damaged = fc.tuple(inventory, fc.nat(), fc.string({ maxLength: 3 })).map(([json, place, piece]) => {
  const text = JSON.stringify(json)
  const at = place % text.length
  return text.slice(0, at) + piece + (place % 2 ? text.slice(at + 1) : '')
})
const text = fc.oneof(
  { weight: 6, arbitrary: inventory.map((json) => JSON.stringify(json)) },
  { weight: 2, arbitrary: damaged },
  { weight: 1, arbitrary: any.map((json) => JSON.stringify(json)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

/** The inventory, or the error that a page is told; whatever is no `Error` fails the test. */
const opening = async (source: string, choice: Choice | undefined) => {
  try {
    return await openInventory(source, choice, load, 'check')
  } catch (error) {
    const issues = (error as { issues?: readonly object[] }).issues
    // What was refused says what for; a TypeError would be an accident of ours.
    expect(error instanceof SyntaxError || (error instanceof Error && issues?.length), String(error)).toBeTruthy()
    return undefined
  }
}

test('10,000 random inventories: refused with a reason or read, and nothing optional is granted by any', async () => {
  const count = { refused: 0, read: 0, optional: 0 }
  // What fails is printed with its seed.
  await fc.assert(
    fc.asyncProperty(text, fc.boolean(), async (source, hasChoice) => {
      const choice = hasChoice ? everything : undefined
      const opened = await opening(source, choice)
      count[opened ? 'read' : 'refused']++
      if (!opened) return
      const { services } = opened.inventory
      const consent = consentOf(opened, choice ? [serialize(choice)] : [])
      const optional = services.filter(({ category }) => category !== 'necessary')
      if (optional.length) count.optional++
      const ids = [...CATEGORIES, ...services.map(({ id }) => id), 'neznana', '__proto__', 'constructor']
      const necessary = services.filter(({ category }) => category === 'necessary')
      // An old choice knew nothing of these, so all of it is to be asked about anew.
      const allowed = ['necessary', ...necessary.map(({ id }) => id)]
      expect(ids.filter((id) => consent.granted(id) && !allowed.includes(id))).toEqual([])
      expect(consent.needsChoice).toBe(optional.length > 0)
    }),
    { numRuns: 10_000 },
  )
  expect(count.read).toBeGreaterThan(1000)
  expect(count.refused).toBeGreaterThan(1000)
  expect(count.optional).toBeGreaterThan(500)
})
