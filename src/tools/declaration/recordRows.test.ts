import { describe, expect, test } from 'vitest'
import pojalabanda from '../../../seeds/pojalabanda.json'
import type { CookieRecord, Service } from '../../core/inventory/types'
import { writeOut } from '../../core/inventory/writeOut'
import { table } from '../../texts/sl/table'
import { createWords } from '../../texts/words'
import { declaredServices } from './declaredServices'
import { recordRows } from './recordRows'

const words = createWords('sl', table)

const record: CookieRecord = { name: '_pk_id', purpose: 'Loči obiskovalce.', duration: '13 mesecev' }

const service = (...cookies: CookieRecord[]): Service => ({
  id: 'matomo',
  category: 'analytics',
  provider: { name: 'InnoCraft Ltd' },
  cookies,
})

const rowOf = (change: Partial<CookieRecord>) => recordRows(service({ ...record, ...change }), words)[0]!

describe('recordRows', () => {
  test('says what people read', () => {
    expect(recordRows(service(record), words)).toEqual([
      {
        name: '_pk_id',
        provider: 'InnoCraft Ltd',
        purpose: 'Loči obiskovalce.',
        duration: '13\u00a0mesecev',
        type: 'lastni piškotek',
      },
    ])
  })

  test('has a row for each record, in their order', () => {
    const rows = recordRows(service(record, { ...record, name: 'b' }, { ...record, name: 'a' }), words)
    expect(rows.map(({ name }) => name)).toEqual(['_pk_id', 'b', 'a'])
    expect(recordRows(service(), words)).toEqual([])
  })

  test.each([
    ['Trajanje seje', 'do konca seje'],
    ['1440 ur', '60 dni'],
    ['P2Y', '2 leti'],
    ['Neomejeno', 'brez časovne omejitve'],
    ['do enega leta', 'največ 1 leto'],
    ['Do ogleda naslednje strani', 'do ogleda naslednje strani'],
    ['do preklica privolitve', 'do preklica privolitve'],
  ])('shows »%s« as »%s«', (duration, shown) => {
    expect(rowOf({ duration }).duration.replaceAll('\u00a0', ' ')).toBe(shown)
  })

  test.each<[Partial<CookieRecord>, string]>([
    [{}, 'lastni piškotek'],
    [{ storage: 'cookie' }, 'lastni piškotek'],
    [{ party: 'first', domain: 'x.si' }, 'lastni piškotek'],
    [{ party: 'third' }, 'piškotek tretje osebe'],
    [{ domain: 'x.si' }, 'piškotek tretje osebe'],
    [{ storage: 'localStorage' }, 'lokalna shramba'],
    [{ storage: 'sessionStorage' }, 'sejna shramba'],
    [{ storage: 'indexedDB' }, 'zbirka IndexedDB'],
    [{ storage: 'pixel', party: 'third' }, 'sledilna pika'],
  ])('of %j the type is »%s«', (change, type) => {
    expect(rowOf(change).type).toBe(type)
  })

  test('speaks the language that is asked for', () => {
    const purpose = { sl: 'Loči obiskovalce.', it: 'Distingue i visitatori.' }
    const it = createWords('it', table)
    expect(rowOf({ purpose }).purpose).toBe('Loči obiskovalce.')
    expect(recordRows(service({ ...record, purpose }), it)[0]!.purpose).toBe('Distingue i visitatori.')
  })
})

describe('declaredServices', () => {
  const forum: Service = { ...service(), id: 'forum', category: 'necessary' }
  const written = (...services: Service[]) => writeOut({ controller: { name: 'Društvo' }, services, validFor: 'P1Y' })

  test('are the services alone where nothing is asked', () => {
    expect(declaredServices(written(), words)).toEqual([])
    expect(declaredServices(written(forum), words)).toEqual([forum])
  })

  test("begin with the answer's own record where the site asks", () => {
    const [own, ...others] = declaredServices(written(forum, service(record)), words)
    expect(others.map(({ id }) => id)).toEqual(['forum', 'matomo'])
    expect(own).toEqual({
      id: 'privolim',
      name: 'Izbira glede piškotkov',
      category: 'necessary',
      provider: { name: 'Društvo' },
      cookies: [{ name: 'privolim', purpose: 'Hrani vašo izbiro glede piškotkov.', duration: 'P1Y' }],
    })
    expect(recordRows(own!, words)[0]!.duration).toBe('1\u00a0leto')
  })

  test('of the inventory stay as they are', () => {
    const inventory = written(service(record))
    declaredServices(inventory, words)
    expect(inventory.services).toHaveLength(1)
  })

  test('of Pojalabanda have exactly the ten rows of its table', () => {
    const rows = declaredServices(writeOut(pojalabanda), words).flatMap((one) => recordRows(one, words))
    expect(rows.map(({ name, duration }) => `${name}: ${duration.replaceAll('\u00a0', ' ')}`)).toEqual([
      'email: do konca seje',
      'destination_url: do konca seje',
      'sso_destination_url: do konca seje',
      'fsl: do konca seje',
      'theme_key: brez časovne omejitve',
      'cn: brez časovne omejitve',
      '_bypass_cache: do konca seje',
      '_t: 60 dni',
      '_forum_session: do konca seje',
      'dosp: do ogleda naslednje strani',
    ])
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['lastni piškotek']))
    expect(new Set(rows.map(({ provider }) => provider))).toEqual(new Set(['Jibe d.o.o.']))
  })
})
