import type { Issue } from '../core/inventory/issues'

/** Why an inventory was refused. While it is, everything optional stays denied. */
export class InventoryError extends Error {
  override readonly name = 'InventoryError'

  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(({ message, code }) => message ?? code).join('\n'))
  }
}
