import { declaration } from '../../texts/sl/declaration'
import { table } from '../../texts/sl/table'
import { createWords, type Phrases, type Words } from '../../texts/words'

/** What the twin can speak; another language is one line. */
const PHRASES: ReadonlyMap<string, Phrases> = new Map([['sl', { ...table, ...declaration }]])

/** The words of a language, or Slovenian where there are none. */
export const wordsIn = (language: string): Words => {
  const phrases = PHRASES.get(language)
  return phrases ? createWords(language, phrases) : createWords('sl', PHRASES.get('sl')!)
}
