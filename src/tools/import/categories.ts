import type { CategoryId } from '../../core/inventory/types'
import { folded } from '../text/folded'

/** Beginnings of words, folded, that name a category in any of the six languages. */
const WORDS: readonly [CategoryId, RegExp][] = [
  ['embeds', /\b(vdelan|vgrajen|vstavljen|zunanj\w* vsebin|druzb\w* (omrezj|medij)|druzben\w* omrez|embedded|social media|eingebettet|contenuti (incorporat|estern)|ugraden|beagyaz)/],
  ['marketing', /\b(oglas|trzenj|marketin|ciljan|ciljn|promocij|advertis|targeting|werb|pubblicit|profilazion|oglasiv|hirdet|reklam)/],
  ['analytics', /\b(analiti|analyti|analyse|statisti|meritven|merjenj|merit\w* obisk|performance|ucinkovitost|zmogljivost|storilnost|izvedben|leistung|prestazion|elemz)/],
  ['necessary', /(?<!ne)\b(nujn|nujno|obvezn|sistemsk|bistven|strictly|necessary|essential|notwendig|erforderlich|unbedingt|necessari|essenzial|tecnic|nuzn|neophodn|szukseges|elengedhetetlen|tehnicn)|\bpotrebn\w* (piskot|za)|brez katerih ne deluj|brez katerih stran/],
  ['functional', /\b(funkcional|funkcijsk|preferenc|functional|preference|funktional|funzional|funkcionaln|nastavitven|personaliz|izboljsa\w* izkus|uporabnisk\w* nastavit|funkcionalis)/],
]

/** It says that something is optional, and not which. */
const OPTIONAL = /\b(neobvezn|neobvezni|dodatn|optional|unclassified|nerazvrscen|drugi)/

/**
 * The category that a heading, a cell or a phrase names; nothing where it names none, or several. Session, persistent,
 * own and foreign are kinds of cookies and no categories.
 */
export const categoryIn = (text: string): CategoryId | undefined => {
  const words = folded(text)
  const found = WORDS.filter(([, pattern]) => pattern.test(words)).map(([category]) => category)
  if (found.length === 1) return found[0]
  if (!found.length || OPTIONAL.test(words)) return undefined
  // »Nujni piškotki za delovanje funkcij«: what stands first is what is meant.
  const at = (category: CategoryId) => words.search(WORDS.find(([id]) => id === category)![1])
  return found.sort((one, other) => at(one) - at(other))[0]
}

/** A heading that a list stands under, and not a sentence that mentions several kinds. */
export const categoryOfHeading = (text: string): CategoryId | undefined =>
  text.length <= 120 ? categoryIn(text) : undefined
