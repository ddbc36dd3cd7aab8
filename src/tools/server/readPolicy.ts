import type { Inventory, OptionalCategory, Service } from '../../core/inventory/types'
import { InventoryError } from '../../errors/InventoryError'
import { readInventory } from '../inventory/readInventory'
import { checkSources } from './checkSources'
import { FETCH_DIRECTIVES } from './fetchDirectives'
import { hostSource } from './hostSource'
import { originOf } from './originOf'
import { pick } from './pick'
import { refuseUnknown } from './refuseUnknown'
import type { PolicyOptions } from './types'

/** What the visitor decides about, with what it may be fetched from once granted. */
export interface Switchable {
  readonly id: string
  readonly category: OptionalCategory
  readonly hosts: readonly string[]
}

export interface Directive {
  readonly name: string
  /** What holds whatever the visitor has decided. */
  readonly sources: readonly string[]
  /** Whether the hosts of granted services are added. */
  readonly isOpen: boolean
}

/** A policy before it is known what is granted. */
export interface Policy {
  readonly header: string
  readonly directives: readonly Directive[]
  /** Optional services that have hosts. */
  readonly services: readonly Switchable[]
  readonly inventory: Inventory
}

/** Where the nonce is to stand in a policy. */
export const NONCE = '{nonce}'

/**
 * The inventory and the options as a policy. Every service's hosts are allowed for whatever is fetched: the inventory
 * says who is asked, and not what for.
 * @throws an InventoryError where the inventory is wrong, a PolicyError where an option is
 */
export const readPolicy = (written: unknown, options: PolicyOptions = {}): Policy => {
  const inventory = readInventory(written, options.language)
  refuseUnknown(inventory, options.always ?? [], options.language)
  const hostsOf = hostReader(inventory, rowsOf(written, inventory), options.language)
  const left = ['necessary', ...(options.always ?? [])]
  const isAlways = ({ id, category }: Service) => left.includes(id) || left.includes(category)
  const always = inventory.services.filter(isAlways).flatMap(hostsOf)
  const services = inventory.services.flatMap((service) => {
    const { id, category } = service
    const hosts = hostsOf(service)
    return category === 'necessary' || isAlways(service) || !hosts.length ? [] : [{ id, category, hosts }]
  })
  const header = `Content-Security-Policy${options.reportOnly ? '-Report-Only' : ''}`
  return { header, directives: directivesOf(inventory, always, options), services, inventory }
}

/** How many services come first that the owner has not written: those of the bare table. */
const rowsOf = (written: unknown, { services }: Inventory): number => {
  const json = (typeof written === 'string' ? JSON.parse(written) : written) as { services?: unknown[] }
  return services.length - (json.services?.length ?? 0)
}

/**
 * Reads every service's hosts at once, so that all that are wrong are told together.
 * @param rows see above; places are told as the owner counts them
 */
const hostReader = ({ services }: Inventory, rows: number, language?: string) => {
  const sources = new Map<Service, string[]>()
  const issues = services.flatMap((service, number) => {
    const read = (service.hosts ?? []).map((host) => ({ host, source: hostSource(host) }))
    sources.set(service, [...new Set(read.flatMap(({ source }) => source ?? []))])
    const placeOf = (index: number) => `services[${number - rows}].hosts[${index}]`
    return read.flatMap(({ host, source }, index) => (source ? [] : [hostIssue(placeOf(index), host, language)]))
  })
  if (issues.length) throw new InventoryError(issues)
  return (service: Service) => sources.get(service) ?? []
}

const hostIssue = (path: string, host: string, language?: string) => {
  const sl = `»${path}« ni ime gostitelja (»${host}«). Vpišite ga brez https:// in brez poti: video.primer.si ali *.primer.si.`
  const en = `"${path}" is no name of a host ("${host}"). Write it without https:// and without a path: video.example.com or *.example.com.`
  return { code: 'pattern' as const, path, expected: 'host', message: pick({ sl, en }, language) }
}

const directivesOf = (inventory: Inventory, always: readonly string[], options: PolicyOptions): Directive[] => {
  const { base = {}, nonce, privolimPath, language } = options
  for (const [name, sources] of Object.entries(base)) checkSources(name, sources, language)
  const own: Record<string, readonly string[]> = {
    'default-src': originOf(privolimPath),
    // Tiny pictures inside style sheets and pages are written like this; they ask nobody.
    'img-src': ['data:'],
    ...(nonce && { 'script-src': [`'nonce-${NONCE}'`] }),
    ...(originOf(inventory.receiptEndpoint).length && { 'connect-src': originOf(inventory.receiptEndpoint) }),
  }
  const everywhere = ["'self'", ...own['default-src']!, ...(base['default-src'] ?? []), ...always]
  const names = [...new Set([...Object.keys(own), ...Object.keys(base)])]
  return names.map((name) => {
    const sources = base[name] ?? []
    if (!FETCH_DIRECTIVES.includes(name) || sources.includes("'none'")) return { name, sources, isOpen: false }
    return { name, sources: [...new Set([...everywhere, ...(own[name] ?? []), ...sources])], isOpen: true }
  })
}

/**
 * A policy as the header has it, on one line.
 * @param more what stands for the services in each open directive: their hosts, or a server's variables
 */
export const headerValue = ({ directives }: Policy, more: readonly string[]): string =>
  directives
    .map(({ name, sources, isOpen }) => [name, ...sources, ...(isOpen ? more : [])].join(' '))
    .join('; ')
