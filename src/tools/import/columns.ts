import { folded } from '../text/folded'

export type Field = 'name' | 'purpose' | 'duration' | 'category' | 'kind' | 'provider' | 'storage' | 'domain' | 'service'

/** What heads of columns and labels say, folded, in the languages that are met; the first that fits holds. */
const LABELS: readonly [Field, RegExp][] = [
  ['duration', /^(cas )?(trajanj|veljavnost|rok|cas|obdobj|hramb|zivljenjsk|potek|potece|poteka|doba|istek|duration|expir|retention|lifetime|max\.? age|durata|scadenza|dauer|laufzeit|speicher|ablauf|gultig|lejarat|idotartam|ervenyes|trajanje|cuvanj)/],
  ['provider', /^(ponudnik|izvor|vir$|lastnik|izdajatelj|podjetj|upravlja|postavi|nastavi|izdal|provider|owner|set by|source|vendor|host$|fornitore|titolare|anbieter|herausgeber|pruzatelj|szolgaltat|stran(ka|ko|i)?$|tretja oseba|kdo)/],
  ['purpose', /^(namen|opis|uporab|funkcij|funkcionalnost|razlag|cemu|zakaj|kaj |vsebin|pomen|purpose|description|use|what|function|scopo|finalita|descrizione|zweck|beschreib|svrha|cel|leiras|celja)/],
  ['category', /^(kategorij|skupin|category|categoria|kategorie|kategoria|group|razvrstitev)/],
  ['kind', /^(tip|vrsta|vrst|type|tipo|typ|art$|vrsta piskotka|tipus)/],
  ['storage', /^(shramb|storage|medij)/],
  ['domain', /^(domen|domain|dominio|gostitelj)/],
  ['service', /^(storitev|service|servizio|dienst|usluga|orodje|aplikacij)/],
  ['name', /^(ime|naziv|piskot|name|cookie|nome|imena|oznaka|kljuc|key|datoteka|kolacic|kuki|nev|suti|identifikator|naslov)/],
]

const OF_LABEL = /^(.{1,60}?)(?::|\s*\(.*\))?$/

/** What was asked before: documents repeat their labels, and each line of a text is asked whether it is one. */
const asked = new Map<string, Field | undefined>()

/** What a head of a column or a label stands for; nothing where it is a value. */
export const fieldOf = (text: string): Field | undefined => {
  if (text.length > 60) return undefined
  if (asked.has(text)) return asked.get(text)
  if (asked.size > 2000) asked.clear()
  const field = readLabel(text)
  asked.set(text, field)
  return field
}

const readLabel = (text: string): Field | undefined => {
  const words = OF_LABEL.exec(folded(text).replace(/^[-–•*\s]+/, ''))?.[1]?.trim() ?? ''
  if (!words || words.split(' ').length > 5) return undefined
  // »Trajanje piškotka«, »Ime piškotka«; »Čas trajanja«.
  return LABELS.find(([, pattern]) => pattern.test(words))?.[0]
}

/** Two at least, and none of them twice as anything but a kind. */
export const fieldsOfHead = (cells: readonly string[]): (Field | undefined)[] | undefined => {
  const fields = cells.map(fieldOf)
  const known = fields.filter((field) => field !== undefined)
  const isHead = known.length >= 2 && known.length >= cells.filter(Boolean).length - 1 && new Set(known).size >= 2
  if (!isHead) return undefined
  const seen = new Set<Field>()
  return fields.map((field) => {
    if (!field || seen.has(field)) return undefined
    seen.add(field)
    return field
  })
}
