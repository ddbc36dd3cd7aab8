import { type Fields, fieldsOf, isFields, wordsOf } from '../../inventory/fields'
import type { Keys } from '../finding'
import { secondsOf } from './durations'
import { type Found, fixAt, type InventoryRule } from './rule'
import type { View } from './view'

/** One answer may be so many times longer than the other; more looks weightier. */
const RATIO = 1.6

/** What puts a decision off, or sends elsewhere, is no refusal. */
const NO_REFUSAL = /nastavit|kasneje|pozneje|prilagod|več (?:o|informacij)|ne zdaj|\b(?:not now|later|settings|manage|customi[sz]e|more)\b/i

/** What the labels of the two answers are called here and in other tools' configurations. */
const LABELS: readonly (readonly [accept: string, reject: string])[] = [
  ['banner.acceptAll', 'banner.rejectAll'],
  ['acceptAll', 'rejectAll'],
  ['acceptAllBtn', 'acceptNecessaryBtn'],
  ['accept', 'reject'],
  ['accept', 'decline'],
  ['accept', 'deny'],
  ['allow', 'deny'],
]

/** Where they stand. */
const PLACES = ['texts', 'labels', 'translations']

/** By language; a plain string is Slovenian. */
const byLanguage = (text: unknown): Fields => (typeof text === 'string' ? { sl: text } : fieldsOf(text))

const areParallel = (accept: string, reject: string) =>
  !NO_REFUSAL.test(reject) && Math.max(accept.length, reject.length) <= RATIO * Math.min(accept.length, reject.length)

const ofPair = (place: string, texts: Fields, [accept, reject]: readonly [string, string]): Found[] => {
  const [said, refused] = [byLanguage(texts[accept]), byLanguage(texts[reject])]
  const unlike = Object.keys(refused).find((language) => {
    const [one, other] = [wordsOf(said[language]), wordsOf(refused[language])]
    return one && other && !areParallel(one, other)
  })
  if (unlike === undefined) return []
  const keys: Keys = [place, reject]
  const rest = Object.fromEntries(Object.entries(texts).filter(([key]) => key !== accept && key !== reject))
  return [
    {
      keys: typeof texts[reject] === 'string' ? keys : [...keys, unlike],
      excerpt: `${wordsOf(said[unlike])} | ${wordsOf(refused[unlike])}`.slice(0, 200),
      message: {
        sl: 'Besedili za sprejem in zavrnitev nista več enakovredni. Zavrnitev naj bo prav tako kratka in naj pove, da zavrne, na primer »Sprejmi vse« in »Zavrni vse«.',
        en: 'The labels for accepting and rejecting are no longer parallel. Let rejecting be as short, and say that it rejects, for example "Accept all" and "Reject all".',
      },
      fix: [fixAt([place], rest, 'Uporabite privzeti besedili', 'Use the default labels')],
    },
  ]
}

export const parallel: InventoryRule = {
  id: 'I19',
  severity: 'warn',
  source: 'EDPB cookie banner taskforce, types A, D, E; EDPB 03/2022',
  check: ({ json }) =>
    PLACES.flatMap((place) => {
      const texts = json[place]
      return isFields(texts) ? LABELS.flatMap((pair) => ofPair(place, texts, pair)) : []
    }),
}

/** Six months, by the shortest way of counting them. */
const SHORTEST = 180 * 24 * 60 * 60

/** A duration as text, or a number of days; NaN for anything else. */
const lengthOf = (period: unknown): number =>
  typeof period === 'number' ? period * 24 * 60 * 60 : secondsOf(period)

/** How long the answers hold: both, an acceptance, a refusal. Ours knows the first alone. */
const PERIODS: readonly (readonly [both: string, accepted: string, refused: string])[] = [
  ['validFor', 'validForAccept', 'validForReject'],
  ['reaskAfter', 'reaskAfterAccept', 'reaskAfterReject'],
  ['cookieExpiresAfterDays', 'acceptExpiresAfterDays', 'rejectExpiresAfterDays'],
]

/** @param value long enough for both answers */
const soon = (keys: Keys, value: unknown): Found => ({
  keys,
  message: {
    sl: 'Po zavrnitvi bi obiskovalca znova vprašali prej kot v šestih mesecih. Nastavite vsaj P6M.',
    en: 'After a refusal the visitor would be asked again within six months. Set at least P6M.',
  },
  fix: [fixAt(keys, value, 'Nastavite dovolj dolgo obdobje', 'Set a period that is long enough')],
})

const unequal = (keys: Keys, accepted: unknown): Found => ({
  keys,
  message: {
    sl: 'Zavrnitev velja drugače dolgo kot sprejem. Nastavite obema enako obdobje.',
    en: 'A refusal holds for another time than an acceptance. Set the same for both.',
  },
  fix: [fixAt(keys, accepted, 'Nastavite enako', 'Set the same')],
})

/** @param accepted how long an acceptance holds; undefined where the same period is meant */
const ofPeriods = (keys: Keys, refused: unknown, accepted: unknown): Found[] => {
  const [no, yes] = [lengthOf(refused), lengthOf(accepted)]
  if (no < SHORTEST) return [soon(keys, yes >= SHORTEST ? accepted : 'P6M')]
  return Number.isNaN(no) || Number.isNaN(yes) || no === yes ? [] : [unequal(keys, accepted)]
}

const ofFields = (json: Fields, [both, accepted, refused]: (typeof PERIODS)[number]): Found[] => {
  const period = json[both]
  if (isFields(period)) return ofPeriods([both, 'reject'], period.reject, period.accept)
  if (json[refused] === undefined) return ofPeriods([both], period, undefined)
  return ofPeriods([refused], json[refused], json[accepted] ?? period)
}

export const again: InventoryRule = {
  id: 'I20',
  severity: 'error',
  source: 'EDPB 03/2022 (overloading); CNIL 2020-091/092 (six months, good practice)',
  check: ({ json }: View) => PERIODS.flatMap((fields) => ofFields(json, fields)),
}
