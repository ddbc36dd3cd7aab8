import type { KnownService } from '../../catalogue'
import { EEA } from '../../countries/eea'
import { type Fields, fieldsOf, isFields, isMissing, wordsOf } from '../../inventory/fields'
import type { Keys } from '../finding'
import { within } from '../policy/rule'
import { knownEntry, nameOf, serviceOfName } from './known'
import { type Found, fixAt, type InventoryRule } from './rule'
import type { View } from './view'

/** Whoever receives data: what the inventory says of them, and the country that the catalogue knows. */
interface Receiver {
  readonly keys: Keys
  readonly provider: Fields
  readonly knownCountry: string
}

/** What the catalogue has completed is right, and nothing of it can be corrected. */
const receiversOf = ({ entries, recipients }: View): Receiver[] => [
  ...entries
    .filter(({ isTable, use, fields }) => !isTable && !use && isFields(fields.provider))
    .map((entry) => ({
      keys: [...entry.keys, 'provider'],
      provider: fieldsOf(entry.fields.provider),
      knownCountry: knownEntry(entry)?.provider.country ?? '',
    })),
  ...recipients.map(({ keys, fields }) => ({
    keys,
    provider: fields,
    knownCountry: serviceOfName(nameOf(fields))?.provider.country ?? '',
  })),
]

const isOutside = (country: string) => country !== '' && country.split('/').some((code) => !EEA.includes(code))

const ofReceiver = ({ keys, provider, knownCountry }: Receiver): Found[] => {
  const [name, country] = [nameOf(provider), wordsOf(provider.country)]
  const found: Found[] = []
  if (isMissing(provider.country) && isOutside(knownCountry))
    found.push({
      keys: [...keys, 'country'],
      excerpt: name,
      message: {
        sl: `Ponudnik »${name}« obdeluje podatke tudi zunaj EGP. Navedite državo (${knownCountry}) in mehanizem prenosa.`,
        en: `The provider "${name}" processes data outside the EEA too. State the country (${knownCountry}) and the mechanism of the transfer.`,
      },
      fix: [fixAt([...keys, 'country'], knownCountry, `Vpišite ${knownCountry}`, `Put in ${knownCountry}`)],
    })
  if (isMissing(provider.transfer) && isOutside(country))
    found.push({
      keys: [...keys, 'transfer'],
      excerpt: name,
      message: {
        sl: `Ponudnik »${name}« prejme podatke zunaj EGP (${country}), mehanizem prenosa pa ni naveden. Preverite in vpišite: DPF, SCC ali sklep o ustreznosti.`,
        en: `The provider "${name}" receives data outside the EEA (${country}), but no mechanism of the transfer is stated. Check, and put in DPF, SCC or the adequacy decision.`,
      },
      ...(/\bUS\b/.test(country) && {
        fix: [
          fixAt(
            [...keys, 'transfer'],
            'DPF',
            'Vpišite DPF (ponudnik mora biti na seznamu dataprivacyframework.gov)',
            'Put in DPF (the provider must be listed at dataprivacyframework.gov)',
          ),
        ],
      }),
    })
  return found
}

export const transfers: InventoryRule = {
  id: 'I14',
  severity: 'error',
  source: 'GDPR, art. 13(1)(f), 44–46',
  check: (view) => receiversOf(view).flatMap(ofReceiver),
}

/** »ne iznaša v tretje države«, »ne prenašamo v tretje države«. */
const CLAIM = RegExp(
  `(?<!\\p{L})[Nn]e (?:iznaša|prenaša|posreduje)\\p{L}{0,2} ${within(60)}tretje države|` +
    '(?:not|never) (?:be )?transferred .{0,40}?third countr',
  'u',
)

/** Whoever names an exception does not claim it of everything. */
const EXCEPTION = /izjem|except/i

/** An inventory is not nested more deeply. */
const DEEPEST = 8

/** Every text of a value, with the way to it. */
const textsOf = (value: unknown, keys: Keys = []): [keys: Keys, text: string][] => {
  if (typeof value === 'string') return [[keys, value]]
  if (typeof value !== 'object' || value === null || keys.length > DEEPEST) return []
  const isList = Array.isArray(value)
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...keys, isList ? Number(key) : key]))
}

/** As the inventory says, else as the catalogue does. */
const countryOf = (provider: Fields, known: KnownService | undefined): string =>
  wordsOf(provider.country) || (known?.provider.country ?? '')

const isAmerican = ({ entries, recipients }: View): boolean =>
  [
    ...entries.map((entry) => countryOf(fieldsOf(entry.fields.provider), knownEntry(entry))),
    ...recipients.map(({ fields }) => countryOf(fields, serviceOfName(nameOf(fields)))),
  ].some((country) => country.split('/').includes('US'))

export const claimOfNoTransfer: InventoryRule = {
  id: 'I15',
  severity: 'warn',
  source: 'GDPR, art. 5(1)(a), 13(1)(f)',
  check: (view) => {
    if (!isAmerican(view)) return []
    return textsOf(view.json)
      .filter(([, text]) => CLAIM.test(text) && !EXCEPTION.test(text))
      .map(([keys, text]) => ({
        keys,
        excerpt: text.slice(0, 200),
        message: {
          sl: 'Besedilo trdi, da podatki ne gredo v tretje države, popis pa navaja ponudnika iz ZDA. Popravite trditev ali storitev odstranite.',
          en: 'The text claims that data do not go to third countries, but the inventory names a US provider. Correct the claim, or remove the service.',
        },
      }))
  },
}
