import { CATEGORIES, type CategoryId, type CookieRecord as Row, type Inventory, type Service, type StorageKind } from '../../core/inventory/types'
import { type KnownService, recogniseSnippet, serviceFor, type UsedService } from '../../tools/catalogue'
import { isOwnRecord } from '../../tools/inventory/isOwnRecord'
import { type Declared, declaredIn, rowsOfCookie, rowsOfStored, servicesOfHost } from '../judge/declared'
import { knownAddress, knownCookie, type KnownRecord, knownStored } from '../judge/known'
import { shortForm } from '../judge/shortForm'
import type { SiteRecord } from '../record'
import { type FoundRecord, foreignRequestsIn, recordsIn } from './found'

/** What the site's owner alone knows, marked so that nobody publishes it by mistake. */
const MISSING = {
  controller: 'DOPOLNITE: ime upravljavca',
  provider: 'DOPOLNITE: ime in država ponudnika',
  purpose: { sl: 'DOPOLNITE: čemu je to namenjeno', en: 'FILL IN: what this is for' },
  note: {
    sl: 'Najdeno pri presoji. Dopolnite ponudnika, namen in kategorijo.',
    en: 'Found by an audit. Fill in the provider, the purpose and the category.',
  },
}

const DAY = 86_400

/** In whole days, upwards: what is declared must not be shorter than what is. */
const durationOf = (found: FoundRecord): string => {
  if (found.kind === 'stored') return found.is.storage === 'sessionStorage' ? 'session' : 'persistent'
  const { lifetime } = found.is
  return lifetime === undefined ? 'session' : `P${Math.max(1, Math.ceil(lifetime / DAY))}D`
}

/** An inventory has no word for the Cache Storage; a database is the nearest. */
const storageOf = (found: FoundRecord): { readonly storage?: StorageKind } => {
  if (found.kind === 'cookie') return {}
  return { storage: found.is.storage === 'cacheStorage' ? 'indexedDB' : found.is.storage }
}

const rowOf = (found: FoundRecord, known: KnownRecord | undefined): Row => ({
  name: found.is.name,
  purpose: known?.recognised[0]?.cookie.purpose ? { ...known.recognised[0].cookie.purpose } : MISSING.purpose,
  duration: durationOf(found),
  ...storageOf(found),
  ...(found.kind === 'cookie' && found.is.thirdParty && { party: 'third' as const, domain: found.is.domain.replace(/^\./, '') }),
})

const knownOf = (found: FoundRecord) => (found.kind === 'cookie' ? knownCookie(found.is) : knownStored(found.is))

const isDeclared = (declared: Declared | undefined, found: FoundRecord) =>
  declared !== undefined &&
  (found.kind === 'cookie' ? rowsOfCookie(declared, found.is) : rowsOfStored(declared, found.is)).length > 0

/** Browsers keep records without a name, and a `*` alone would stand for all others. */
const hasName = ({ is }: FoundRecord) => /[^*\s]/.test(is.name)

/** Ids begin with a letter, and are neither a category's nor one of the bare table's. */
const idOf = (host: string) => {
  const id = host.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  const isReserved = CATEGORIES.some((category) => id === category || id === `site-${category}`)
  return /^[a-z]/.test(id) && !isReserved ? id : `host-${id}`
}

/** Whether a service comes from elsewhere; WordPress or PHP are the site's own, and only their records are named. */
const isElsewhere = ({ use, hosts, category }: KnownService) => use !== undefined || (hosts.length > 0 && category !== 'necessary')

/** Nobody knows what it is for: until somebody says so, visitors are asked, as for the gravest that it may be. */
const unknownService = (host: string, isFrame: boolean, cookies: readonly Row[]): Service => ({
  id: idOf(host),
  name: host,
  category: isFrame ? 'embeds' : 'marketing',
  purpose: MISSING.purpose,
  provider: { name: MISSING.provider },
  hosts: [host],
  cookies,
  note: MISSING.note,
})

type Entry = UsedService | Service

