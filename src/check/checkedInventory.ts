import type { CheckOptions, FindKnown, StampedInventory } from '../core/parts'
import { hash } from '../core/hash'
import { refuse } from '../core/inventory/issues'
import { checkInventory } from './checkInventory'
import { materialOf } from './materialOf'

/**
 * Opens an inventory that no stored choice vouches for: whole, or not at all; and says what is new since the choice.
 * @param find looks for known services at hand before they are fetched
 * @throws an error with every issue
 */
export const checkedInventory = async (
  { written, choice, stamp, core }: CheckOptions,
  find: FindKnown = core.load,
): Promise<StampedInventory> => {
  const { completeUses, writeOut, load } = core
  const json = await completeUses(written, find)
  const issues = checkInventory(json)
  if (issues.length) refuse(issues)
  const inventory = writeOut(json)
  const revision = hash(materialOf(inventory))
  const changed = choice && choice.revision !== revision
  const news = changed ? (await load('changes')).newSince(inventory.services, choice.known) : undefined
  return { inventory, revision, since: choice?.revision, news, stamp }
}
