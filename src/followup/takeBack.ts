import { cleanUp } from '../cleanup/cleanUp'
import { outOfReach } from '../cleanup/outOfReach'
import { allGranted } from '../core/gates/allGranted'
import type { FollowUpOptions } from '../core/parts'
import { hasTyped } from './hasTyped'
import { listed } from './listed'
import { loadAnew } from './loadAnew'
import { remember, takeRemembered } from './remembered'
import { takeFramesAway } from './takeFramesAway'

/**
 * Takes back what was allowed: the vendors have been told by now; what they stored is deleted and looked for again, and
 * a page on which something ran that is denied now is loaded anew, once, since a script cannot be undone. Where the
 * visitor has typed something, it is for the visitor to say when. What only the visitor can remove is named.
 * @returns whether all is done: not where the page is being loaded anew or ought to be, and not where something was
 *   found and deleted, since a tracker may write it again while the page is being left; the next page looks again
 */
export const takeBack = async ({ consent, ran, withdrawn, tell }: FollowUpOptions): Promise<boolean> => {
  const { inventory, granted } = consent
  const { found, left: still } = await cleanUp(inventory, granted)
  const reload = [...ran].some((mark) => !allGranted(mark, granted))
  if (reload && !hasTyped()) {
    // What is left is said on the page that comes: by then more is gone, and Firefox knows of all HttpOnly cookies.
    if (withdrawn.length) remember(withdrawn)
    takeFramesAway(granted)
    loadAnew()
    return false
  }
  const ids = withdrawn.length ? withdrawn : takeRemembered()
  // A first refusal takes nothing back, so there is nothing to tell of.
  const here = still.map((name) => ({ place: location.hostname, name }))
  const left = ids.length ? listed([...here, ...outOfReach(inventory, granted, ids)]) : []
  const some = inventory.services.some(({ id, category }) => category !== 'necessary' && granted(id))
  const { stored } = consent.details()
  if (reload || left.length) tell({ method: some ? 'save' : 'withdraw', stored, left, reload })
  return !reload && (!found || still.length > 0)
}
