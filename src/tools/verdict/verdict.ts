import { CATEGORIES, type CategoryId } from '../../core/inventory/types'
import { phrases as english } from '../../texts/en'
import { listOf } from '../../texts/listOf'
import { question as slovenian } from '../../texts/sl/question'
import { createWords } from '../../texts/words'
import type { Both } from '../both'
import { fieldsOf, isMissing } from '../inventory/fields'
import { placeOf } from '../lint/finding'
import { isTrackerAsNecessary, knownInstead, nameOf } from '../lint/inventory/known'
import { isLasting } from '../lint/inventory/lifetimes'
import { type Entry, type View, viewOf } from '../lint/inventory/view'

/** Whether a site needs to ask, as far as its inventory tells. */
export interface Verdict {
  /** `incomplete`: it cannot be said yet, or not be asked properly; `categories` holds what is certain by then. */
  readonly kind: 'none' | 'consent' | 'incomplete'
  readonly title: Both
  /** Why, and what speaks against it. */
  readonly reasons: Both[]
  /** What needs consent, in the order of the categories. */
  readonly categories: CategoryId[]
  /** Places of the inventory that are to be filled in: `controller.name`, `services[0].provider`. */
  readonly missing: string[]
}

const WORDS = { sl: createWords('sl', slovenian), en: createWords('en', english) }

/** »merjenje obiska in oglaševanje«: the accusative that follows »za« is what these words stand in. */
const purposesOf = (categories: readonly CategoryId[], language: 'sl' | 'en') =>
  listOf(
    categories.map((category) => WORDS[language](`purpose.${category}`)),
    language,
  )

interface Gap {
  readonly place: string
  readonly reason: Both
}

const NAMELESS: Gap = {
  place: 'controller.name',
  reason: { sl: 'Upravljavec ni naveden.', en: 'The controller is not stated.' },
}

const UNNAMED = (place: string): Gap => ({
  place,
  reason: {
    sl: 'Noben piškotek ni naveden po imenu. Tudi nujno potrebni morajo imeti ime, namen in trajanje; če stran ne shranjuje ničesar, to preverite v brskalniku.',
    en: 'No cookie is named. Even strictly necessary ones need a name, a purpose and a duration; if the site stores nothing, check that in a browser.',
  },
})

/** A service that says what it is for, in its own words or in those of its records. */
const hasPurpose = ({ fields, rows }: Entry) =>
  !isMissing(fields.purpose) || rows.some((row) => !isMissing(row.fields.purpose))

const gapsOfService = (entry: Entry): Gap[] => {
  const { fields, keys } = entry
  const service = nameOf(fields) || placeOf(keys)
  const gap = (field: string, sl: string, en: string): Gap => ({
    place: placeOf([...keys, field]),
    reason: { sl: `Storitev »${service}« nima ${sl}.`, en: `The service "${service}" has no ${en}.` },
  })
  return [
    ...(isMissing(fieldsOf(fields.provider).name) ? [gap('provider', 'ponudnika', 'provider')] : []),
    ...(hasPurpose(entry) ? [] : [gap('purpose', 'namena', 'purpose')]),
  ]
}

const gapsOf = ({ controller, rows, entries, json }: View): Gap[] => {
  const services = entries.filter(({ isTable }) => !isTable)
  return [
    ...(isMissing(controller.name) ? [NAMELESS] : []),
    ...(rows.length || services.length ? [] : [UNNAMED(Array.isArray(json.services) ? 'services' : 'cookies')]),
    ...services.flatMap(gapsOfService),
  ]
}

/** What the inventory declares as optional, and what is known to be so although it is declared strictly necessary. */
const categoriesOf = ({ entries, rows }: View): CategoryId[] => {
  const trackers = rows.filter(isTrackerAsNecessary).map(knownInstead)
  const found = [...entries, ...rows].map(({ category }) => category).concat(trackers)
  return CATEGORIES.filter((category) => category !== 'necessary' && found.includes(category))
}

const quoted = (names: readonly string[]): Both => {
  const once = [...new Set(names)]
  return { sl: listOf(once.map((name) => `»${name}«`), 'sl'), en: listOf(once.map((name) => `"${name}"`), 'en') }
}

/** A reason for a list of names; none where the list is empty. */
const about = (names: readonly string[], say: (names: Both) => Both): Both[] =>
  names.length ? [say(quoted(names))] : []

