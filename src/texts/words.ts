import type { Text } from '../core/inventory/types'

/** A sentence, or one for each plural category of `Intl.PluralRules`. */
export type Phrase = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

/** Phrases by key; `{name}` is a place to be filled. */
export type Phrases = Readonly<Record<string, Phrase>>

type Values = Readonly<Record<string, string | number>>

/** Says things in one language. */
export interface Words {
  readonly language: string
  /** @param values what fills the places; `n` also picks the plural form, verb and all */
  (key: string, values?: Values): string
  /** A text of the inventory in this language, else in Slovenian, else in whatever there is. */
  of(text: Text | undefined): string
}

/**
 * @param language its code, by which `Intl` knows its plural
 * @param own the site's wording, which goes before ours: a string is Slovenian, as all texts of an inventory
 */
export const createWords = (language: string, phrases: Phrases, own: Readonly<Record<string, Text>> = {}): Words => {
  const plural = new Intl.PluralRules(language)
  const say = (key: string, values: Values = {}): string => {
    const mine = own[key]
    const phrase = (typeof mine === 'string' ? language === 'sl' && mine : mine?.[language]) || phrases[key]
    const text = typeof phrase === 'object' ? (phrase[plural.select(Number(values.n))] ?? phrase.other) : phrase
    // A number and what it counts stay on one line.
    return (text ?? '').replace(/\{(\w+)\}( ?)/g, (_, name: string, space: string) =>
      `${values[name] ?? ''}${name === 'n' && space ? '\u00a0' : space}`,
    )
  }
  const of = (text: Text | undefined) =>
    typeof text === 'object' ? (text[language] ?? text.sl ?? Object.values(text)[0] ?? '') : (text ?? '')
  return Object.assign(say, { language, of })
}
