import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { validateInventory } from '../validate/validateInventory'
import { importInventory } from './importInventory'

/** As bytes, as a file that is dropped comes. */
const imported = (key: string) => importInventory(readFileSync(new URL(`../../../seeds/documents/${key}.txt`, import.meta.url)))

describe('the documents of five real sites', () => {
  test('Pojalabanda: ten rows, as they stand', () => {
    const { cookies, inventory } = imported('pojalabanda')
    expect(cookies.map(({ name, duration, iso, category }) => [name, duration, iso, category])).toEqual([
      ['email', 'Trajanje seje', 'session', 'necessary'],
      ['destination_url', 'Trajanje seje', 'session', 'necessary'],
      ['sso_destination_url', 'Trajanje seje', 'session', 'necessary'],
      ['fsl', 'Trajanje seje', 'session', 'necessary'],
      ['theme_key', 'Neomejeno', 'persistent', 'necessary'],
      ['cn', 'Neomejeno', 'persistent', 'necessary'],
      ['_bypass_cache', 'Trajanje seje', 'session', 'necessary'],
      ['_t', '1440 ur', 'PT1440H', 'necessary'],
      ['_forum_session', 'Trajanje seje', 'session', 'necessary'],
      ['dosp', 'Do ogleda naslednje strani', 'next-page', 'necessary'],
    ])
    expect(cookies.map(({ purpose }) => purpose)).toEqual([
      'Piškotek, uporabljen med ustvarjanjem uporabniškega računa.',
      'Piškotek, uporabljen med prijavo za preusmeritev na zahtevano stran.',
      'Piškotek, uporabljen med enotno prijavo (SSO) za preusmeritev na zahtevano stran.',
      'Piškotek, ki omogoča nastavitev prijave na celotnem zaslonu.',
      'Piškotek, ki omogoča personalizacijo teme spletne strani.',
      'Piškotek, ki beleži uporabnikova odstranjena in počiščena obvestila.',
      'Piškotek, uporabljen skupaj s piškotkom “fsl” za omogočanje prijave na celotnem zaslonu.',
      'Piškotek, ki omogoča preverjanje pristnosti uporabnika.',
      'Sejni piškotek, ki omogoča povezovanje uporabnikovih dejanj tekom seje v brskalniku.',
      'Začasen piškotek, ki obvesti uporabnika o zavrnitvi storitev.',
    ])
    expect(validateInventory(inventory)).toEqual([])
  })

  test.each(['ksok', 'kostra'])('%s: Google Analytics, and no cookie made up', (key) => {
    const { cookies, services, inventory } = imported(key)
    expect(cookies).toEqual([])
    expect(services.map(({ id, use, role }) => [id, use, role])).toEqual([['ga4', 'google-analytics', 'service']])
    expect(inventory.services).toEqual([{ use: 'google-analytics' }])
    expect(validateInventory(inventory)).toEqual([])
  })

  test('ZMOS: Mailchimp receives, and is no service', () => {
    const { cookies, services, inventory } = imported('zmos')
    expect(cookies).toEqual([])
    expect(services.map(({ id, role }) => [id, role])).toEqual([['mailchimp', 'recipient']])
    expect(inventory.services).toBeUndefined()
    expect(validateInventory(inventory)).toEqual([])
  })

  test('KOBEINmini: 26 months, and that it is a minimum where it is one', () => {
    const { cookies, retention } = imported('kobein')
    expect(cookies).toEqual([])
    expect(retention.filter(({ iso }) => iso === 'P26M').map(({ duration }) => duration)).toEqual(['26 mesecev', '26 mesecev', 'vsaj 26 mesecev'])
  })

  test.each([
    ['ksok', { name: 'Klub študentov občine Koper', address: 'Cankarjeva ulica 9a, 6000 Koper', email: 'info@ksok.si', taxNumber: '47342617', registrationNumber: '5828147000' }],
    ['zmos', { address: 'Mestni trg 1, 1000 Ljubljana', email: 'zmos@koper.si', phone: '05 6646 231' }],
    ['kobein', { name: 'KOPIT d.o.o', address: 'Usnjarska cesta 18, 1275 Šmartno pri Litiji', email: 'info@kobein.eu', phone: '+386 31 283 202' }],
    ['kostra', { name: 'Kostra d.o.o.', address: 'Aškerčeva ulica 15, 3000 Celje', email: 'info@kostra.si', registrationNumber: '5637988' }],
    ['pojalabanda', { name: 'Jibe d.o.o.', address: 'Ulica Bratov Martinec 12, 1000 Ljubljana', email: 'admin@pojalabanda.com' }],
  ])('%s: who the controller is', (key, facts) => expect(imported(key).controller).toMatchObject(facts))

  test.each([
    ['ksok', {}],
    ['zmos', { date: '2019-03-15', version: '1' }],
    ['kobein', {}],
    ['kostra', { date: '2020-06-01' }],
    ['pojalabanda', { date: '2019-02-08' }],
  ])('%s: date and version', (key, policy) => expect(imported(key).policy).toEqual(policy))
})
