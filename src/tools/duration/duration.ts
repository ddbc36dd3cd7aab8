import { DATE, type Duration, LETTERS, readIso } from './iso'

export type { Duration }

type Reading = Omit<Duration, 'asWritten'>

const UNKNOWN: Reading = { kind: 'unknown' }

/** How many of the next unit make one; zero where nobody can say: a month is no number of weeks. */
const OF_NEXT = [12, 0, 7, 24, 60, 60, 0]
/** A remainder is smaller than this: »1 leto, 365 dni« is two durations, not a sum. */
const REMAINDER_BELOW = [0, 12, 5, 32, 24, 60, 60]

const ENDING = '[aeiou]?[ghjmnsv]?[aeiou]?'

/**
 * Stems in small letters without čšž, by what they mean; `$` ends a word that takes no ending. First the units, in the
 * order of `LETTERS`. A meaning is a number, a bound, a kind of duration, or one letter of the text's `SHAPE`.
 */
const WORDS = (
  [
    ['U', 'let|year|jahr|ann|godin'],
    ['U', 'mj?es(ec)?|month|monat'],
    ['U', 'tj?ede?n|week'],
    ['D', 'd$|da?n|dnev|day|tag|giorn'],
    ['U', 'h$|ur|hour'],
    ['U', 'min(ut)?'],
    ['U', 's$|se[ck](und|ond)?'],
    ['0.25', 'cetrt$'],
    ['0.5', 'pol$'],
    ['1.5', 'poldrug'],
    ['max', 'do$|najvec$|najdlje$|ma(x|ks)\\w*$|ne.ve..kot$'],
    ['min', 'vsaj$|najmanj$|minim\\w*$'],
    ['session', 'sejn?|session|zaprtj|zapret'],
    ['next-page', 'naslednj|next$'],
    ['persistent', 'trajno$|nikoli$|never$|persistent$|izbrisa$'],
    ['unlimited', 'neomejen|vedno$|omejitv'],
    ['variable', 'spremenljiv|variable$'],
    ['C', '[.,]$'],
    ['P', '[;:()\\u2010-\\u2015\\u2212-]$'],
    // These change nothing.
    ['', 'se$|v$|za$|po$|ob$|ko$|in$|and$|dokler.ne$|cas|casovn|dodatn|traja$|trajanj|velja$|obdobj'],
    ['', 'kone?c|brez$|brskalnik|ogled|stran|page$|piskot\\w*$'],
  ] as const
).map(([meaning, stems]) => [meaning, new RegExp(`^(${stems})${ENDING}$`)] as const)

const DIGITS = 'en|dv|tr|stir|pet|sest|sed|os|devet'
// The lookahead keeps ordinals out: »peto leto« is no duration.
const NUMERAL = new RegExp(
  `^(?!(?:pet|sest|sedm|osm|devet)(?:[aeo]|i$))(?:(${DIGITS})m?${ENDING}in(?!a))?(?:(${DIGITS})m?)?` +
    `(?:${ENDING}|${ENDING}(n?ajst|[jd]e?set|sto)(?:ih|imi?)?)$`,
)

/** Small letters without čšž, every character in its old place. */
const fold = (text: string): string =>
  text.replace(/[^ -~]/g, (character) => character.normalize('NFD').charAt(0)).toLowerCase()

/** `en` → 1 … `devet` → 9; 0 for nothing. */
const readDigit = (stem: string): number => DIGITS.split('|').indexOf(stem) + 1

/** `enaindvajsetih` → 21; 0 for what is no number. */
const readNumeral = (word: string): number => {
  const [, ones = '', stem = '', rank = ''] = NUMERAL.exec(word) ?? []
  const digit = readDigit(stem)
  if (!rank) return digit
  if (rank.endsWith('ajst')) return 10 + digit
  return readDigit(ones) + (digit || 1) * (rank === 'sto' ? 100 : 10)
}

/** `1440`, `1.440`, `1 440`, `1,5`; NaN for a date and for `1,440`, which may be either. */
const readDigits = (digits: string): number =>
  Number(digits.replace(/,(?=..?$)/, '.').replace(/^([1-9]\d{0,2})[.\s](?=\d{3}$)/, '$1'))

/** A unit, by its index in `LETTERS`, and how many of it. */
type Part = [unit: number, amount: number]

/** Half a year is six months, half an hour thirty minutes; half a month stays half a month. */
const inWholeUnits = ([unit, amount]: Part): Part => {
  const ofNext = amount % 1 && OF_NEXT[unit]
  return ofNext ? inWholeUnits([unit + 1, Number((amount * ofNext).toFixed(3))]) : [unit, amount]
}

