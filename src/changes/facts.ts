import { hash } from '../core/hash'
import type { CookieRecord, Service } from '../core/inventory/types'
import { lengthOf } from './lengthOf'

/**
 * One thing that is material about an optional service, as a code of five characters that fits into the choice's cookie.
 *
 * Material is: a service's id, category, provider, country and transfer; the name, storage and party of its records; a
 * longer duration. Wording, order, removals, look and anything strictly necessary are not. So a set of codes is
 * compared and not one hash: a removal leaves no unknown code, and the length stands beside the hash, so that a shorter
 * one can be told from a longer one.
 */
export interface Fact {
  readonly service: Service
  /** Three characters of a hash that say what it is, two that say how long it lasts, in the order of length. */
  readonly code: string
}

/**
 * @param folded one fact for each service instead of one for each record: shorter, but then a removal is a change too
 */
export const factsOf = (services: readonly Service[], folded: boolean): Fact[] =>
  services
    .filter(({ category }) => category !== 'necessary')
    .flatMap((service) => {
      const { id, category, provider, cookies } = service
      const records = cookies.map(recordFact)
      // A service that keeps no record is a fact too: its provider learns who visits.
      return (folded || !records.length ? [[records.map(String).sort(), 0] as const] : records).map(([what, length]) => ({
        service,
        code:
          digits(hash(JSON.stringify([id, category, provider.name, provider.country, provider.transfer, what])), 3) +
          digits(length, 2),
      }))
    })

const recordFact = ({ name, storage = 'cookie', party, domain, duration }: CookieRecord) => {
  const length = lengthOf(duration)
  // A duration that cannot be measured (»do preklica«) can only be compared as text.
  return [[name, storage, party ?? (domain ? 'third' : 'first'), length < 0 && duration], Math.max(0, length)] as const
}

/** @returns the last digits of a number in base 36 */
const digits = (value: number, count: number) => value.toString(36).padStart(count, '0').slice(-count)
