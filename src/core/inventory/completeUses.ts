import { hash } from '../hash'
import type { FindKnown } from '../parts'
import { refuse } from './issues'

/**
 * The file of a known service. Named by a hash, since ad blockers stop addresses that name a tracker, and a question
 * that cannot name its services cannot be asked.
 */
export const partOf = (use: string): `use-${string}` => `use-${hash(use)}`

interface Use {
  readonly use: string
}

const isUse = (one: Partial<Use> | null): one is Use => typeof one?.use === 'string'

/**
 * Completes every `{ "use": … }` from the catalogue.
 * @returns the inventory as it stands, at once, where nothing is used; so it can be decided before the parser goes on
 */
export const completeUses = (json: unknown, find: FindKnown): unknown => {
  const services = (json as { services?: Partial<Use>[] } | null)?.services
  if (!services?.some?.(isUse)) return json
  const completed = services.map(async (written, index) => {
    try {
      return isUse(written) ? (await find(partOf(written.use))).complete(written) : written
    } catch {
      return refuse([{ code: 'use-unknown', path: `services[${index}].use`, expected: written.use }])
    }
  })
  return Promise.all(completed).then((whole) => ({ ...(json as object), services: whole }))
}
