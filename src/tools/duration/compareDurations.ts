import { splitIso } from './iso'
import type { Duration } from './iso'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

// Twelve months must equal one year.
const MONTH = YEAR / 12

/** In the order in which `splitIso` gives the amounts. */
const SECONDS = [YEAR, MONTH, 7 * DAY, DAY, HOUR, MINUTE, 1]

const isoSeconds = (iso: string): number => {
  const amounts = splitIso(iso)
  if (!amounts) return NaN
  return SECONDS.reduce((sum, seconds, index) => sum + seconds * Number(amounts[index] ?? 0), 0)
}

/**
 * How long a record may stay on the device, in seconds, only for comparing: a month counts as 365 / 12 days and a
 * year as 365 days, so `P1Y` equals `P12M` and `P365D`. Never store or show it.
 *
 * @param duration As `parseDuration` gives it. `bound: 'min'` and `from` do not count: where they matter, look there.
 * @returns 0 until the session or the page ends, `Infinity` without an end, `NaN` where nobody can say; any comparison
 * with `NaN` is false.
 *
 * @example
 * longestSeconds(parseDuration('26 mesecev')) > longestSeconds(parseDuration('P25M')) // true
 */
export const longestSeconds = (duration: Duration): number => {
  switch (duration.kind) {
    case 'session':
    case 'next-page':
      return 0
    case 'persistent':
      return Infinity
    case 'fixed':
      return isoSeconds(duration.iso ?? '')
    case 'variable':
    case 'unknown':
      return NaN
  }
}
