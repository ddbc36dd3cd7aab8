import { describe, expect, test } from 'vitest'
import { validateInventory } from './validateInventory'

describe('validateInventory', () => {
  test('has nothing to say of an inventory that is right', () => {
    expect(validateInventory({ controller: { name: 'Društvo' } })).toEqual([])
  })

  test('says in Slovenian what to change, and where', () => {
    expect(validateInventory({ controller: {} })).toEqual([
      {
        code: 'required',
        path: 'controller.name',
        expected: '',
        message: expect.stringContaining('Manjka »controller.name«') as string,
      },
    ])
  })

  test('says it in English where that is asked for', () => {
    expect(validateInventory({}, 'en')[0]!.message).toContain('"controller" is missing')
  })

  test('does not ask for what the catalogue completes', () => {
    const controller = { name: 'Društvo' }
    const paths = (service: object) =>
      validateInventory({ controller, services: [service] }).map(({ code, path }) => `${code} ${path}`)
    const missing = ['required services[0].id', 'required services[0].category', 'required services[0].provider']
    expect(paths({ use: 'google-analytics' })).toEqual([])
    expect(paths({ name: 'Google Analytics' })).toEqual(missing)
    expect(paths({ use: 7 })).toEqual([...missing, 'type services[0].use'])
    expect(paths({ use: 'google-analytics', provider: {} })).toEqual(['required services[0].provider.name'])
    expect(paths({ use: 'google-analytics', cookies: [{ name: '_ga', purpose: 'x' }] })).toEqual([
      'required services[0].cookies[0].duration',
    ])
  })
})
