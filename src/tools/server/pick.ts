import type { Both } from '../both'

/** The text in a language: Slovenian in all but English. */
export const pick = ({ sl, en }: Both, language = 'sl'): string => (language === 'en' ? en : sl)
