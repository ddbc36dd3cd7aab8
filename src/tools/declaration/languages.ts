import type { Text } from '../../core/inventory/types'
import { phrases as de } from '../../texts/de'
import { phrases as en } from '../../texts/en'
import { phrases as hr } from '../../texts/hr'
import { phrases as hu } from '../../texts/hu'
import { phrases as it } from '../../texts/it'
import { declaration } from '../../texts/sl/declaration'
import { table } from '../../texts/sl/table'
import { createWords, type Phrases, type Words } from '../../texts/words'

const PHRASES: ReadonlyMap<string, Phrases> = new Map<string, Phrases>(
  Object.entries({ sl: { ...table, ...declaration }, it, hu, en, de, hr }),
)

/**
 * The words of a language, or Slovenian where there are none.
 * @param own the site's wording, see `Inventory.texts`
 */
export const wordsIn = (language: string, own?: Readonly<Record<string, Text>>): Words => {
  const spoken = PHRASES.has(language) ? language : 'sl'
  return createWords(spoken, PHRASES.get(spoken)!, own)
}
