import { after } from '../after'
import type { Choice } from '../choice/types'
import { hash } from '../hash'
import type { Loader, StampedInventory } from '../parts'
import { VERSION } from '../version'
import { completeUses } from './completeUses'
import { writeOut } from './writeOut'

/** Whether an inventory may ask for something; if it does not, its page needs no question. */
export const OPTIONAL = /"(use|functional|analytics|marketing|embeds)"/

/**
 * Opens an inventory: whole, or not at all.
 *
 * A choice carries a stamp of the inventory that it was made about. The very same text was checked then and need not be
 * checked again: returning visitors do not fetch what checks it, and their gates are decided before the parser goes on.
 *
 * @param choice the newest stored one
 * @param part what checks it
 * @throws a SyntaxError, or an error with `issues`, at once or by rejection
 */
export const openInventory = (
  text: string,
  choice: Choice | undefined,
  load: Loader,
  part: 'ui' | 'check',
): StampedInventory | Promise<StampedInventory> => {
  const stamp = hash(VERSION + text)
  const written: unknown = JSON.parse(text)
  return choice?.stamp === stamp
    ? after(completeUses(written, load), (json) => ({ inventory: writeOut(json), revision: choice.revision, stamp }))
    : load(part).then((loaded) =>
        loaded.checkedInventory({ written, choice, stamp, core: { load, completeUses, writeOut } }),
      )
}
