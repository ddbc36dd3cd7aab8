import { completeFromCatalogue } from '../../catalogue/completeFromCatalogue'
import type { Issue } from '../../core/inventory/issues'
import type { Inventory } from '../../core/inventory/types'
import { writeOut } from '../../core/inventory/writeOut'
import { explain } from '../../errors/explain'
import { InventoryError } from '../../errors/InventoryError'
import { validateInventory } from '../validate/validateInventory'

/**
 * Reads an inventory as its owner writes it: whole, or not at all.
 * @param written JSON text, or what it stands for
 * @param language of the sentences, should there be any: `sl` or `en`
 * @throws an InventoryError with every issue
 */
export const readInventory = (written: unknown, language = 'sl'): Inventory => {
  const refuse = (issues: readonly Issue[]): never => {
    throw new InventoryError(issues)
  }
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text)
    } catch (error) {
      return refuse(explain([{ code: 'json', path: '', expected: (error as Error).message }], language))
    }
  }
  const { json, unknown } = completeFromCatalogue(typeof written === 'string' ? parse(written) : written)
  const issues = [...explain(unknown, language), ...validateInventory(json, language)]
  return issues.length ? refuse(issues) : writeOut(json)
}
