import { describe, expect, test } from 'vitest'
import type { CookieRecord, Service } from '../core/inventory/types'
import { knownToken } from './knownToken'
import { newSince } from './newSince'

const record: CookieRecord = { name: '_pk_id', purpose: 'loči obiskovalce', duration: '12 mesecev' }
const second: CookieRecord = { ...record, name: '_pk_ses', duration: '1440 ur' }

const matomo: Service = {
  id: 'matomo',
  name: 'Matomo',
  category: 'analytics',
  provider: { name: 'InnoCraft Ltd', country: 'NZ', transfer: 'SCC' },
  cookies: [record, second],
}
const youtube: Service = { ...matomo, id: 'youtube', name: { sl: 'YouTube' }, category: 'embeds', cookies: [] }
const forum: Service = { ...matomo, id: 'forum', category: 'necessary' }

/** So many that only one code for each service fits. */
const many: Service[] = Array.from({ length: 30 }, (_, index) => ({
  ...matomo,
  id: `storitev-${index}`,
  cookies: [
    { ...record, name: `a${index}` },
    { ...second, name: `b${index}` },
  ],
}))

const withProvider = (change: object) => ({ ...matomo, provider: { ...matomo.provider, ...change } })
const withRecord = (change: object) => ({ ...matomo, cookies: [{ ...record, ...change }, second] })

/** What is new in an inventory, by id, for one who knew another. */
const news = (before: readonly Service[], now: readonly Service[]) =>
  newSince(now, knownToken(before))?.services.map(({ id }) => id) ?? []

const newDuration = (before: string, now: string) =>
  news([withRecord({ duration: before })], [withRecord({ duration: now })])

describe('nothing is new', () => {
  test.each<[string, Service[]]>([
    ['in the same inventory', [matomo, youtube]],
    ['when services change places', [youtube, matomo]],
    ['when records change places', [{ ...matomo, cookies: [second, record] }, youtube]],
    ['when a text is worded anew', [{ ...matomo, name: 'Štetje', purpose: 'x', note: 'y', hosts: ['z'] }, youtube]],
    ['when a record is explained anew', [withRecord({ purpose: { sl: 'prepozna obiskovalca' } }), youtube]],
    ['when a default is written out', [withRecord({ storage: 'cookie', party: 'first' }), youtube]],
    ['when a record is gone', [{ ...matomo, cookies: [second] }, youtube]],
    ['when the last record is gone', [{ ...matomo, cookies: [] }, youtube]],
    ['when a service is gone', [youtube]],
    ['when something necessary comes', [forum, matomo, youtube]],
  ])('%s', (_name, now) => {
    expect(newSince(now, knownToken([matomo, youtube]))).toBeUndefined()
  })

  test('when something necessary changes', () => {
    expect(news([forum], [{ ...forum, provider: { name: 'Drug d.o.o.', country: 'US' } }])).toEqual([])
  })

  test.each([
    ['12 mesecev', '11 mesecev'],
    ['12 mesecev', 'Trajanje seje'],
    ['Neomejeno', '10 let'],
    ['Neomejeno', 'Trajanje seje'],
    ['P13M', 'P1Y'],
    ['2 dni', '1 dan'],
  ])('when »%s« is shortened to »%s«', (before, now) => {
    expect(newDuration(before, now)).toEqual([])
  })

  test.each([
    ['1440 ur', '60 dni'],
    ['60 dni', 'P60D'],
    ['P60D', 'PT1440H'],
    ['1 leto', '12 mesecev'],
    ['12 mesecev', 'P1Y'],
    ['P1Y', 'vsaj 365 dni'],
    ['Trajanje seje', 'do konca seje'],
    ['Neomejeno', 'neomejeno trajanje'],
    ['24 ur', '1 dan'],
    ['do preklica', 'do preklica'],
  ])('when »%s« becomes »%s«', (before, now) => {
    expect(newDuration(before, now)).toEqual([])
    expect(newDuration(now, before)).toEqual([])
  })
})