/** Nothing where the parts are no sum, since they repeat or rise, or where a fraction is left. */
const toIso = (parts: readonly Part[]): string | undefined => {
  let iso = 'P'
  let last = -1
  for (const part of parts) {
    const [unit, amount] = inWholeUnits(part)
    const isTooMuch = last >= 0 && part[1] >= (REMAINDER_BELOW[part[0]] ?? 0)
    if (unit <= last || isTooMuch || amount % 1 || amount >= 1e7) return undefined
    if (unit >= DATE.length && last < DATE.length) iso += 'T'
    iso += amount + LETTERS.charAt(unit)
    last = unit
  }
  return iso
}

/** Words that belong together, numbers, words, signs. */
const TOKEN = /ne\sve.\skot|dokler\sne|\d+(?:[.,\s]\d+)*|[a-z]+|\S/g

/** What a duration is counted from, without the stop at the end. */
const EVENT = /^(od|po)\s.*[^\s.,;]/is

/**
 * The texts that are understood, with a letter for each word that counts: a number N, a unit U or, for days, D, a
 * bound B, a kind K, a pause P (dash, bracket), a stop after a number C. In this order »trajno«; »1 leto in 2 meseca«,
 * »2 leti in pol«; »leto in pol«; »leto dni«. A bound or a pause further in would make it two durations, and »1. leto«
 * is the first year.
 */
const SHAPE = /^[BP]*(K|(NP*[UD])+N?|[UD]N|UD)[BP]*$/

const readWords = (written: string): Reading => {
  const parts: Part[] = []
  let shape = ''
  /** The number that waits for its unit. */
  let amount = 0
  let bound: Duration['bound']
  let kind = ''
  let from = ''

  for (const { 0: word, index } of fold(written).matchAll(TOKEN)) {
    const event = parts.length && EVENT.exec(written.slice(index))
    if (event) {
      from = event[0]
      break
    }
    const found = WORDS.findIndex(([, pattern]) => pattern.test(word))
    // »30 min«, but »min. 30 dni«.
    const meaning = word === 'min' && !amount ? 'min' : WORDS[found]?.[0]
    const number = meaning === undefined ? readNumeral(word) || readDigits(word) : Number(meaning)
    if (number) {
      // Nothing but »sto dvajset« adds up.
      if (!amount || amount % 100 || number >= 100) {
        shape += 'N'
        amount = 0
      }
      amount += number
    } else if (meaning === undefined) {
      return UNKNOWN
    } else if (meaning === 'U' || meaning === 'D') {
      // The days of »leto dni« say nothing.
      if (amount || !parts.length) parts.push([found, amount || 1])
      amount = 0
      shape += meaning
    } else if (meaning === 'max' || meaning === 'min') {
      shape += (bound ?? meaning) === meaning ? 'B' : '?'
      bound = meaning
    } else if (meaning === 'C') {
      shape += amount ? 'C' : ''
    } else if (meaning === 'P' || meaning === '') {
      shape += meaning
    } else {
      shape += 'K'
      kind = meaning
    }
  }

  if (!SHAPE.test(shape)) return UNKNOWN
  if (kind === 'unlimited') return { kind: 'persistent', unbounded: true }
  if (kind) return { kind: kind as Duration['kind'] }
  // »2 leti in pol«: a fraction that is left over belongs to the unit before it.
  const last = parts.at(-1)
  if (last) last[1] += amount
  const iso = amount < 1 && toIso(parts)
  return iso ? { kind: 'fixed', iso, ...(bound && { bound }), ...(from && { from }) } : UNKNOWN
}

/**
 * Reads a duration: ISO 8601 with whole numbers, the catalogue's words (`session`, `next-page`, `persistent`,
 * `variable`), and Slovenian as people write it, in digits or words and in any case; some English, German, Italian
 * and Croatian. Never throws and never guesses: an event (»do preklica privolitve«), a range, a list or an unknown
 * word make the whole `unknown`.
 *
 * @param text One duration, e.g. a cell of a cookie table. Two durations in one cell must be split before.
 * @returns Units as written. Fractions become whole numbers of a smaller unit where that is exact.
 *
 * @example
 * parseDuration('do enega leta') // { kind: 'fixed', iso: 'P1Y', bound: 'max', asWritten: 'do enega leta' }
 * parseDuration('1,5 leta')      // { kind: 'fixed', iso: 'P18M', asWritten: '1,5 leta' }
 * parseDuration('Trajanje seje') // { kind: 'session', asWritten: 'Trajanje seje' }
 */
export const parseDuration = (text: string): Duration =>
  readIso(text) ?? { ...readWords(text.normalize()), asWritten: text }
