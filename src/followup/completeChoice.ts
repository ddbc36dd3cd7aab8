import { newestChoice } from '../core/choice/newestChoice'
import { serialize } from '../core/choice/serialize'
import type { FollowUpOptions } from '../core/parts'

/**
 * Adds to a stored choice what was known when it was made, for telling later what is new, and that it holds for the
 * inventory as it now stands. A moment after the choice itself: what describes an inventory is not worth its bytes
 * before there is one.
 */
export const completeChoice = async ({ consent, opened, storage, load }: FollowUpOptions): Promise<void> => {
  const { choice, inventory, details } = consent
  const { revision, stamp } = opened
  // What has materially changed is vouched for by the next answer alone.
  if (!choice || details().news || choice.stamp === stamp) return
  const known = (await load('changes')).knownToken(inventory.services)
  const now = Date.now() / 1000
  // Another tab may have decided meanwhile, and this one not have heard of it yet.
  const newest = newestChoice(storage, now)
  if (newest?.time !== choice.time) return
  // Services that are gone are dropped.
  const services = Object.fromEntries(Object.entries(newest.services).filter(([id]) => consent.knows(id)))
  storage.write(serialize({ ...newest, services, revision, stamp, known }), Math.floor(details().expires! - now))
}
