import { recogniseCookie } from '../catalogue/recogniseCookie'

/** What a record's name may be made of, with the marks that lists put for the part that differs. */
const NAME = /^[\w.*+#~!$^&|:@%-]*(?:(?:\{[^{}\s]{1,40}\}|\[[^[\]\s]{1,40}\]|<[^<>\s]{1,40}>)[\w.*+#~-]*)*$/

/** Nobody calls a record so: addresses, files, laws, numbers. */
const NO_NAME = /^(https?:|www\.|[^@]*@[^@]*\.|(GDPR|ZVOP|ZEKom|RS|EU|EGP|ZDA|IP|URL|HTML|HTTPS?|DPF|SSL|SMS|SSO|CSRF|PDF|CMS)(-\d)?$|.*\.(si|com|eu|org|net|html?|php|pdf)$|[-\d.,:%*+#~!$^&|@]*$)/i

/** A token that may stand in a column of names. */
export const mayBeName = (text: string): boolean =>
  text.length > 0 && text.length <= 100 && /[a-z]/i.test(text) && NAME.test(text) && !NO_NAME.test(text)

/** The parts of a name that nobody writes in a sentence: underscores, blanks, capitals within, digits after letters. */
const TELLING = /_|\*|[a-z][A-Z]|^[A-Z]{2,}[A-Z\d]*(?:ID|SID|KEY|TOKEN)|[a-z]\.[A-Za-z]+_|[{[<].+[}\]>]/

/** A token that is a name for certain, wherever it stands. */
export const isName = (text: string): boolean =>
  mayBeName(text) && (isKnown(text) || (TELLING.test(text) && !/^_+\w?$/.test(text)))

/** What was asked before: lists repeat their names. */
const asked = new Map<string, boolean>()

/** A name that the catalogue has, and that is no common word. */
const isKnown = (text: string): boolean => {
  if (text.length < 2 || !/[A-Z_\d.-]/.test(text)) return false
  const before = asked.get(text)
  if (before !== undefined) return before
  if (asked.size > 2000) asked.clear()
  const found = recogniseCookie(text).some(({ ambiguous }) => !ambiguous)
  asked.set(text, found)
  return found
}

/** `{user_id}`, `[hash]`, `<id>`, `XXXX`, `####`, and an underscore at the end, stand for what differs: `*`. */
export const cleanName = (text: string): string =>
  text
    .replace(/^["'`»„“”«]+|["'`»„“”«]+$/g, '')
    .replace(/\{[^{}]*\}|\[[^[\]]*\]|<[^<>]*>|[xX]{3,}|#+|…|\.{3}/g, '*')
    .replace(/_$/, '_*')
    .replace(/\*{2,}/g, '*')

const AND = /\s*(?:[,;\n]|\s\/\s|\s(?:in|ter|and|und|e|i|és|oziroma|oz\.|ali|or|\+|&)\s)\s*/

/** What stands behind a name without being part of it: `_ga (Google)`, `_ga*1`. */
const BEHIND = /\s*\((?:[^()]{0,80})\)\s*$/

/**
 * The names in a cell or in a bracket, cleaned.
 * @param sure whether each must be a name for certain; in a column of names they need not
 */
export const namesIn = (cell: string, sure = false): string[] => {
  const parts = cell
    .slice(0, 2000)
    .split(AND)
    .map((part) => part.trim().replace(BEHIND, '').replace(/^["'`»„“”«]+|["'`»„“”«.:]+$/g, '').trim())
    .filter(Boolean)
  const names = parts.filter((part) => (sure ? isName(part) : mayBeName(part)))
  // A sentence with commas is no list of names.
  return names.length && names.length === parts.length ? names.map(cleanName) : []
}
