import { readInventory } from '../inventory/readInventory'
import { declare } from './declare'
import { wordsIn } from './languages'
import { toHtml } from './toHtml'

export interface DeclarationOptions {
  /** Code of a language; the inventory's first where it is not given, and Slovenian where it is not spoken. */
  readonly language?: string | undefined
  /** Of the categories' headings; 3 unless said. */
  readonly headingLevel?: 2 | 3 | 4 | undefined
  /** Whether the site has the notice, `data-privolim-notice`: that it was closed is kept in a cookie. */
  readonly notice?: boolean | undefined
}

/**
 * The declaration as HTML that reads complete without any script. Where Privolim runs, it puts its own in the same
 * place, with the visitor's choice.
 *
 * @param inventory JSON text or an object, as the owner writes it; what `use` names is completed from the catalogue
 * @throws an InventoryError with every issue where the inventory is wrong
 *
 * @example
 * declaration(await readFile('piskotki.json', 'utf8'), { headingLevel: 2 })
 * // <div data-privolim-declaration lang="sl"> … </div>
 */
export const declaration = (inventory: unknown, { language, headingLevel = 3, notice }: DeclarationOptions = {}): string => {
  const read = readInventory(inventory, language)
  const words = wordsIn(language ?? read.languages[0] ?? 'sl', read.texts)
  const attributes = { 'data-privolim-declaration': '', 'lang': words.language }
  return `${toHtml(['div', attributes, ...declare(read, words, headingLevel, undefined, notice)])}\n`
}
