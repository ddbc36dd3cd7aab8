import { listOf } from '../../texts/listOf'
import type { Words } from '../../texts/words'
import { splitIso } from './iso'
import type { Duration } from './iso'

/** In the order in which `splitIso` gives the amounts. */
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const

/** »1440 ur« says little, »60 dni« does: whole days from two days up. Every other unit stays as declared. */
const preferDays = (iso: string): string => {
  const days = Number(/^PT(\d+)H$/.exec(iso)?.[1]) / 24
  return days >= 2 && days % 1 === 0 ? `P${days}D` : iso
}

const showIso = (iso: string, words: Words): string => {
  const amounts = splitIso(preferDays(iso)) ?? []
  const shown = UNITS.flatMap((unit, index) => {
    const amount = amounts[index]
    return amount ? words(`unit.${unit}`, { n: amount }) : []
  })
  return listOf(shown, words.language)
}

/**
 * A duration in words: nominative, numbers with the noun's right form, compounds from the largest unit down.
 *
 * @param duration As `parseDuration` gives it.
 * @param words Must hold the texts `duration.*` and `unit.*`, see `texts/<language>/table.ts`.
 * @returns Text for a table cell or parentheses, with no-break spaces between number and noun; it cannot follow a
 * preposition. What is not understood is shown as written.
 *
 * @example
 * showDuration(parseDuration('1440 ur'), sl)       // '60 dni'
 * showDuration(parseDuration('do enega leta'), sl) // 'največ 1 leto'
 */
export const showDuration = (duration: Duration, words: Words): string => {
  const { kind, iso, bound, from, unbounded, asWritten } = duration
  if (iso) {
    const units = showIso(iso, words)
    const bounded = bound ? words(`duration.${bound}`, { duration: units }) : units
    // The event is the site's own wording, and that is Slovenian.
    return from && /^sl\b/.test(words.language) ? `${bounded} ${from}` : bounded
  }
  if (unbounded) return words('duration.unlimited')
  if (kind === 'unknown' || kind === 'fixed') return asWritten.trim() || words('duration.unknown')
  return words(`duration.${kind === 'next-page' ? 'nextPage' : kind}`)
}
