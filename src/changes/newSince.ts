import type { Service } from '../core/inventory/types'
import type { News } from '../core/parts'
import { factsOf, type Fact } from './facts'

/**
 * The services that are new, or materially changed, since a choice.
 * @returns `undefined` where nothing is
 * @param token what `knownToken` gave at that time; without it everything counts as new
 */
export const newSince = (services: readonly Service[], token: string): News | undefined => {
  const known = token.slice(1).match(/.{5}/g) ?? []
  const isNew = ({ code }: Fact) => !known.some((one) => one.slice(0, 3) === code.slice(0, 3) && one >= code)
  const facts = factsOf(services, token.startsWith('s')).filter(isNew)
  const changed = [...new Set(facts.map(({ service }) => service))]
  return changed.length ? { services: changed } : undefined
}
