import type { Issue, IssueCode } from '../core/inventory/issues'

type Sentence = (issue: { readonly path: string; readonly expected: string }) => string

/** What to change, for those who keep a site; the place first, since a list of these is read by its places. */
const SLOVENIAN: Readonly<Record<IssueCode, Sentence>> = {
  json: ({ expected }) =>
    `Popis ni veljaven JSON (${expected}). Preverite vejice, narekovaje in oklepaje; pomaga vsak preverjalnik JSON.`,
  fetch: ({ expected }) =>
    expected
      ? `Popisa na naslovu »${expected}« ni bilo mogoče prebrati. Preverite naslov v data-inventory in ali datoteka obstaja.`
      : 'Popisa ni. Znački dodajte data-inventory="/piskotki.json" ali pred njo postavite <script type="application/json" id="privolim-inventory">.',
  type: ({ path, expected }) => `${at(path)} mora biti ${TYPES[expected] ?? 'besedilo v narekovajih'}. Popravite zapis vrednosti.`,
  required: ({ path }) => `Manjka »${path}«. Dodajte ga; brez tega podatka obiskovalca ni mogoče pravilno vprašati.`,
  pattern: ({ path, expected }) => `${at(path)} ni v pravi obliki. ${FORMS[expected] ?? 'Ne sme biti prazen; vpišite besedilo.'}`,
  'duplicate-id': ({ path, expected }) =>
    `${at(path)} je že uporabljen pri »${expected}«. Vsaka storitev potrebuje svojo oznako; eno preimenujte.`,
  'reserved-id': ({ path }) => `${at(path)} je ime kategorije. Storitvi dajte drugo oznako.`,
  'tracker-necessary': ({ path, expected }) =>
    `${at(path)}: »${expected}« je znan sledilni piškotek in ne more biti nujno potreben. Prestavite ga v analytics ali marketing.`,
  'use-unknown': ({ path, expected }) =>
    `${at(path)}: storitve »${expected}« katalog ne pozna ali pa njene datoteke ni bilo mogoče naložiti. Preverite ime ali storitev opišite v celoti.`,
  'answers-unlike': ({ path }) =>
    `Odgovora v »${path}« nista enakovredna. Popravite oba (banner.acceptAll in banner.rejectAll), v istih jezikih, s podobno dolgima besediloma brez znakov in samih velikih črk.`,
}

const ENGLISH: Readonly<Record<IssueCode, Sentence>> = {
  json: ({ expected }) => `The inventory is not valid JSON (${expected}). Check commas, quotes and brackets.`,
  fetch: ({ expected }) =>
    expected
      ? `The inventory at "${expected}" could not be read. Check the address in data-inventory and that the file exists.`
      : 'There is no inventory. Add data-inventory="/piskotki.json" to the tag, or put <script type="application/json" id="privolim-inventory"> before it.',
  type: ({ path, expected }) => `"${path || 'inventory'}" has the wrong type (expected: ${expected}). Correct the value.`,
  required: ({ path }) => `"${path}" is missing. Add it; without it the visitor cannot be asked properly.`,
  pattern: ({ path, expected }) => `"${path}" does not have the right form (${expected}). Correct it.`,
  'duplicate-id': ({ path, expected }) => `"${path}" is used already at "${expected}". Rename one of the services.`,
  'reserved-id': ({ path }) => `"${path}" is the name of a category. Give the service another id.`,
  'tracker-necessary': ({ path, expected }) =>
    `"${path}": "${expected}" is a known tracker and cannot be strictly necessary. Move it to analytics or marketing.`,
  'use-unknown': ({ path, expected }) =>
    `"${path}": the catalogue has no "${expected}", or its file could not be loaded. Check the name, or write the service out.`,
  'answers-unlike': ({ path }) =>
    `The two answers in "${path}" are unlike. Correct both (banner.acceptAll and banner.rejectAll), in the same languages, with texts of similar length, without signs or all capitals.`,
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'predmet { … }',
  array: 'seznam [ … ]',
  flag: 'true ali false, brez narekovajev',
  text: 'besedilo v narekovajih ali besedila po jezikih { "sl": "…" }',
}

const at = (path: string) => (path ? `»${path}«` : 'Popis')

/** What the right form is, by the kinds of `check/shape.ts`. */
const FORMS: Readonly<Record<string, string>> = {
  url: 'Povezava naj se začne s https://, http://, mailto:, tel: ali /.',
  language: 'Jezik zapišite z dvema malima črkama, na primer sl.',
  email: 'Vpišite e-poštni naslov, na primer info@drustvo.si.',
  country: 'Vpišite oznako države z dvema velikima črkama, na primer SI; več držav ločite s poševnico: IE/US.',
  id: 'Uporabite male črke brez šumnikov, števke in vezaj, na primer google-analytics.',
  category: 'Vpišite eno od: necessary, functional, analytics, marketing, embeds.',
  storage: 'Vpišite eno od: cookie, localStorage, sessionStorage, indexedDB, pixel.',
  party: 'Vpišite first (lastni) ali third (tretje osebe).',
  account: 'Vpišite oznako računa pri ponudniku, na primer G-XXXXXXX.',
  date: 'Datum zapišite kot 2026-03-05.',
  validFor: 'Veljavnost zapišite po ISO 8601, na primer P6M za šest mesecev.',
  domain: 'Vpišite domeno brez pike na začetku, na primer drustvo.si.',
  receiptEndpoint: 'Naslov naj se začne z / ali https://.',
}

/**
 * Turns what is wrong in an inventory into sentences that say what to change.
 * @param language `en` for English; anything else is Slovenian
 */
export const explain = (issues: readonly Issue[], language: string): Issue[] => {
  const sentences = language === 'en' ? ENGLISH : SLOVENIAN
  return issues.map((issue) => {
    const { code, path, expected = '' } = issue
    return { ...issue, message: sentences[code]({ path, expected }) }
  })
}
