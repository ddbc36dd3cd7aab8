import { longestSeconds } from '../../duration/compareDurations'
import { type Duration, parseDuration } from '../../duration/duration'
import { wordsOf } from '../../inventory/fields'

/** What is longer, in characters, is no duration but a text that has lost its way. */
const LONGEST = 200

/** @param written as a record has it; `unknown` for anything that is no text */
export const readDuration = (written: unknown): Duration => {
  const text = wordsOf(written)
  return text.length > LONGEST ? { kind: 'unknown', asWritten: text } : parseDuration(text)
}

/** For comparing alone; NaN where nobody can say, and any comparison with it is false. */
export const secondsOf = (written: unknown): number => longestSeconds(readDuration(written))
