import { describe, expect, test } from 'vitest'
import { serialize } from '../core/choice/serialize'
import type { CookieRecord, Service } from '../core/inventory/types'
import { knownToken } from './knownToken'

const record = (name: string): CookieRecord => ({ name, purpose: 'meri obisk', duration: '13 mesecev' })

/** So many services with so many records each. */
const inventory = (services: number, records: number): Service[] =>
  Array.from({ length: services }, (_, index) => ({
    id: `storitev-${index}`,
    category: (['functional', 'analytics', 'marketing', 'embeds'] as const)[index % 4]!,
    provider: { name: `Ponudnik ${index} d.o.o.`, country: 'SI' },
    cookies: Array.from({ length: records }, (__, number) => record(`_c${index}_${number}`)),
  }))

describe('knownToken', () => {
  test('has five characters for each service and each record of a small inventory', () => {
    expect(knownToken(inventory(3, 2))).toMatch(/^k[0-9a-z]{45}$/)
  })

  test('has five characters for a service without records', () => {
    expect(knownToken(inventory(1, 0))).toMatch(/^k[0-9a-z]{5}$/)
  })

  test('says nothing of what is necessary', () => {
    const [one] = inventory(1, 2)
    expect(knownToken([{ ...one!, category: 'necessary' }])).toBe('k')
    expect(knownToken([])).toBe('k')
  })

  test.each([
    [17, 1, 'k', 171],
    [18, 1, 's', 91],
    [20, 1, 's', 101],
    [20, 2, 's', 101],
    [20, 10, 's', 101],
    [50, 2, 's', 251],
  ])('%d services with %d records each: »%s«, %d characters', (services, records, kind, length) => {
    const token = knownToken(inventory(services, records))
    expect(token).toMatch(/^[ks][0-9a-z]*$/)
    expect([token[0], token.length]).toEqual([kind, length])
  })

  test('for twenty services it adds less than 200 bytes to the cookie', () => {
    for (let records = 0; records < 60; records++) {
      // Spread unevenly as well: the fullest token is one of a few records more than services.
      const services = inventory(20, 0).map((service, index) => ({
        ...service,
        cookies: inventory(1, Math.floor((records + index) / 20))[0]!.cookies,
      }))
      const known = knownToken(services)
      const flags = { necessary: true, functional: true, analytics: true, marketing: true, embeds: true }
      const bare = { categories: flags, services: {}, time: 1_795_332_131, revision: 'zzzzzzz' }
      const none = serialize({ ...bare, open: false, way: '', stamp: '', known: '' }).length
      for (const [way, open] of [['accept-all_sl', false], ['reject-all_hu', false], ['embed_sl', true]] as const) {
        const more = serialize({ ...bare, open, way, stamp: 'zzzzzzz', known }).length - none
        expect(more).toBeLessThanOrEqual(200)
      }
    }
  })
})
