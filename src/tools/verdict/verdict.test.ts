import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import kobein from '../../../seeds/kobein.json'
import kostra from '../../../seeds/kostra.json'
import ksok from '../../../seeds/ksok.json'
import pojalabanda from '../../../seeds/pojalabanda.json'
import zmos from '../../../seeds/zmos.json'
import { verdict } from './verdict'

const controller = { name: 'Društvo' }
const record = { name: 'prijava', purpose: 'Ohranja prijavo.', duration: 'Trajanje seje' }
const service = (category: string) => ({
  id: category,
  category,
  purpose: 'nekaj',
  provider: { name: 'Ponudnik' },
  cookies: [record],
})

describe('the five seeds', () => {
  test.each([
    ['ksok', ksok, 'consent', 'Potrebujete privolitev za merjenje obiska', ['analytics']],
    ['zmos', zmos, 'incomplete', 'Manjka seznam piškotkov', []],
    ['kobein', kobein, 'consent', 'Potrebujete privolitev za merjenje obiska in oglaševanje', ['analytics', 'marketing']],
    ['kostra', kostra, 'consent', 'Potrebujete privolitev za merjenje obiska', ['analytics']],
    ['pojalabanda', pojalabanda, 'none', 'Pasice ne potrebujete', []],
  ])('%s', (_name, inventory, kind, sl, categories) => {
    expect(verdict(inventory)).toMatchObject({ kind, title: { sl }, categories })
  })

  test('Pojalabanda: with the caveats of a theme, of dismissed notices and of a lasting sign-in', () => {
    const { reasons } = verdict(pojalabanda)
    expect(reasons.map(({ sl }) => sl)).toEqual([
      'V popisu so samo nujno potrebni piškotki; o njih je dovolj obvestiti.',
      expect.stringContaining('»theme_key«'),
      expect.stringContaining('»theme_key«, »cn« in »_t«'),
    ])
  })

  test('ZMOS: what is missing is the list', () => {
    expect(verdict(zmos).missing).toEqual(['services'])
  })
})

describe('consent', () => {
  test.each([
    [['functional'], 'Potrebujete privolitev za pomnjenje vaših nastavitev', 'You need consent for remembering your settings'],
    [['embeds', 'analytics'], 'Potrebujete privolitev za merjenje obiska in prikaz zunanjih vsebin', 'You need consent for measuring visits and showing external content'],
    [
      ['embeds', 'marketing', 'analytics'],
      'Potrebujete privolitev za merjenje obiska, oglaševanje in prikaz zunanjih vsebin',
      'You need consent for measuring visits, advertising and showing external content',
    ],
  ])('for %j', (categories, sl, en) => {
    const { kind, title } = verdict({ controller, services: categories.map(service) })
    expect([kind, title]).toEqual(['consent', { sl, en }])
  })

  test('for a row of the bare table', () => {
    const said = verdict({ controller, cookies: [record, { ...record, name: 'obisk', category: 'analytics' }] })
    expect(said).toMatchObject({ kind: 'consent', categories: ['analytics'] })
    expect(said.reasons[0]!.sl).toBe('Popis navaja, kar ni nujno potrebno: »obisk«.')
  })

  test.each([
    ['in the bare table', { cookies: [{ ...record, name: '_ga' }] }, 'analytics'],
    ['in a service', { services: [{ ...service('necessary'), cookies: [{ ...record, name: '_fbp' }] }] }, 'marketing'],
  ])('for a known tracker that is declared necessary, %s', (_where, part, category) => {
    const said = verdict({ controller, ...part })
    expect(said).toMatchObject({ kind: 'consent', categories: [category] })
    expect(said.reasons.at(-1)!.sl).toMatch(/znano kot sledenje/)
  })

  test('not for a necessary service', () => {
    expect(verdict({ controller, services: [service('necessary')] })).toMatchObject({ kind: 'none', missing: [] })
  })
})

describe('incomplete', () => {
  test.each<[string, object, string, string[]]>([
    ['no controller', { cookies: [record] }, 'Manjka upravljavec', ['controller.name']],
    ['no name', { controller: {}, cookies: [record] }, 'Manjka upravljavec', ['controller.name']],
    ['no cookies', { controller, cookies: [] }, 'Manjka seznam piškotkov', ['cookies']],
    ['nothing', {}, 'Manjkata upravljavec in seznam piškotkov', ['controller.name', 'cookies']],
    [
      'no provider',
      { controller, services: [{ ...service('analytics'), provider: undefined }] },
      'Manjka ponudnik storitve',
      ['services[0].provider'],
    ],
    [
      'no purpose',
      { controller, services: [service('embeds'), { ...service('analytics'), purpose: '', cookies: [] }] },
      'Manjka namen storitve',
      ['services[1].purpose'],
    ],
    [
      'all but the list',
      { services: [{ id: 'x', category: 'analytics' }] },
      'Manjkajo upravljavec, ponudnik storitve in namen storitve',
      ['controller.name', 'services[0].provider', 'services[0].purpose'],
    ],
  ])('%s', (_what, inventory, sl, missing) => {
    expect(verdict(inventory)).toMatchObject({ kind: 'incomplete', title: { sl }, missing })
  })

  test('says what is certain all the same', () => {
    const said = verdict({ services: [service('marketing')] })
    expect(said.categories).toEqual(['marketing'])
    expect(said.reasons.map(({ sl }) => sl)).toContain('Potrebujete privolitev za oglaševanje.')
  })

  test('a purpose that only the records have is one', () => {
    expect(verdict({ controller, services: [{ ...service('analytics'), purpose: undefined }] }).kind).toBe('consent')
  })

  test.each([null, undefined, 7, 'popis', [], true])('%j is no inventory', (inventory) => {
    expect(verdict(inventory)).toMatchObject({ kind: 'incomplete', title: { sl: 'Manjka popis' } })
  })
})

test('every sentence exists in both languages', () => {
  for (const inventory of [ksok, zmos, kobein, kostra, pojalabanda, {}, undefined])
    for (const { sl, en } of [verdict(inventory).title, ...verdict(inventory).reasons]) {
      expect(sl).toMatch(/\S/)
      expect(en).toMatch(/\S/)
      expect(sl).not.toBe(en)
    }
})

test('whatever it is given, it says something', () => {
  const any = fc.jsonValue({ maxDepth: 3 })
  const row = fc.record({ name: any, category: any, purpose: any, duration: any, domain: any }, { requiredKeys: [] })
  const services = fc.array(
    fc.record(
      { id: any, use: fc.oneof(any, fc.constantFrom('google-analytics', 'matomo', 'youtube')), category: any, provider: any, hosts: any, cookies: fc.oneof(any, fc.array(row)) },
      { requiredKeys: [] },
    ),
  )
  fc.assert(
    fc.property(fc.oneof(any, fc.record({ controller: any, services: fc.oneof(any, services), cookies: fc.oneof(any, fc.array(row)) })), (json) => {
      expect(verdict(json).reasons.length).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})
