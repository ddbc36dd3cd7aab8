import { describe, expect, test } from 'vitest'
import { InventoryError } from '../../errors/InventoryError'
import { readInventory } from './readInventory'

const controller = { name: 'Društvo' }

const issuesOf = (written: unknown, language?: string) => {
  try {
    readInventory(written, language)
  } catch (error) {
    expect(error).toBeInstanceOf(InventoryError)
    return (error as InventoryError).issues.map(({ code, path }) => `${code} ${path}`)
  }
  return []
}

describe('readInventory', () => {
  test('reads text and object alike, both short forms written out', () => {
    const written = { controller, services: [{ use: 'youtube' }], cookies: [{ name: 'a', purpose: 'b', duration: '1 dan' }] }
    const read = readInventory(written)
    expect(readInventory(JSON.stringify(written))).toEqual(read)
    expect(read.services.map(({ id, category }) => [id, category])).toEqual([
      ['site-necessary', 'necessary'],
      ['youtube', 'embeds'],
    ])
    expect(read.services[1]!.provider.name).toBe('Google Ireland Limited')
  })

  test.each([
    ['{', 'json '],
    ['', 'json '],
    ['null', 'type '],
    ['[]', 'type '],
    [undefined, 'type '],
    [7, 'type '],
    [{}, 'required controller'],
    [{ controller, services: [{ use: 'neznano' }] }, 'use-unknown services[0].use'],
    [{ controller, services: [{ use: 'youtube' }, { use: 'youtube' }] }, 'duplicate-id services[1].id'],
    [{ controller, services: [null] }, 'type services[0]'],
    [{ controller, services: 'x' }, 'type services'],
  ])('refuses %j', (written, issue) => {
    expect(issuesOf(written)).toEqual([issue])
  })

  test('says every issue at once, of the catalogue and of the shape', () => {
    const services = [{ use: 'neznano' }, { use: 'youtube', cookies: [{ name: 'a', purpose: 'b' }] }]
    expect(issuesOf({ controller: {}, services })).toEqual([
      'use-unknown services[0].use',
      'required controller.name',
      'required services[1].cookies[0].duration',
    ])
  })

  test('says it in Slovenian, or in English where that is asked for', () => {
    expect(() => readInventory({})).toThrow('Manjka »controller«')
    expect(() => readInventory({}, 'en')).toThrow('"controller" is missing')
    expect(() => readInventory('{')).toThrow('ni veljaven JSON')
  })
})
