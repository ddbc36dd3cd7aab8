import type { Both } from '../../both'
import type { Fix, Keys, Severity } from '../finding'
import type { View } from './view'

/** What a rule has found; severity and source are the rule's, unless it says otherwise. */
export interface Found {
  readonly keys: Keys
  readonly message: Both
  readonly severity?: Severity
  readonly excerpt?: string
  readonly fix?: readonly Fix[]
}

/** One rule for inventories. */
export interface InventoryRule {
  readonly id: string
  readonly severity: Severity
  readonly source: string
  readonly check: (view: View) => readonly Found[]
}

/** @param value `undefined` removes what stands there */
export const fixAt = (keys: Keys, value: unknown, sl: string, en: string): Fix => ({
  label: { sl, en },
  path: [...keys],
  value,
})