/** What was loaded or stored and is not declared, as services. */
const servicesIn = (record: SiteRecord, declared: Declared | undefined): Entry[] => {
  const requests = foreignRequestsIn(record).filter(({ host }) => host && (!declared || !servicesOfHost(declared, host).length))
  const records = recordsIn(record).filter((found) => hasName(found) && !isOwnRecord(found.is.name) && !isDeclared(declared, found))
  const known = new Map<string, { readonly service: KnownService; account?: string }>()
  for (const { url, host } of requests) {
    const service = knownAddress(url, host)
    if (!service) continue
    const account = recogniseSnippet(url).find((one) => one.service.id === service.id)?.account
    const entry = known.get(service.id) ?? { service }
    known.set(service.id, account ? { ...entry, account } : entry)
  }
  for (const found of records) {
    const service = knownOf(found)?.service
    if (service && isElsewhere(service) && !known.has(service.id)) known.set(service.id, { service })
  }
  const unknownHosts = [...new Set(requests.filter(({ url, host }) => !knownAddress(url, host)).map(({ host }) => host))]
  const isFrame = (host: string) => requests.some((one) => one.host === host && /document|frame/.test(one.type))
  const rowsOn = (host: string) =>
    records.flatMap((found) => {
      const isHere = found.kind === 'cookie' && found.is.thirdParty && !knownOf(found) && `.${host}`.endsWith(`.${found.is.domain.replace(/^\./, '')}`)
      return isHere ? [rowOf(found, undefined)] : []
    })
  return [
    ...[...known.values()].map(({ service, account }) => serviceFor(service, account)),
    ...unknownHosts.map((host) => unknownService(host, isFrame(host), rowsOn(host))),
  ]
}

/** The site's own records: known ones as the catalogue has them, others as functional, for which visitors are asked. */
const tableIn = (record: SiteRecord, declared: Declared | undefined): (Row & { readonly category: CategoryId })[] =>
  recordsIn(record).flatMap((found) => {
    const known = knownOf(found)
    const isForeign = found.kind === 'cookie' && found.is.thirdParty
    if (!hasName(found) || isOwnRecord(found.is.name) || isDeclared(declared, found) || isForeign || (known && isElsewhere(known.service))) return []
    return [{ ...rowOf(found, known), category: known?.category ?? 'functional' }]
  })

const originOf = (url: string) => {
  try {
    return `${new URL(url).origin}/`
  } catch {
    return url
  }
}

const nameOf = ({ states, url }: SiteRecord) => states[0]?.pages[0]?.title.trim() || url

/** Two rows of one name and kind would be refused. */
const withoutDoubles = <Named extends { readonly name: string; readonly storage?: StorageKind }>(rows: readonly Named[]): Named[] =>
  rows.filter((row, index) => rows.findIndex((one) => one.name === row.name && one.storage === row.storage) === index)

/** Ids have to differ. */
const withoutSameIds = (before: readonly Service[], entries: readonly Entry[]): Entry[] => {
  const taken = new Set(before.map(({ id }) => id))
  return entries.map((entry) => {
    const id = 'id' in entry ? entry.id : entry.use
    let own = id
    for (let number = 2; taken.has(own); number++) own = `${id}-${number}`
    taken.add(own)
    return own === id ? entry : { ...entry, id: own }
  })
}

/**
 * An inventory of what was found, for the configurator: the site's own, with what it lacks; else one from nothing, with
 * a mark where only its owner knows.
 */
export const inventoryDraftOf = (record: SiteRecord, inventory?: Inventory): string => {
  const declared = inventory && declaredIn(inventory)
  const services = servicesIn(record, declared)
  const cookies = withoutDoubles(tableIn(record, declared))
  const draft = inventory
    ? (shortForm({
        ...inventory,
        services: [...inventory.services, ...withoutSameIds(inventory.services, services)],
        cookies,
      }) as object)
    : {
        site: { name: nameOf(record), url: originOf(record.url) },
        controller: { name: MISSING.controller },
        ...(record.probes.question?.policyLink && { policy: { url: record.probes.question.policyLink } }),
        services: withoutSameIds([], services),
        cookies,
      }
  return `${JSON.stringify(draft, undefined, 2)}\n`
}
