import type { Both } from '../../both'
import { type Fields, isFields } from '../../inventory/fields'
import type { Fix, Keys } from '../finding'
import { type Found, fixAt, type InventoryRule } from './rule'
import type { View } from './view'

const HTML = /<\/?[a-z][^<>]{0,500}>|&(?:[a-z]{2,8}|#\d{2,6});/i

/** Words that no Slovenian sentence has, the function words before all. */
const ENGLISH = new Set(
  (
    'the of and for is are used uses this that with by from your cookie cookies user users visitor visitors website session ' +
    'store stores stored remember remembers between keeps preferences security data information when which whether login ' +
    'track tracks collect collects page visit visits statistics advertising'
  ).split(' '),
)
const SLOVENIAN = new Set(
  'za je in ki se na v ali s z pri od ob da so če ter kot med iz po do ne piškotek piškotki seje strani obisk'.split(' '),
)

/** Whether a text that ought to be Slovenian is English. */
const isEnglish = (text: string): boolean => {
  if (/[čšž]/i.test(text)) return false
  const words = text.slice(0, 2000).toLowerCase().match(/\p{L}+/gu) ?? []
  const english = words.filter((word) => ENGLISH.has(word)).length
  return english >= 2 && english > 2 * words.filter((word) => SLOVENIAN.has(word)).length
}

/** A kind, or nothing at all, instead of what it is for. */
const EMPTY =
  /^(?:(?:tehničn|nujn|nujno potreb|potreb|obvezn|sejn|funkcionaln|analitičn|statističn|oglaševalsk|trženjsk|lastn)\p{L}{0,4} ?)?(?:piškotk?e?k?\p{L}{0,2}|cookies?)?[.!]?$|^(?:[-–—/.?]|n\/a|ni podatka|neznano|razno|ostalo|drugo|technical|necessary|essential)(?: cookies?)?\.?$/iu

const stripped = (text: string) =>
  text
    .replace(RegExp(HTML, 'gi'), ' ')
    .replace(/\s+/g, ' ')
    .trim()

interface Fault {
  readonly message: Both
  readonly fix?: Fix
}

const faultOf = (text: string, keys: Keys, isSlovenian: boolean): Fault | undefined => {
  const plain = stripped(text)
  if (HTML.test(text))
    return {
      message: {
        sl: 'V namenu so oznake HTML, ki jih obiskovalec vidi kot znake. Zapišite ga kot navadno besedilo.',
        en: 'The purpose holds HTML, which visitors would see as characters. Write it as plain text.',
      },
      ...(plain && { fix: fixAt(keys, plain, 'Odstranite oznake', 'Remove the tags') }),
    }
  if (isSlovenian && isEnglish(text))
    return {
      message: {
        sl: 'Namen je v angleščini, stran pa je slovenska. Zapišite ga po slovensko; angleško besedilo lahko dodate kot { "sl": "…", "en": "…" }.',
        en: 'The purpose is in English, but the site is Slovenian. Write it in Slovenian; you may keep the English beside it as { "sl": "…", "en": "…" }.',
      },
    }
  if (EMPTY.test(text.trim()))
    return {
      message: {
        sl: 'Namen ne pove, čemu zapis služi. V enem stavku napišite, kaj se zgodi z njim, na primer »Ohranja prijavo uporabnika«.',
        en: 'The purpose does not say what the record is for. Say in one sentence what it does, for example "Keeps the user signed in".',
      },
    }
  return undefined
}

/** The texts of a purpose, with their languages; a plain string is Slovenian. */
const textsOf = (purpose: unknown): [language: string, text: string][] =>
  typeof purpose === 'string'
    ? [['', purpose]]
    : Object.entries(isFields(purpose) ? purpose : {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string')

const ofFields = ({ purpose }: Fields, keys: Keys, known: string | undefined, view: View): Found[] =>
  textsOf(purpose).flatMap(([language, text]): Found[] => {
    if (!text.trim()) return []
    const path = [...keys, 'purpose', ...(language ? [language] : [])]
    const fault = faultOf(text, path, language === 'sl' || (!language && view.languages.includes('sl')))
    if (!fault) return []
    const fix = fault.fix ?? (known && fixAt(path, known, 'Vpišite namen iz kataloga', 'Take the purpose from the catalogue'))
    return [{ keys: path, excerpt: text.slice(0, 200), message: fault.message, ...(fix && { fix: [fix] }) }]
  })

export const purposes: InventoryRule = {
  id: 'I18',
  severity: 'error',
  source: 'GDPR, art. 12(1), 13(1)(c); ZEKom-2, art. 225; ZJRS',
  check: (view) => [
    ...view.entries
      .filter(({ use, isTable }) => !use && !isTable)
      .flatMap(({ fields, keys }) => ofFields(fields, keys, undefined, view)),
    ...view.recipients.flatMap(({ fields, keys }) => ofFields(fields, keys, undefined, view)),
    ...view.rows
      .filter(({ isWritten }) => isWritten)
      .flatMap(({ fields, keys, known }) => ofFields(fields, keys, known[0]?.cookie.purpose.sl, view)),
  ],
}
