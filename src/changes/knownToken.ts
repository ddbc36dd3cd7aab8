import type { Service } from '../core/inventory/types'
import { factsOf } from './facts'

/**
 * A cookie that says more than this of what was known makes every request of the site heavier. With the way of the choice
 * and the stamp that is 200 characters.
 */
const ROOM = 175

/**
 * What there was to know, for telling later what is new: `k` and a code of five characters for each fact, or, where
 * those do not fit, `s` and one for each service.
 */
export const knownToken = (services: readonly Service[]): string => {
  const token = (folded: boolean) =>
    factsOf(services, folded)
      .map(({ code }) => code)
      .join('')
  const whole = token(false)
  return whole.length < ROOM ? `k${whole}` : `s${token(true)}`
}
