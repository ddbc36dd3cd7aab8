import { readInventory } from '../../tools/inventory/readInventory'
import { InventoryError } from '../../errors/InventoryError'
import type { Command } from '../command'
import { readJson } from '../readSource'

/** Every issue of an inventory, as the widget would refuse it. */
export const validate: Command = {
  about: { sl: 'preveri, ali je popis pravilen', en: 'checks whether an inventory is right' },
  usage: 'privolim validate piskotki.json',
  help: { sl: '', en: '' },
  options: {},
  run: async ({ io, language, json, file, say }) => {
    const inventory = await readJson(io, file)
    const issues = (() => {
      try {
        readInventory(inventory, language)
        return []
      } catch (error) {
        if (error instanceof InventoryError) return error.issues
        throw error
      }
    })()
    if (json) io.out(`${JSON.stringify({ issues }, undefined, 2)}\n`)
    else if (!issues.length) io.tell(say({ sl: 'Popis je pravilen.', en: 'The inventory is right.' }))
    else for (const { message, code } of issues) io.out(`${message ?? code}\n`)
    return issues.length ? 1 : 0
  },
}