const optionalReasons = ({ entries, rows }: View): Both[] => [
  ...about(
    [
      ...entries.filter(({ category }) => category && category !== 'necessary').map(({ fields }) => nameOf(fields)),
      ...rows.filter(({ category, entry }) => entry.isTable && category !== 'necessary').map(({ name }) => name),
    ],
    ({ sl, en }) => ({
      sl: `Popis navaja, kar ni nujno potrebno: ${sl}.`,
      en: `The inventory lists what is not strictly necessary: ${en}.`,
    }),
  ),
  ...about(rows.filter(isTrackerAsNecessary).map(({ name }) => name), ({ sl, en }) => ({
    sl: `Kot nujno potrebno je navedeno, kar je znano kot sledenje: ${sl}.`,
    en: `What is known as tracking is declared strictly necessary: ${en}.`,
  })),
]

/** What may be seen otherwise, although nothing is known for certain to need consent. */
const caveats = ({ rows }: View): Both[] => [
  ...about(
    rows.filter((row) => knownInstead(row) && !isTrackerAsNecessary(row)).map(({ name }) => name),
    ({ sl, en }) => ({
      sl: `Pridržek: katalog šteje med neobvezne: ${sl}. Nujno je to le, če si obiskovalec sam tako nastavi.`,
      en: `A caveat: the catalogue holds to be optional: ${en}. It is necessary only where the visitor sets it so.`,
    }),
  ),
  ...about(rows.filter(isLasting).map(({ name }) => name), ({ sl, en }) => ({
    sl: `Pridržek: dlje kot 30 dni ostane v napravi: ${sl}. Nujno potreben zapis naj traja do konca seje ali malo dlje.`,
    en: `A caveat: longer than 30 days on the device stays: ${en}. What is strictly necessary should last for the session or slightly longer.`,
  })),
]

const NOTHING_OPTIONAL: Both = {
  sl: 'V popisu so samo nujno potrebni piškotki; o njih je dovolj obvestiti.',
  en: 'The inventory holds strictly necessary cookies alone; of these it is enough to inform.',
}

const NOT_READ: Verdict = {
  kind: 'incomplete',
  title: { sl: 'Manjka popis', en: 'The inventory is missing' },
  reasons: [
    {
      sl: 'Popisa ni bilo mogoče prebrati. Začnite z upravljavcem in s seznamom piškotkov.',
      en: 'The inventory could not be read. Begin with the controller and the list of cookies.',
    },
  ],
  categories: [],
  missing: ['controller.name', 'cookies'],
}

/** What is missing, in the nominative, for the title. */
const titleOf = (gaps: readonly Gap[]): Both => {
  const kinds = [
    ['controller', 'upravljavec', 'the controller'],
    ['cookies|services$', 'seznam piškotkov', 'the list of cookies'],
    ['services.*provider', 'ponudnik storitve', 'the provider of a service'],
    ['services.*purpose', 'namen storitve', 'the purpose of a service'],
  ] as const
  const found = kinds.filter(([place]) => gaps.some((gap) => RegExp(`^(${place})`).test(gap.place)))
  const [sl, en] = [listOf(found.map((kind) => kind[1]), 'sl'), listOf(found.map((kind) => kind[2]), 'en')]
  return { sl: `${['Manjka', 'Manjka', 'Manjkata'][found.length] ?? 'Manjkajo'} ${sl}`, en: `Missing: ${en}` }
}

/**
 * Whether a site needs a banner, before it has any: nothing, consent to what, or what is missing to tell.
 * @param inventory may be anything; known services (`use`) are completed
 * @returns sentences for the owner of the site. Never throws. No legal advice: what is not in the inventory is not judged.
 *
 * @example
 * verdict({ controller, services: [{ use: 'google-analytics' }] }).title.sl // 'Potrebujete privolitev za merjenje obiska'
 */
export const verdict = (inventory: unknown): Verdict => {
  const view = viewOf(inventory)
  if (!view) return { ...NOT_READ }
  const categories = categoriesOf(view)
  const gaps = gapsOf(view)
  const missing = gaps.map(({ place }) => place)
  const needed: Both = {
    sl: `Potrebujete privolitev za ${purposesOf(categories, 'sl')}`,
    en: `You need consent for ${purposesOf(categories, 'en')}`,
  }
  const isAsked = categories.length > 0
  const why = isAsked ? optionalReasons(view) : view.rows.length ? [NOTHING_OPTIONAL, ...caveats(view)] : []
  if (gaps.length) {
    const certain = isAsked ? [{ sl: `${needed.sl}.`, en: `${needed.en}.` }] : []
    const reasons = [...gaps.map(({ reason }) => reason), ...certain, ...why]
    return { kind: 'incomplete', title: titleOf(gaps), reasons, categories, missing }
  }
  if (isAsked) return { kind: 'consent', title: needed, reasons: why, categories, missing }
  return {
    kind: 'none',
    title: { sl: 'Pasice ne potrebujete', en: 'You need no banner' },
    reasons: why.length ? why : [NOTHING_OPTIONAL],
    categories,
    missing,
  }
}
