import { longestSeconds } from '../tools/duration/compareDurations'
import { parseDuration } from '../tools/duration/duration'

/** The last step of the scale, no limit: the largest number of two digits in base 36. */
const UNLIMITED = 1295

/**
 * How long a duration is, on a scale of two digits in base 36 with steps of under 2 %: enough to notice that one has
 * become longer.
 * @returns a step from 0 (the session) to 1295 (no limit); -1 where nothing can be told
 */
export const lengthOf = (duration: string): number => {
  const minutes = longestSeconds(parseDuration(duration)) / 60
  return minutes >= 0 ? Math.min(UNLIMITED, Math.ceil(Math.log2(minutes + 1) * 50)) : -1
}
