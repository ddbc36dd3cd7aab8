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
    [18, 1, 'k', 181],
    [19, 1, 's', 96],
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
    for (let records = 0; records < 30; records++) {
      const known = knownToken(inventory(20, records))
      expect(known.length).toBeLessThanOrEqual(190)
      const flags = { necessary: true, functional: true, analytics: true, marketing: true, embeds: true }
      const bare = { categories: flags, services: {}, time: 1_795_332_131, revision: 'zzzzzzz' }
      const more = serialize({ ...bare, open: true, stamp: 'zzzzzzz', known }).length
      expect(more - serialize({ ...bare, open: false, stamp: '', known: '' }).length).toBeLessThanOrEqual(200)
    }
  })
})
