import type { Both } from '../../tools/both'
import { slovenianForm, type SlovenianForms } from '../slovenianForm'

export type Language = 'sl' | 'en'

/** How the report speaks. */
export interface Speech {
  readonly language: Language
  readonly say: (both: Both) => string
  /** A number with the noun that goes with it. */
  readonly count: (amount: number, forms: Forms) => string
  readonly date: (iso: string) => string
  readonly time: (iso: string) => string
  readonly number: (amount: number) => string
}

/** A noun that is counted. */
export interface Forms {
  readonly sl: SlovenianForms
  readonly en: readonly [one: string, other: string]
}

const HARD = '\u00a0'

/** A preposition of one letter does not end a line. */
const unbroken = (words: string) => words.replace(/(?<=^|[\s(»])([zsvkhoZSVKHO]) /g, `$1${HARD}`)

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** As numbers, since with the month's name `Intl` gives the nominative, which is wrong in running text. */
const dateIn = (language: Language, iso: string): string => {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()]
  return (language === 'sl' ? [`${day}.`, `${month + 1}.`, year] : [day, MONTHS[month], year]).join(HARD)
}

/** In UTC, so that the same record gives the same report, wherever. */
const timeIn = (language: Language, iso: string): string => {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const minutes = String(date.getUTCMinutes()).padStart(2, '0')
  return language === 'sl' ? `${date.getUTCHours()}.${minutes}` : `${String(date.getUTCHours()).padStart(2, '0')}:${minutes}`
}

const grouped = (amount: number, separator: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, separator)

export const speechIn = (language: Language): Speech => ({
  language,
  say: (both) => (language === 'sl' ? unbroken(both.sl) : both.en),
  count: (amount, { sl, en }) => {
    const noun = language === 'sl' ? slovenianForm(amount, sl) : en[amount === 1 ? 0 : 1]
    return `${grouped(amount, language === 'sl' ? '.' : ',')}${HARD}${noun}`
  },
  date: (iso) => dateIn(language, iso),
  time: (iso) => timeIn(language, iso),
  number: (amount) => grouped(amount, language === 'sl' ? '.' : ','),
})
