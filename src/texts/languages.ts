/**
 * The languages that are spoken, in the order in which they are offered: Slovenian first, then those of the bilingual
 * municipalities (ZJRS), then others.
 */
export const LANGUAGES = ['sl', 'it', 'hu', 'en', 'de', 'hr'] as const

export type Language = (typeof LANGUAGES)[number]

/** Each by its own name. */
export const NAMES: Readonly<Record<Language, string>> = {
  sl: 'slovenščina',
  it: 'italiano',
  hu: 'magyar',
  en: 'English',
  de: 'Deutsch',
  hr: 'hrvatski',
}

/** @param code as in `<html lang>`; only a whole code of ours counts */
export const isSpoken = (code: string | undefined): code is Language => LANGUAGES.some((one) => one === code)
