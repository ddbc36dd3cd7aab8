import { knownToken } from '../changes/knownToken'
import { newSince } from '../changes/newSince'
import type { Loader, Parts } from '../core/parts'
import { followUp } from '../followup/followUp'
import { placeReopen } from '../reopen/placeReopen'
import { checkedInventory, mount } from '../ui/index'
import { load as fetchPart } from './load'

/** What nearly every visit comes to: check, question, answer, what follows from it, and the way back. */
const lent = new Map<string, Partial<Parts>[keyof Parts]>([
  ['check', { checkedInventory }],
  ['ui', { checkedInventory, mount }],
  ['changes', { knownToken, newSince }],
  ['followup', { run: followUp }],
  ['reopen', { run: placeReopen }],
])

/**
 * What the build puts in the place of `load` for `privolim.standalone.js`: some parts are in the file already, and what
 * few pages need is fetched from the folder in which it stands.
 */
export const load = (async (name: 'ui') => lent.get(name) ?? fetchPart(name)) as Loader
