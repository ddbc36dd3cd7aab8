import type { Connect } from '../core/inventory/types'
import type { KnownPart } from '../core/parts'

/**
 * What the inventory says has precedence over the catalogue, but for the category and whose service it is: `use` must
 * not turn a tracker into something necessary.
 */
export const completeFrom =
  (entry: { readonly category: string; readonly provider: object }, connect?: Connect): KnownPart['complete'] =>
  (written) => ({ ...entry, ...written, category: entry.category, provider: entry.provider, connect })
