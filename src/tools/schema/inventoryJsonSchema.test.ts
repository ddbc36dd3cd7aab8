import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import kobein from '../../../seeds/kobein.json'
import kostra from '../../../seeds/kostra.json'
import ksok from '../../../seeds/ksok.json'
import pojalabanda from '../../../seeds/pojalabanda.json'
import zmos from '../../../seeds/zmos.json'
import { complete } from '../../catalogue/googleAnalytics'
import { checkInventory } from '../../check/checkInventory'
import { fieldsOf, OBJECTS } from '../../check/shape'
import { inventoryJsonSchema } from './inventoryJsonSchema'

const accepts = new Ajv2020().compile(inventoryJsonSchema())

/** What a schema can say; ids and names that depend on each other it cannot. */
const hasShape = (json: unknown) =>
  !checkInventory(json).some(({ code }) => ['type', 'required', 'pattern'].includes(code))

/** As JSON, and without `use`, since an entry with it may leave out what the catalogue completes. */
const completed = (seed: object): unknown => {
  const { services = [], ...rest } = seed as { services?: object[] }
  const whole = services.map((one) => ({ ...('use' in one ? complete(one) : one), use: undefined }))
  return JSON.parse(JSON.stringify({ ...rest, services: whole }))
}

const SEEDS = { pojalabanda, zmos, ksok, kostra, kobein }

const TEXTS = [
  '', ' ', 'x', 'sl', 'SI', 'IE/US', 'info@drustvo.si', '/zasebnost', 'https://a.si', 'javascript:alert(1)',
  '2019-03-15', 'P6M', 'P', 'cookie', 'pixel', 'first', 'necessary', 'analytics', 'drustvo.si', '.si', 'a b',
  'a\n',
  'toString', '__proto__', 'č', '\ud800', '1440 ur', 'data:x', 'mailto:a', 'G-XXXXXXX',
]

const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
  fc.constantFrom<unknown>(null, true, 0, [], {}, { sl: 'x' }, { sl: '' }, ['x'], [{}]),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
)

const RIGHT: Readonly<Record<string, unknown>> = {
  words: 'x',
  text: { sl: 'x' },
  texts: { 'banner.title': 'x', 'prefs.save': { sl: 'x', it: 'y' } },
  flag: true,
  url: '/zasebnost',
  email: 'info@drustvo.si',
  id: 'matomo',
  account: 'G-XXXXXXX',
  country: 'SI',
  language: 'sl',
  date: '2019-03-15',
  validFor: 'P6M',
  domain: 'drustvo.si',
  receiptEndpoint: '/potrdila',
  category: 'analytics',
  storage: 'pixel',
  party: 'third',
}

/** Mostly what a kind asks for; now and then a field that is needed is not there, or something else is in its place. */
const anyOf = (kind: string): fc.Arbitrary<unknown> => {
  const mostly = (right: fc.Arbitrary<unknown>) => fc.oneof({ weight: 40, arbitrary: right }, anyValue)
  if (kind.endsWith('*')) return mostly(fc.array(anyOf(kind.slice(0, -1)), { maxLength: 2 }))
  if (!OBJECTS[kind]) return mostly(fc.constant(RIGHT[kind]))
  const fields = fieldsOf(kind).filter(({ name }) => name !== 'use')
  const model = Object.fromEntries(fields.map((field) => [field.name, anyOf(field.kind)]))
  const needed = fields.filter(({ required }) => required).map(({ name }) => name)
  return fc.oneof(
    { weight: 30, arbitrary: fc.record(model, { requiredKeys: needed, noNullPrototype: true }) },
    fc.record(model, { requiredKeys: [], noNullPrototype: true }),
    anyValue,
  )
}

/** Every place in a JSON value. */
const placesIn = (value: unknown, path: string[] = []): string[][] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))
    : []),
]

/** A copy with something else, or nothing, in one place. */
const changed = (json: unknown, [key, ...rest]: string[], value: unknown): unknown => {
  if (key === undefined) return value
  const copy = (Array.isArray(json) ? [...json] : { ...(json as object) }) as Record<string, unknown>
  copy[key] = changed(copy[key], rest, value)
  return copy
}

const mutated = fc
  .tuple(
    fc.constantFrom(...Object.values(SEEDS).map(completed)),
    fc.array(fc.tuple(fc.nat(), fc.option(anyValue, { nil: undefined })), { minLength: 1, maxLength: 3 }),
  )
  .map(([seed, edits]) => {
    const json = edits.reduce<unknown>((current, [where, value]) => {
      const places = placesIn(current)
      return changed(current, places[where % places.length]!, value)
    }, seed)
    // What is undefined is not there; in a list it is null.
    return JSON.parse(JSON.stringify(json) ?? 'null') as unknown
  })

describe('agrees with the check', () => {
  test.each(Object.entries(SEEDS))('about the seed %s', (_name, seed) => {
    expect(accepts(completed(seed))).toBe(true)
    expect(hasShape(completed(seed))).toBe(true)
  })

  test.each([
    ['random inventories', anyOf('inventory')],
    ['mutated seeds', mutated],
  ])('about %s', (_name, inventories) => {
    let right = 0
    fc.assert(
      fc.property(inventories, (json) => {
        right += Number(hasShape(json))
        expect(accepts(json)).toBe(hasShape(json))
      }),
      { numRuns: 3000 },
    )
    // Neither all nor none of them, or nothing would have been compared.
    expect(right).toBeGreaterThan(300)
    expect(right).toBeLessThan(2700)
  })

  test('but an entry of the catalogue may leave out what the catalogue completes', () => {
    for (const seed of Object.values(SEEDS)) expect(accepts(seed)).toBe(true)
    expect(accepts({ controller: { name: 'X' }, services: [{ use: 'google-analytics' }] })).toBe(true)
    expect(accepts({ controller: { name: 'X' }, services: [{ use: 'google analytics' }] })).toBe(false)
    expect(accepts({ controller: { name: 'X' }, services: [{ id: 'google-analytics' }] })).toBe(false)
  })
})

describe('a site’s own wording', () => {
  test.each<[object, boolean]>([
    [{}, true],
    [{ 'banner.title': 'Piškotki' }, true],
    [{ 'banner.title': { sl: 'Piškotki', it: 'Cookie' } }, true],
    [{ 'banner.title': '' }, false],
    [{ 'banner.title': {} }, false],
    [{ 'banner.title': { sl: ' ' } }, false],
    [{ 'banner.title': { sl: 7 } }, false],
    [{ 'banner.title': 7 }, false],
    [{ 'banner.title': null }, false],
    [{ 'banner.title': ['Piškotki'] }, false],
    [['Piškotki'], false],
  ])('%j: %s', (texts, right) => {
    const json = { controller: { name: 'X' }, texts }
    expect(accepts(json)).toBe(right)
    expect(hasShape(json)).toBe(right)
  })
})

describe('for editors', () => {
  const text = JSON.stringify(inventoryJsonSchema())

  test('says which JSON Schema it is', () => {
    expect(inventoryJsonSchema()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
  })

  test('offers the values of a choice', () => {
    expect(text).toContain('"enum":["necessary","functional","analytics","marketing","embeds"]')
    expect(text).toContain('"enum":["cookie","localStorage","sessionStorage","indexedDB","pixel"]')
    expect(text).toContain('"enum":["first","third"]')
  })

  test('holds nothing but JSON', () => {
    expect(JSON.parse(text)).toEqual(inventoryJsonSchema())
  })
})
