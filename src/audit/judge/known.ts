import type { CategoryId, StorageKind } from '../../core/inventory/types'
import { catalogue, type KnownService, recogniseAddress, recogniseCookie, type Recognised } from '../../tools/catalogue'
import { gravestOf } from '../../tools/catalogue/gravestOf'
import { covers } from '../../tools/hosts/covers'
import type { CookieRecord, StoredRecord } from '../record'
import { remember } from './remember'

/** What the catalogue says of a record. */
export interface KnownRecord {
  readonly service: KnownService
  readonly category: CategoryId
  readonly recognised: readonly Recognised[]
}

const summary = (recognised: readonly Recognised[]): KnownRecord | undefined => {
  const [first] = recognised
  const category = gravestOf(recognised.map(({ cookie }) => cookie.category))
  return first && category ? { service: first.service, category, recognised } : undefined
}

type Named = Pick<CookieRecord, 'name' | 'domain'>

/** Of the same kind of storage, if any is; a name that is nobody else's is known wherever it stands. */
const ofKind = (storage: StorageKind | undefined, recognised: readonly Recognised[]): readonly Recognised[] => {
  const same = recognised.filter(({ cookie }) => (cookie.storage ?? 'cookie') === storage)
  return same.length ? same : recognised.filter(({ cookie }) => !cookie.ambiguous)
}

export const knownCookie = remember(
  ({ name, domain }: Named) => `${name}\n${domain}`,
  ({ name, domain }) => summary(ofKind('cookie', recogniseCookie(name, domain))),
)

export const knownStored = remember(
  ({ name, storage }: Pick<StoredRecord, 'name' | 'storage'>) => `${name}\n${storage}`,
  ({ name, storage }) => summary(ofKind(storage === 'cacheStorage' ? undefined : storage, recogniseCookie(name))),
)

/** The name alone, where that is all that was written down. */
export const knownName = remember(
  (name: string) => name,
  (name) => summary(recogniseCookie(name)),
)

/** The only service that a host is of; nothing for hosts that several share, as `www.google.com`. */
const knownHost = remember(
  (host: string) => host,
  (host): KnownService | undefined => {
    const found = catalogue.filter(({ hosts }) => hosts.some((pattern) => pattern !== '*' && covers(pattern, host)))
    return found.length === 1 ? found[0] : undefined
  },
)

const byAddress = remember((url: string) => url, recogniseAddress)

/** A service by an address, else by its host. */
export const knownAddress = (url: string, host: string): KnownService | undefined => byAddress(url) ?? knownHost(host)
