import type { Bilingual } from './types'

/** The text in a language: Slovenian in all but English. */
export const pick = ({ sl, en }: Bilingual, language = 'sl'): string => (language === 'en' ? en : sl)
