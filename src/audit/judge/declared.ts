import type { CategoryId, CookieRecord as Row, Inventory, Service } from '../../core/inventory/types'
import { longestSeconds } from '../../tools/duration/compareDurations'
import { parseDuration } from '../../tools/duration/duration'
import { covers } from '../../tools/hosts/covers'
import { fits } from '../../tools/inventory/fits'
import type { CookieRecord, StoredRecord } from '../record'

/** A record of the inventory, with the service it belongs to. */
export interface DeclaredRow {
  readonly row: Row
  readonly service: Service
  readonly category: CategoryId
  /** NaN where nobody can say. */
  readonly seconds: number
}

/** What the site declares, in the order in which it does. */
export interface Declared {
  readonly inventory: Inventory
  readonly rows: readonly DeclaredRow[]
}

export const declaredIn = (inventory: Inventory): Declared => ({
  inventory,
  rows: inventory.services.flatMap((service) =>
    service.cookies.map((row) => ({
      row,
      service,
      category: service.category,
      seconds: longestSeconds(parseDuration(row.duration)),
    })),
  ),
})

const bare = (domain: string) => domain.replace(/^\./, '').toLowerCase()

/** A row that names no domain stands for the record wherever it is. */
const isOn = ({ domain }: Row, there: string) =>
  domain === undefined || covers(`*.${bare(domain)}`, bare(there)) || covers(`*.${bare(there)}`, bare(domain))

/** Every row that a cookie may be meant by. */
export const rowsOfCookie = ({ rows }: Declared, { name, domain }: CookieRecord): DeclaredRow[] =>
  rows.filter(({ row }) => (row.storage ?? 'cookie') === 'cookie' && fits(row.name, name) && isOn(row, domain))

/** An inventory has no word for the Cache Storage: there the name is enough. */
export const rowsOfStored = ({ rows }: Declared, { name, storage }: StoredRecord): DeclaredRow[] =>
  rows.filter(({ row }) => (storage === 'cacheStorage' || row.storage === storage) && fits(row.name, name))

/** The name alone, where that is all that was written down. */
export const rowsOfName = ({ rows }: Declared, name: string): DeclaredRow[] => rows.filter(({ row }) => fits(row.name, name))

/** Every service that says it comes from this host. */
export const servicesOfHost = ({ inventory }: Declared, host: string): Service[] =>
  inventory.services.filter(({ hosts = [] }) => hosts.some((pattern) => covers(pattern, host)))
