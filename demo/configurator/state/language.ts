import { signal } from '@preact/signals'
import type { Both } from '../tools'

export type Language = 'sl' | 'en'

/** Of the page itself; the languages of the visitors are in the inventory. */
export const language = signal<Language>('sl')

/** A text in the page's language. */
export const say = (sl: string, en: string): string => (language.value === 'en' ? en : sl)

export const sayBoth = ({ sl, en }: Both): string => say(sl, en)

/** »1 piškotek, 2 piškotka, 3 piškotki, 5 piškotkov« */
export const count = (
  n: number,
  sl: readonly [string, string, string, string],
  en: readonly [string, string],
): string => {
  const of = { one: sl[0], two: sl[1], few: sl[2] } as Partial<Record<Intl.LDMLPluralRule, string>>
  const noun = say(of[new Intl.PluralRules('sl').select(n)] ?? sl[3], n === 1 ? en[0] : en[1])
  return `${n}\u00A0${noun}`
}

export const countCookies = (n: number): string =>
  count(n, ['piškotek', 'piškotka', 'piškotki', 'piškotkov'], ['cookie', 'cookies'])

export const countServices = (n: number): string =>
  count(n, ['storitev', 'storitvi', 'storitve', 'storitev'], ['service', 'services'])
