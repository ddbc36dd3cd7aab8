import { cleanUp } from '../cleanup/cleanUp'
import { isHttpOnly } from '../cleanup/isHttpOnly'
import { isThirdParty } from '../cleanup/isThirdParty'
import type { FollowUpOptions } from '../core/parts'
import { hasTyped } from './hasTyped'
import { rememberLeft, takeRemembered } from './remembered'

/**
 * Takes back what was allowed: the vendors have been told by now; what they stored is deleted and looked for again, and
 * a page on which something ran that is denied now is loaded anew, once, since a script cannot be undone. Where the
 * visitor has typed something, it is for the visitor to say when. What only the visitor can remove is named.
 * @returns false where the page is being loaded anew
 */
export const takeBack = async ({ consent, ran, withdrawn, tell }: FollowUpOptions): Promise<boolean> => {
  const { inventory, granted } = consent
  const left = await cleanUp(inventory, granted)
  const records = inventory.services.filter(({ id }) => withdrawn.includes(id)).flatMap(({ cookies }) => cookies)
  // A pixel is a request and not a record: there is nothing to remove.
  const foreign = records.filter((record) => isThirdParty(record) && record.storage !== 'pixel')
  const hidden = records.filter((record) => !isThirdParty(record) && isHttpOnly(record))
  const names = withdrawn.length ? [...left, ...[...foreign, ...hidden].map(({ name }) => name)] : takeRemembered()
  const reload = [...ran].some((mark) => mark.split(/\s+/).some((id) => id && !id.startsWith('!') && !granted(id)))
  if (reload && !hasTyped()) {
    // It is said on the page that comes.
    rememberLeft(names)
    location.reload()
    return false
  }
  if (reload || names.length) tell({ left: [...new Set(names)], reload })
  return true
}
