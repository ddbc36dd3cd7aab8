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
  // Before an answer there is nothing to take back.
  if (options.consent.choice && (await takeBack(options))) await completeChoice(options)
}
