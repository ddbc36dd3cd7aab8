import { deleteCookie } from '../cleanup/deleteCookie'
import { newestChoice } from '../core/choice/newestChoice'
import { serialize } from '../core/choice/serialize'
import type { FollowUpOptions } from '../core/parts'

/**
 * A site that has moved from one host to its whole domain, or back, has two cookies of the name. Web servers that read
 * the choice would grant by the older one, so there is to be one only: that which holds.
 */
export const keepOne = ({ storage, consent }: FollowUpOptions): void => {
  if (storage.read().length < 2) return
  const now = Date.now() / 1000
  const newest = newestChoice(storage, now)
  deleteCookie('privolim')
  if (newest && consent.choice) storage.write(serialize(newest), Math.floor(consent.details().expires! - now))
}
