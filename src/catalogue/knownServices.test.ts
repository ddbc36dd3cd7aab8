import { describe, expect, test } from 'vitest'
import { checkInventory } from '../check/checkInventory'
import { partOf } from '../core/inventory/completeUses'
import type { ConnectedService } from '../core/consent/connect'
import type { Text } from '../core/inventory/types'
import { loadPart } from '../npm/loadPart'
import { separateParts } from '../parts/entries'
import { parseDuration } from '../tools/duration/duration'
import { knownServices } from './knownServices'

const names = Object.keys(knownServices)
const complete = async (written: { readonly use: string; readonly [field: string]: unknown }) =>
  (await loadPart(partOf(written.use))).complete(written) as ConnectedService

const EMBEDS = ['youtube', 'vimeo', 'google-maps', 'facebook', 'issuu']
const NECESSARY = ['wp-consent-api', 'datalayer-event']

test('each has a file of its own, in the script tag as in the package', async () => {
  expect(new Set(names.map(partOf)).size).toBe(names.length)
  for (const [name, file] of Object.entries(knownServices)) {
    expect(separateParts[partOf(name)]).toBe(`src/catalogue/${file}.ts`)
    expect((await complete({ use: name })).id).toBe(name)
  }
})

test('one that is not known has none', async () => {
  await expect(loadPart(partOf('nekaj'))).rejects.toThrow()
})

describe.each(names)('%s', (use) => {
  test('is whole with nothing but its name', async () => {
    expect(checkInventory({ controller: { name: 'Društvo' }, services: [await complete({ use })] })).toEqual([])
  })

  test('says everything in Slovenian and in English', async () => {
    const { purpose, cookies } = await complete({ use })
    const inBoth = (pattern: RegExp): unknown => ({
      sl: expect.stringMatching(pattern),
      en: expect.stringMatching(pattern),
    })
    // It follows »za«; what a record is for is a sentence.
    expect(purpose satisfies Text | undefined).toEqual(inBoth(/^\p{Ll}.*[^.]$/u))
    for (const one of cookies) expect(one.purpose).toEqual(inBoth(/^\p{Lu}.*\.$/u))
  })

  test('tells how long its records last, and whose they are', async () => {
    for (const { name, duration, party, domain } of (await complete({ use })).cookies) {
      expect(parseDuration(duration).kind).toMatch(/^(fixed|session)$/)
      expect(party).toBe(domain ? 'third' : 'first')
      // What begins with a star would be looked for among all names of the site on every page.
      expect(name).not.toMatch(/^\*/)
    }
  })

  test('has no record twice', async () => {
    const { cookies } = await complete({ use })
    expect(new Set(cookies.map(({ name }) => name)).size).toBe(cookies.length)
  })

  test('is in its category, and stays there', async () => {
    const { category, connect } = await complete({ use, category: 'necessary' })
    if (NECESSARY.includes(use)) expect(category).toBe('necessary')
    else if (EMBEDS.includes(use)) expect(category).toBe('embeds')
    else expect(category).toMatch(/^(analytics|marketing)$/)
    expect(connect).toEqual(EMBEDS.includes(use) ? undefined : expect.any(Function))
  })

  test('says where data go', async () => {
    const { provider } = await complete({ use })
    if (NECESSARY.includes(use) || use === 'matomo') expect(provider.country).toBeUndefined()
    else expect(provider.country).toMatch(/^[A-Z]{2}/)
  })
})

describe('google-tag-manager', () => {
  test('goes by the strictest category, unless the site says that there is but analytics in it', async () => {
    const categoryOf = async (category?: string) => (await complete({ use: 'google-tag-manager', category })).category
    expect(await categoryOf()).toBe('marketing')
    expect(await categoryOf('analytics')).toBe('analytics')
    expect(await categoryOf('functional')).toBe('marketing')
    expect(await categoryOf('embeds')).toBe('marketing')
  })
})

describe('matomo', () => {
  const providerOf = async (written: object) => (await complete({ use: 'matomo', ...written })).provider

  test("is the site's own, or of whom the site names, or the cloud's", async () => {
    expect(await providerOf({ hosts: ['analitika.drustvo.si'] })).toEqual({ name: 'Ta spletna stran' })
    expect(await providerOf({ provider: { name: 'Agencija d.o.o.' } })).toEqual({ name: 'Agencija d.o.o.' })
    expect(await providerOf({ hosts: ['x.matomo.cloud'] })).toMatchObject({ name: 'InnoCraft Ltd', country: 'NZ' })
  })

  test('leaves it to the check to complain of hosts that are none', async () => {
    for (const hosts of ['analitika.drustvo.si', 1, {}]) {
      const service = await complete({ use: 'matomo', hosts })
      expect(checkInventory({ controller: { name: 'Društvo' }, services: [service] })).toMatchObject([
        { code: 'type', path: 'services[0].hosts' },
      ])
    }
  })
})
