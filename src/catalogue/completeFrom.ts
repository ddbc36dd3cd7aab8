import type { Connect } from '../core/consent/connect'
import type { Service } from '../core/inventory/types'
import type { KnownPart } from '../core/parts'

interface Entry {
  readonly category: string
  readonly provider: object
}

/**
 * What the inventory says has precedence over the catalogue, but for the category and whose service it is: `use` must
 * not turn a tracker into something necessary.
 * @param entry what is known; a function where it depends on what the site writes, which has not been checked by then
 */
export const completeFrom =
  (entry: Entry | ((written: Partial<Service>) => Entry), connect?: Connect): KnownPart['complete'] =>
  (written) => {
    const known = typeof entry === 'function' ? entry(written) : entry
    return { ...known, ...written, category: known.category, provider: known.provider, connect }
  }
