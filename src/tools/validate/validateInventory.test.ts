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
})
