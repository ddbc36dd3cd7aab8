import { newestChoice } from '../core/choice/newestChoice'
import { serialize } from '../core/choice/serialize'
import type { FollowUpOptions } from '../core/parts'
import { deliver } from './deliver'
import { receiptOf } from './receiptOf'

/** Stands where the stamp will: the receipt of this choice is in the queue. No hash is as short. */
const QUEUED = '0'

/**
 * Hands the receipt of a choice over to the site's endpoint, once: that it is in the queue is written into the choice
 * in the same task, so that whatever page comes next knows. Of a choice that was written by hand there is none to hand
 * over.
 * @returns whether nothing waits any longer
 */
export const handOver = async ({ consent, storage }: FollowUpOptions): Promise<boolean> => {
  const { receiptEndpoint } = consent.inventory
  const now = Date.now() / 1000
  const choice = newestChoice(storage, now)
  if (!receiptEndpoint) return true
  const isNew = choice?.way && !choice.stamp && choice.time === consent.choice?.time
  const sent = deliver(receiptEndpoint, isNew ? receiptOf(consent) : undefined)
  if (isNew) storage.write(serialize({ ...choice, stamp: QUEUED }), Math.floor(consent.details().expires! - now))
  return sent
}
