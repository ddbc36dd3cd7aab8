import { CATEGORIES, type Inventory } from '../../core/inventory/types'
import { pick } from './pick'
import { PolicyError } from './PolicyError'

/**
 * Ids that mean nothing are most often misspelt, and a policy would quietly be another than the one that was meant.
 * @throws a PolicyError that names the first, with those that there are
 */
export const refuseUnknown = ({ services }: Inventory, ids: readonly string[], language?: string): void => {
  const known = new Set<string>([...CATEGORIES, ...services.map(({ id }) => id)])
  const unknown = ids.find((id) => !known.has(id))
  if (unknown === undefined) return
  const all = [...known].join(', ')
  const sl = `»${unknown}« ni ne kategorija ne storitev popisa. Vpišite eno od teh: ${all}.`
  const en = `"${unknown}" is neither a category nor a service of the inventory. Write one of these: ${all}.`
  throw new PolicyError(pick({ sl, en }, language))
}
