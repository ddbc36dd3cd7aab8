import { after } from '../after'
import type { Choice } from '../choice/types'
import { hash } from '../hash'
import type { Loader, News } from '../parts'
import { VERSION } from '../version'
import { completeUses } from './completeUses'
import { refuse } from './issues'
import type { Inventory } from './types'
import { writeOut } from './writeOut'

export interface OpenedInventory {
  readonly inventory: Inventory
  readonly revision: string
  /** Hash of the text, see `Choice.stamp`. */
  readonly stamp: string
  /** What is new since the choice; nothing where there is none. */
  readonly news: News
}

export const NOTHING_NEW: News = { services: [], text: '' }

/** Whether an inventory may ask for something; if it does not, its page needs no question. */
const OPTIONAL = /"(use|functional|analytics|marketing|embeds)"/

/**
 * Opens an inventory: whole, or not at all.
 *
 * A choice carries a stamp of the inventory that it was made about. The very same text was checked then and need not be
 * checked again: returning visitors do not fetch what checks it, and their gates are decided before the parser goes on.
 *
 * @param choice the newest stored one
 * @param asks whether a question could be shown here; its file brings the check along
 * @throws an error with `issues`, at once or by rejection
 */
export const openInventory = (
  text: string,
  choice: Choice | undefined,
  load: Loader,
  asks: boolean,
): OpenedInventory | Promise<OpenedInventory> => {
  const stamp = hash(VERSION + text).toString(36)
  const completed = completeUses(parse(text), load)
  const check = async (): Promise<OpenedInventory> => {
    const loading = load(asks && !choice && OPTIONAL.test(text) ? 'ui' : 'check')
    const json = await completed
    const { checkInventory, materialOf } = await loading
    const issues = checkInventory(json)
    if (issues.length) refuse(issues)
    const inventory = writeOut(json)
    const revision = hash(materialOf(inventory)).toString(36)
    const changed = choice && choice.revision !== revision
    const news = changed ? (await load('changes')).newSince(inventory.services, choice.known) : NOTHING_NEW
    return { inventory, revision, stamp, news }
  }
  return choice?.stamp === stamp
    ? after(completed, (json) => ({ inventory: writeOut(json), revision: choice.revision, stamp, news: NOTHING_NEW }))
    : check()
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    return refuse([{ code: 'json', path: '', expected: (error as Error).message }])
  }
}
