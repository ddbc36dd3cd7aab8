import { describe, expect, test } from 'vitest'
import { completeFromCatalogue } from './completeFromCatalogue'
import { knownServices } from './knownServices'

interface Entry {
  readonly complete: (written: object) => object
}

const files = import.meta.glob<Entry>(['./*.ts', '!./*.test.ts'], { eager: true })

describe('completeFromCatalogue', () => {
  test.each(Object.entries(knownServices))('knows %s, as its own file completes it', (use, file) => {
    const { complete } = files[`./${file}.ts`]!
    const { json, unknown } = completeFromCatalogue({ services: [{ use, account: 'A-1' }] })
    expect(unknown).toEqual([])
    expect(json).toEqual({ services: [complete({ use, account: 'A-1' })] })
  })

  test('leaves what is written out as it is, and the rest of the inventory', () => {
    const inventory = { controller: { name: 'Društvo' }, services: [{ id: 'forum' }, null, 7, { use: 7 }] }
    expect(completeFromCatalogue(inventory)).toEqual({ json: inventory, unknown: [] })
  })

  test('says which names it does not know', () => {
    const services = [{ use: 'youtube' }, { use: 'neznano' }, { use: 'constructor' }]
    expect(completeFromCatalogue({ services }).unknown).toEqual([
      { code: 'use-unknown', path: 'services[1].use', expected: 'neznano' },
      { code: 'use-unknown', path: 'services[2].use', expected: 'constructor' },
    ])
  })

  test.each([undefined, null, 7, 'x', [], {}, { services: 'x' }])('of %j makes nothing else', (json) => {
    expect(completeFromCatalogue(json)).toEqual({ json, unknown: [] })
  })
})
