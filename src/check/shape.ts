import { CATEGORIES } from '../core/inventory/types'
import { URL_PATTERN } from './urlPattern'

/**
 * The shape of an inventory, written once: it is checked against, and `dist/inventory.schema.json` is made from it.
 *
 * An object is a list of fields, `name!:kind`: `!` where it is required, `*` for a list of the kind. The kind goes
 * without saying where it has the field's name; else, without one, the field is plain words. Kinds are other objects,
 * the patterns below, or `text` (a string, or strings by language), `texts` (those by key) and `flag` (true or false).
 */
export const OBJECTS: Readonly<Record<string, string>> = {
  inventory:
    'site controller! policy languages:language* services:service* recipients:recipient* cookies:record* validFor cookieDomain:domain receiptEndpoint texts',
  site: 'name! url',
  controller: 'name! email phone address taxNumber registrationNumber contact',
  contact: 'name email phone',
  policy: 'url version date',
  service:
    'id! name:text category! purpose:text provider! hosts:words* cookies:record* note:text use:id account anonymizeIp:flag',
  provider: 'name! country privacyUrl:url transfer',
  recipient: 'name! country privacyUrl:url transfer purpose!:text note:text',
  record: 'name! purpose!:text duration! storage party domain category',
}

const SOMETHING = /\S/

/** Strings by kind. A choice of whole words is a choice of values. */
export const PATTERNS: Readonly<Record<string, RegExp>> = {
  words: SOMETHING,
  text: SOMETHING,
  url: URL_PATTERN,
  email: /^[^@\s]+@[^@\s]+$/,
  /** Ids stand in the choice's cookie between `.` and `~`, in rules of web servers, and as names of properties. */
  id: /^[A-Za-z][\w-]*$/,
  account: /^[\w.:/-]+$/,
  country: /^[A-Z]{2}(\/[A-Z]{2})*$/,
  language: /^[a-z]{2}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  validFor: /^P(?=.*[1-9])(\d\d?Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?$/,
  domain: /^[^.\s;=][^\s;=]*$/,
  receiptEndpoint: /^(\/(?!\/)|https:\/\/)/,
  category: RegExp(`^(${CATEGORIES.join('|')})$`),
  storage: /^(cookie|localStorage|sessionStorage|indexedDB|pixel)$/,
  party: /^(first|third)$/,
}

export interface Field {
  readonly name: string
  readonly required: boolean
  readonly kind: string
}

/** The fields of one of the objects. */
export const fieldsOf = (object: string): Field[] =>
  OBJECTS[object]!.split(' ').map((field) => {
    const [, name, needed, kind] = /^(\w+)(!?):?(.*)/.exec(field)!
    const own = OBJECTS[name!] || PATTERNS[name!] || name === 'texts' ? name! : 'words'
    return { name: name!, required: !!needed, kind: kind || own }
  })
