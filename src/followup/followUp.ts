import type { FollowUpOptions } from '../core/parts'
import { completeChoice } from './completeChoice'
import { keepOne } from './keepOne'
import { takeBack } from './takeBack'

/**
 * Does what has time until a choice has been made and shown, and at a start whatever was not done then. A choice is
 * complete once it has been seen to, so a page that is left or loaded anew before is followed up by the next.
 */
export const followUp = async (options: FollowUpOptions): Promise<void> => {
  keepOne(options)
  const { choice, inventory } = options.consent
  // Before an answer there is nothing to take back.
  if (!choice) return
  // Beside it, since a page that is loaded anew must not take the receipt with it.
  const sent = inventory.receiptEndpoint ? options.load('receipts').then((part) => part.run(options)) : true
  const [taken, handedOver] = await Promise.all([takeBack(options), sent])
  if (taken && handedOver) await completeChoice(options)
}