describe('names the service', () => {
  test('that is new', () => {
    expect(news([matomo], [matomo, youtube])).toEqual(['youtube'])
    expect(news([matomo], [{ ...matomo, id: 'piwik' }, matomo])).toEqual(['piwik'])
  })

  test.each<[string, Service]>([
    ['has a new record', { ...matomo, cookies: [record, second, { ...record, name: '_pk_ref' }] }],
    ['has another category', { ...matomo, category: 'marketing' }],
    ['has another provider', withProvider({ name: 'Matomo d.o.o.' })],
    ['has another country', withProvider({ country: 'NZ/US' })],
    ['has no transfer any more', { ...matomo, provider: { name: 'InnoCraft Ltd', country: 'NZ' } }],
    ['has another transfer', withProvider({ transfer: 'DPF' })],
    ['renames a record', withRecord({ name: '_pk_uid' })],
    ['keeps a record elsewhere', withRecord({ storage: 'localStorage' })],
    ['lets a third party keep a record', withRecord({ party: 'third' })],
    ["keeps a record on another's domain", withRecord({ domain: 'matomo.cloud' })],
    ['was necessary', { ...forum, category: 'functional' }],
  ])('that %s', (_name, changed) => {
    expect(news([matomo, youtube, forum], [changed, youtube])).toEqual([changed.id])
  })

  test.each([
    ['Trajanje seje', '1 leto'],
    ['Trajanje seje', '1 minuta'],
    ['12 mesecev', '13 mesecev'],
    ['24 mesecev', '25 mesecev'],
    ['1 dan', '2 dni'],
    ['30 minut', '1 ura'],
    ['P1Y', 'P13M'],
    ['10 let', 'Neomejeno'],
    ['Trajanje seje', 'Neomejeno'],
    ['1,5 leta', '2 leti'],
    ['2 leti', '2 leti in pol'],
    ['PT5M30S', 'P1D'],
    ['do preklica', 'do preklica pogodbe'],
    ['do preklica', '1 leto'],
  ])('that keeps a record »%s« and then »%s«', (before, now) => {
    expect(newDuration(before, now)).toEqual(['matomo'])
  })

  test('once, however much of it is new', () => {
    expect(news([], [matomo])).toEqual(['matomo'])
  })

  test('with the service itself', () => {
    expect(newSince([matomo, youtube], knownToken([matomo]))?.services[0]).toBe(youtube)
  })

  test('in the order of the inventory', () => {
    expect(newSince([youtube, matomo], 'k')).toEqual({ services: [youtube, matomo] })
    expect(newSince([matomo, youtube], 'k')).toEqual({ services: [matomo, youtube] })
  })
})

describe('without knowing what was known', () => {
  test.each(['', 'k', 's', 'kab'])('»%s«: everything optional is new', (token) => {
    expect(newSince([forum, matomo, youtube], token)?.services).toEqual([matomo, youtube])
  })
})

describe('an inventory too large for a code for each record', () => {
  test('is one', () => {
    expect(knownToken(many)).toMatch(/^s/)
  })

  test('has nothing new in it', () => {
    expect(news(many, many)).toEqual([])
    expect(news(many, [...many].reverse())).toEqual([])
    expect(news(many, many.slice(5))).toEqual([])
    const turned = many.map((one) => ({ ...one, note: 'x', cookies: [...one.cookies].reverse() }))
    expect(news(many, turned)).toEqual([])
    const reworded = many.map((one) => ({ ...one, cookies: one.cookies.map((row) => ({ ...row, purpose: 'drugo' })) }))
    expect(news(many, reworded)).toEqual([])
  })

  test.each<[string, Partial<Service>]>([
    ['a new record', { cookies: [...many[3]!.cookies, { ...record, name: 'c' }] }],
    ['a longer duration', { cookies: [{ ...record, name: 'a3', duration: '13 mesecev' }, many[3]!.cookies[1]!] }],
    ['another provider', { provider: { name: 'Drug d.o.o.' } }],
    ['another category', { category: 'marketing' }],
  ])('names the service with %s', (_name, change) => {
    const changed = many.map((one, index) => (index === 3 ? { ...one, ...change } : one))
    expect(news(many, changed)).toEqual(['storitev-3'])
  })

  test('names what is new when it has grown too large since, and when it has shrunk', () => {
    expect(news(many.slice(0, 5), many.slice(0, 25))).toEqual(many.slice(5, 25).map(({ id }) => id))
    expect(news(many, [...many.slice(0, 5), youtube])).toEqual(['youtube'])
  })
})
