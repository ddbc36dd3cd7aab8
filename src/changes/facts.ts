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
      // The service itself is a fact too, records or none: its provider learns who visits.
      const itself = [[], 0] as const
      const facts = folded ? [[records.map(String).sort(), 0] as const] : [itself, ...records]
      return facts.map(([what, length]) => ({
        service,
        code:
          hash(JSON.stringify([id, category, provider.name, provider.country, provider.transfer, what])).padStart(3, '0').slice(-3) +
          length.toString(36).padStart(2, '0'),
      }))
    })

const recordFact = ({ name, storage = 'cookie', party, domain, duration }: CookieRecord) => {
  const length = lengthOf(duration)
  // A duration that cannot be measured (»do preklica«) can only be compared as text.
  return [[name, storage, party ?? (domain ? 'third' : 'first'), length < 0 && duration], Math.max(0, length)] as const
}
