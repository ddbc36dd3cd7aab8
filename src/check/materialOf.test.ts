import { describe, expect, test } from 'vitest'
import type { CookieRecord, Service } from '../core/inventory/types'
import { writeOut } from '../core/inventory/writeOut'
import { materialOf } from './materialOf'

const record: CookieRecord = { name: '_pk_id', purpose: 'loči obiskovalce', duration: '13 mesecev', party: 'first' }
const second: CookieRecord = { ...record, name: '_pk_ses', duration: '30 minut', storage: 'localStorage' }

const matomo: Service = {
  id: 'matomo',
  name: 'Matomo',
  category: 'analytics',
  purpose: 'merjenje obiska',
  provider: { name: 'InnoCraft Ltd', country: 'NZ', privacyUrl: '/a', transfer: 'SCC' },
  cookies: [record, second],
}
const youtube: Service = { ...matomo, id: 'youtube', category: 'embeds', cookies: [] }
const forum: Service = { ...matomo, id: 'forum', category: 'necessary' }

const material = (...services: Service[]) => materialOf(writeOut({ controller: { name: 'Društvo' }, services }))

const FIRST = material(matomo, youtube)

const withProvider = (change: object) => ({ ...matomo, provider: { ...matomo.provider, ...change } })
const withRecord = (change: object) => ({ ...matomo, cookies: [{ ...record, ...change }, second] })

describe('stays the same', () => {
  test('when services change places', () => {
    expect(material(youtube, matomo)).toBe(FIRST)
  })

  test('when records change places', () => {
    expect(material({ ...matomo, cookies: [second, record] }, youtube)).toBe(FIRST)
  })

  test('when fields change places', () => {
    const turned = Object.fromEntries(Object.entries(record).reverse()) as unknown as CookieRecord
    expect(material({ ...matomo, cookies: [turned, second] }, youtube)).toBe(FIRST)
  })

  test.each<[string, Service]>([
    ['name', { ...matomo, name: { sl: 'Štetje obiskov' } }],
    ['purpose', { ...matomo, purpose: 'štetje obiskov' }],
    ['note', { ...matomo, note: 'Vzorčni vnos.' }],
    ['privacy policy', withProvider({ privacyUrl: '/b' })],
    ['hosts', { ...matomo, hosts: ['stats.drustvo.si'] }],
    ["record's purpose", withRecord({ purpose: { sl: 'prepozna obiskovalca' } })],
  ])('when the %s is worded anew', (_name, changed) => {
    expect(material(changed, youtube)).toBe(FIRST)
  })

  test('whatever is necessary', () => {
    expect(material(forum, matomo, youtube)).toBe(FIRST)
    expect(material({ ...forum, id: 'kosarica', cookies: [] }, matomo, youtube)).toBe(FIRST)
  })

  test('when the site and its controller change', () => {
    const inventory = writeOut({ controller: { name: 'Zveza' }, site: { name: 'B' }, services: [matomo, youtube] })
    expect(materialOf(inventory)).toBe(FIRST)
  })
})

describe('changes', () => {
  test.each<[string, Service[]]>([
    ['a new service', [matomo, youtube, { ...youtube, id: 'vimeo' }]],
    ['a service that is gone', [matomo]],
    ['another id', [{ ...matomo, id: 'piwik' }, youtube]],
    ['another category', [{ ...matomo, category: 'marketing' }, youtube]],
    ['another provider', [withProvider({ name: 'Matomo d.o.o.' }), youtube]],
    ['another country', [withProvider({ country: 'US' }), youtube]],
    ['another transfer', [withProvider({ transfer: 'DPF' }), youtube]],
    ['a new record', [{ ...matomo, cookies: [record, second, { ...record, name: '_pk_ref' }] }, youtube]],
    ["a record's name", [withRecord({ name: '_pk_uid' }), youtube]],
    ["a record's storage", [withRecord({ storage: 'indexedDB' }), youtube]],
    ["a record's party", [withRecord({ party: 'third' }), youtube]],
    ["a record's domain", [withRecord({ domain: 'matomo.cloud' }), youtube]],
    ["a record's duration", [withRecord({ duration: '14 mesecev' }), youtube]],
    ['what was necessary and is no longer', [{ ...forum, category: 'functional' }, matomo, youtube]],
  ])('with %s', (_name, services) => {
    expect(material(...services)).not.toBe(FIRST)
  })

  test('when two records exchange what they say', () => {
    const cookies = [
      { ...record, duration: second.duration },
      { ...second, duration: record.duration },
    ]
    expect(material({ ...matomo, cookies }, youtube)).not.toBe(FIRST)
  })
})
