import type { Issue } from '../core/inventory/issues'
import { pickLanguage } from '../texts/pickLanguage'
import { explain } from './explain'
import { InventoryError } from './InventoryError'

export { InventoryError }

/** @returns an `InventoryError` where it can be said what is wrong with the inventory; else the error as it is */
export const explainError = (error: unknown, wanted: string | undefined): unknown => {
  const language = pickLanguage(wanted)
  const { issues } = error as { issues?: readonly Issue[] }
  if (issues) return new InventoryError(explain(issues, language))
  if (!(error instanceof SyntaxError)) return error
  return new InventoryError(explain([{ code: 'json', path: '', expected: error.message }], language))
}
