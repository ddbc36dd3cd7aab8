import { parseDuration } from '../duration/duration'

/** ISO 8601 in the unit as written, or the word for what is no length; nothing where it is not understood. */
export const isoOf = (text: string): string | undefined => {
  const { kind, iso } = parseDuration(text.slice(0, 120))
  if (kind === 'fixed') return iso
  return kind === 'unknown' || kind === 'variable' ? undefined : kind
}

export const isDuration = (text: string): boolean => text.length <= 120 && isoOf(text) !== undefined

/** Several in one cell, one for each name: `2 leti / 24 ur / 1 minuta`. One that is a whole stays whole. */
export const durationsIn = (cell: string, count: number): string[] => {
  const parts = cell.split(/\s*(?:\n|\s\/\s|;|,(?!\d))\s*/).filter(Boolean)
  return count > 1 && parts.length === count && parts.every(isDuration) ? parts : []
}

const NUMBER = String.raw`(?:\d{1,4}(?:[.,]\d{1,3})?|ena|en|eno|enega|enem|dva|dve|dveh|tri|treh|štiri|pet|šest|sedem|osem|devet|deset|dvanajst|pol|one|two|three|six|twelve)`
const UNIT = String.raw`(?:let[aiou]?|leti|letih|mesec\w{0,3}|tedn\w{0,3}|teden|dan|dni|dneva|dnevi|dneh|ur[aeio]?|urah|minut[aeio]?|minutah|min\.?|sekund[aeio]?|years?|months?|weeks?|days?|hours?|minutes?|seconds?)`

/** A length in a sentence, with what bounds it. */
const LENGTH = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:do|največ|najdlje|vsaj|najmanj|še|up to)\s)?${NUMBER}\s?${UNIT}(?!\p{L})`,
  'giu',
)

/** The end of the session, in a sentence. */
const SESSION = /(?<!\p{L})(?:(?:do\s)?(?:konca?|zaprtja?)\s(?:seje|brskalnika)|trajanje seje|čas seje|session)(?!\p{L})/giu

/** All lengths that a sentence names. */
export const lengthsIn = (text: string): string[] => [...text.matchAll(LENGTH)].map(([found]) => found)

/** The one duration that a sentence about a record names; nothing where it names two. */
export const durationInSentence = (text: string): string | undefined => {
  const found = [...lengthsIn(text), ...[...text.matchAll(SESSION)].map(([one]) => one)]
  return found.length === 1 && isDuration(found[0]!) ? found[0] : undefined
}
