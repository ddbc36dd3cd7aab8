import type { Both } from '../../both'
import { fieldsOf, isFields, isMissing, wordsOf } from '../../inventory/fields'
import { isRegistrationNumber, isTaxNumber } from './numbers'
import { type Found, fixAt, type InventoryRule } from './rule'
import type { View } from './view'

const NEEDED: Readonly<Record<string, Both>> = {
  name: { sl: 'Navedite ime upravljavca, kot je v registru.', en: 'State the name of the controller as it is registered.' },
  address: { sl: 'Navedite naslov upravljavca.', en: 'State the address of the controller.' },
  email: {
    sl: 'Navedite e-poštni naslov, na katerem obiskovalec uveljavlja pravice.',
    en: 'State an e-mail address at which visitors exercise their rights.',
  },
}

export const reachable: InventoryRule = {
  id: 'I10',
  severity: 'error',
  source: 'GDPR, art. 13(1)(a); ZEKom-2, art. 225',
  check: ({ json, controller }) => {
    // Of another type: that is told elsewhere.
    if (!isMissing(json.controller) && !isFields(json.controller)) return []
    return Object.entries(NEEDED).flatMap(([field, message]) =>
      isMissing(controller[field]) ? [{ keys: ['controller', field], message }] : [],
    )
  },
}

const wrong = (field: string, value: string, message: Both, fix: Found['fix'] = []): Found => ({
  keys: ['controller', field],
  excerpt: value,
  message,
  ...(fix.length && { fix }),
})

const taxNumber = ({ controller }: View): Found[] => {
  const value = wordsOf(controller.taxNumber)
  if (!value || isTaxNumber(value)) return []
  const sl = 'Davčna številka nima prave kontrolne števke. Preverite vseh osem števk.'
  return [wrong('taxNumber', value, { sl, en: 'The check digit of the tax number is wrong. Check all eight digits.' })]
}

const registrationNumber = ({ controller }: View): Found[] => {
  const value = wordsOf(controller.registrationNumber)
  if (!value || isRegistrationNumber(value)) return []
  const sl = 'Matična številka nima prave kontrolne števke. Preverite prvih sedem števk.'
  const en = 'The check digit of the registration number is wrong. Check the first seven digits.'
  return [wrong('registrationNumber', value, { sl, en })]
}

/** Fields in which a number is no company's. */
const OTHERS = /^(taxNumber|registrationNumber|phone|email|contact)$/

/** Seven, eight or ten digits, alone. */
const NUMBER = /(?<![\d+/])(?:SI ?)?(\d{10}|\d{7,8})(?!\d)/g

const unlabelled = ({ controller }: View): Found[] =>
  Object.entries(controller).flatMap(([field, value]): Found[] => {
    if (OTHERS.test(field)) return []
    const numbers = [...wordsOf(value).slice(0, 1000).matchAll(NUMBER)].map(({ 1: digits }) => digits!)
    const number = numbers.find((digits) => isRegistrationNumber(digits) || isTaxNumber(digits))
    if (!number) return []
    const target = isRegistrationNumber(number) ? 'registrationNumber' : 'taxNumber'
    const [sl, en] = target === 'taxNumber' ? ['davčna', 'tax'] : ['matična', 'registration']
    return [
      wrong(
        field,
        number,
        {
          sl: `Številka ${number} stoji brez oznake; po kontrolni števki je ${sl} številka. Vpišite jo v polje ${target}.`,
          en: `The number ${number} stands without a label; by its check digit it is a ${en} number. Put it in the field ${target}.`,
        },
        isMissing(controller[target])
          ? [fixAt(['controller', target], number, `Vpišite kot ${target}`, `Put it in as ${target}`)]
          : [],
      ),
    ]
  })

export const numbers: InventoryRule = {
  id: 'I12',
  severity: 'warn',
  source: 'GDPR, art. 5(1)(d), 13(1)(a)',
  check: (view) => [...taxNumber(view), ...registrationNumber(view), ...unlabelled(view)],
}

/** Where anybody may have an address. */
const PUBLIC =
  /^(gmail|googlemail|hotmail|yahoo|outlook|live|icloud|gmx|aol|proton|protonmail|siol|t-2|telemach|volja|email|amis|guest\.arnes)\.[a-z]{2,3}$/

const isBeneath = (one: string, other: string) => one === other || one.endsWith(`.${other}`)

const ofAddress = (keys: readonly string[], email: string, host: string): Found[] => {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  if (!email.includes('@') || !domain) return []
  if (PUBLIC.test(domain))
    return [
      {
        keys,
        excerpt: email,
        message: {
          sl: `Naslov ${email} je pri javnem e-poštnem ponudniku. Navedite naslov na svoji domeni, da zahteve ne zaidejo.`,
          en: `The address ${email} is at a public e-mail provider. Give one on your own domain, so that requests do not go astray.`,
        },
      },
    ]
  if (!host || isBeneath(domain, host) || isBeneath(host, domain)) return []
  return [
    {
      keys,
      severity: 'warn',
      excerpt: email,
      message: {
        sl: `Naslov ${email} ni na domeni strani (${host}). Če je pravi, ga pustite; sicer ga popravite.`,
        en: `The address ${email} is not on the domain of the site (${host}). If it is right, leave it; else correct it.`,
      },
    },
  ]
}

export const mail: InventoryRule = {
  id: 'I13',
  severity: 'error',
  source: 'GDPR, art. 13(1)(a) and (b), 32',
  check: ({ controller, host }) => [
    ...ofAddress(['controller', 'email'], wordsOf(controller.email), host),
    ...ofAddress(['controller', 'contact', 'email'], wordsOf(fieldsOf(controller.contact).email), host),
  ],
}
