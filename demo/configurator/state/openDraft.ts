import type { Both } from '../tools'
import { type Draft, emptyDraft, readLook } from './draft'
import { isObject, type JsonObject } from './json'

export type Opened = { readonly draft: Draft } | { readonly error: Both }

/** What a file may not exceed: an inventory of a thousand records has a tenth of it. */
const LARGEST = 2_000_000

/**
 * Reads a saved draft, or an inventory as it is on the site.
 *
 * @param text of the file
 * @returns the draft, or what is wrong and where; never throws
 */
export const openDraft = (text: string): Opened => {
  if (text.length > LARGEST) return { error: TOO_LARGE }
  const trimmed = text.replace(/^\uFEFF/, '')
  if (!trimmed.trim()) return { error: EMPTY }
  let value: unknown
  try {
    value = JSON.parse(trimmed)
  } catch (error) {
    return { error: brokenAt(trimmed, placeOfError(trimmed, error)) }
  }
  if (!isObject(value)) return { error: NO_OBJECT }
  if (isObject(value.inventory)) return { draft: { inventory: value.inventory, look: readLook(value.look) } }
  const inventory: JsonObject = value
  const isInventory = ['site', 'controller', 'services', 'cookies', 'policy'].some((name) =>
    Object.hasOwn(inventory, name),
  )
  return isInventory ? { draft: { inventory, look: emptyDraft.look } } : { error: NO_INVENTORY }
}

/** @returns what is saved: one file with everything that can be set here */
export const saveDraft = ({ inventory, look }: Draft): string =>
  `${JSON.stringify({ inventory, look }, undefined, 2)}\n`

/** Where JSON broke off, counted in characters. Engines tell it in different words, or not at all. */
const placeOfError = (text: string, error: unknown): number | undefined => {
  const message = String(error)
  const position = /position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Number(position)
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  if (line !== undefined) {
    const before = text.split('\n').slice(0, Number(line) - 1)
    return before.join('\n').length + (before.length ? 1 : 0) + Number(column) - 1
  }
  return /end of|unterminated/i.test(message) ? text.length : undefined
}

const brokenAt = (text: string, position: number | undefined): Both => {
  if (position === undefined)
    return {
      sl: 'Datoteka ni veljaven JSON. Preverite, ali ste kopirali vse, od prvega do zadnjega zavitega oklepaja.',
      en: 'The file is not valid JSON. Check whether all of it was copied, from the first curly bracket to the last.',
    }
  const before = text.slice(0, position).split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  const words = (text.split('\n')[line - 1] ?? '').trim().slice(0, 60)
  const isEnd = position >= text.trimEnd().length
  return isEnd
    ? {
        sl: `Datoteka ni veljaven JSON: v vrstici ${line} se prekine, preden so zaprti vsi oklepaji in narekovaji.`,
        en: `The file is not valid JSON: it breaks off in line ${line}, before all brackets and quotation marks are closed.`,
      }
    : {
        sl: `Datoteka ni veljaven JSON. Napaka je v vrstici ${line}, stolpec ${column}: »${words}«. Pogosto je kriva odvečna ali manjkajoča vejica v vrstici pred tem.`,
        en: `The file is not valid JSON. The error is in line ${line}, column ${column}: "${words}". Often a comma is missing or left over in the line before it.`,
      }
}

const TOO_LARGE: Both = {
  sl: 'Datoteka je prevelika za popis (več kot 2 MB). Izberite datoteko piskotki.json ali shranjen osnutek.',
  en: 'The file is too large for an inventory (over 2 MB). Choose piskotki.json or a saved draft.',
}
const EMPTY: Both = {
  sl: 'Datoteka je prazna. Izberite datoteko piskotki.json ali shranjen osnutek.',
  en: 'The file is empty. Choose piskotki.json or a saved draft.',
}
const NO_OBJECT: Both = {
  sl: 'V datoteki ni popisa: začeti se mora z zavitim oklepajem {.',
  en: 'There is no inventory in the file: it has to begin with a curly bracket {.',
}
const NO_INVENTORY: Both = {
  sl: 'Datoteka je veljaven JSON, vendar v njej ni popisa: manjkajo polja, kot sta »controller« in »services«.',
  en: 'The file is valid JSON, but there is no inventory in it: fields such as "controller" and "services" are missing.',
}
