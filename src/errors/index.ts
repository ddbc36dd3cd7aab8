import type { Issue } from '../core/inventory/issues'
import { explain } from './explain'
import { InventoryError } from './InventoryError'

export { InventoryError }

/** @returns an `InventoryError` where there are issues to be put into sentences; else the error as it is */
export const explainError = (error: unknown, language: string): unknown => {
  const { issues } = error as { issues?: readonly Issue[] }
  return issues ? new InventoryError(explain(issues, language)) : error
}
