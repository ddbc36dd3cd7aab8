import { expect, test } from 'vitest'
import { completeUses, partOf } from '../core/inventory/completeUses'
import { writeOut } from '../core/inventory/writeOut'
import type { Loader } from '../core/parts'

test('Google Analytics comes with the question, other services by their parts', async () => {
  const { checkedInventory } = await import('./index')
  const names: string[] = []
  const load = ((name: string) => {
    names.push(name)
    return import('../catalogue/youtube')
  }) as unknown as Loader
  const written = { controller: { name: 'Klub' }, services: [{ use: 'google-analytics', account: 'G-1' }, { use: 'youtube' }] }
  const core = { load, completeUses, writeOut }
  const { inventory } = await checkedInventory({ written, choice: undefined, stamp: '', core })
  expect(inventory.services.map(({ id }) => id)).toEqual(['google-analytics', 'youtube'])
  expect(names).toEqual([partOf('youtube')])
})
