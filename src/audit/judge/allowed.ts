import type { CategoryId } from '../../core/inventory/types'
import { isOwnRecord } from '../../tools/inventory/isOwnRecord'
import type { CookieRecord, Outcome, RequestRecord, StoredRecord } from '../record'
import { type DeclaredRow, rowsOfCookie, rowsOfName, rowsOfStored, servicesOfHost } from './declared'
import { knownAddress, knownCookie, knownName, type KnownRecord, knownStored } from './known'
import type { View } from './view'

const isAny = (rows: readonly { readonly category: CategoryId }[], granted: readonly CategoryId[]) =>
  rows.some(({ category }) => granted.includes(category))

/** Whether a request needs no answer: of the site itself, or of what the inventory calls strictly necessary. */
export const isFree = ({ declared }: View, { thirdParty, host }: RequestRecord): boolean =>
  !thirdParty || (declared !== undefined && isAny(servicesOfHost(declared, host), ['necessary']))

/** `fine`; `optional`: needs consent for certain; `unknown`: nobody has said what it is for. */
export type Standing = 'fine' | 'optional' | 'unknown'

interface Judged {
  readonly name: string
  readonly rows: readonly DeclaredRow[]
  readonly known: KnownRecord | undefined
  readonly isForeign: boolean
}

/** What is declared counts before what is known, and that before whose it is. */
const standingOf = ({ name, rows, known, isForeign }: Judged): Standing => {
  if (isOwnRecord(name) || isAny(rows, ['necessary'])) return 'fine'
  if (rows.length) return 'optional'
  if (known) return known.category === 'necessary' ? 'fine' : 'optional'
  return isForeign ? 'optional' : 'unknown'
}

const hostOfOrigin = (origin: string) => origin.replace(/^\w+:\/\//, '').replace(/[:/].*$/s, '')

/** Whether what a page keeps belongs to another site. */
const isForeignOrigin = ({ foreign }: View, origin: string): boolean => foreign.has(hostOfOrigin(origin))

export const standingOfCookie = ({ declared }: View, is: CookieRecord): Standing =>
  standingOf({
    name: is.name,
    rows: declared ? rowsOfCookie(declared, is) : [],
    known: knownCookie(is),
    isForeign: is.thirdParty,
  })

export const standingOfStored = (view: View, is: StoredRecord): Standing =>
  standingOf({
    name: is.name,
    rows: view.declared ? rowsOfStored(view.declared, is) : [],
    known: knownStored(is),
    isForeign: isForeignOrigin(view, is.origin),
  })

/** Names that probes wrote down, of which it is certain that they need consent. */
export const optionalNames = ({ declared }: View, names: readonly string[]): string[] =>
  names.filter(
    (name) =>
      standingOf({ name, rows: declared ? rowsOfName(declared, name) : [], known: knownName(name), isForeign: false }) ===
      'optional',
  )

/** Hosts that probes wrote down, without what is declared strictly necessary. */
const optionalHosts = ({ declared }: View, hosts: readonly string[]): string[] =>
  hosts.filter((host) => !declared || !isAny(servicesOfHost(declared, host), ['necessary']))

/** What of an outcome needs consent: hosts, then names. */
export const optionalIn = (view: View, { hosts, stored }: Outcome): string[] => [
  ...optionalHosts(view, hosts),
  ...optionalNames(view, stored),
]

/** A name in Slovenian, else in the first language that it has. */
export const nameOf = (name: string | Readonly<Record<string, string>> | undefined): string | undefined =>
  typeof name === 'object' ? (name.sl ?? Object.values(name)[0]) : name

/** What of an outcome needs consent and was not there before any answer: that is told already. */
export const addedBy = (view: View, outcome: Outcome): string[] => {
  const before = new Set(
    [...view.cookies, ...view.stored]
      .filter(({ state }) => state === 'unanswered')
      .map(({ is }) => is.name)
      .concat(view.requests.filter(({ state }) => state === 'unanswered').map(({ is }) => is.host)),
  )
  return optionalIn(view, outcome).filter((name) => !before.has(name))
}

/** Whose a request is: a declared service, a known one, or the host. */
export const whoseRequest = ({ declared }: Pick<View, 'declared'>, { url, host }: RequestRecord): string => {
  const [service] = declared ? servicesOfHost(declared, host) : []
  return knownAddress(url, host)?.name ?? nameOf(service?.name) ?? service?.id ?? host
}
