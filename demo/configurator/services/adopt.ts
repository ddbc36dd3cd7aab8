import { isObject, type JsonObject, listAt, setAt, textAt } from '../state/json'
import { knownService, servicesFor } from '../tools'
import type { Imported, ImportedCookie, ImportedService } from '../tools'

/** What of an import is to be taken over: indexes of the rows, and whether its controller is. */
export interface Chosen {
  readonly cookies: ReadonlySet<number>
  readonly services: ReadonlySet<number>
  readonly facts: boolean
}

/** As long as somebody has looked at it: what is surer than this is chosen to begin with. */
export const SURE = 0.5

export const chooseSure = ({ cookies, services }: Imported): Chosen => {
  const sure = (rows: readonly { confidence: number }[]) =>
    new Set(rows.flatMap(({ confidence }, index) => (confidence >= SURE ? [index] : [])))
  return { cookies: sure(cookies), services: sure(services), facts: true }
}

const rowOf = ({ name, purpose, duration, iso, storage, category }: ImportedCookie): JsonObject => ({
  name,
  purpose: purpose ?? '',
  duration: duration || iso || '',
  ...(storage && storage !== 'cookie' && { storage }),
  ...(category && category !== 'necessary' && { category }),
})

const matches = (pattern: string, name: string) =>
  RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(name)

const idOf = (service: JsonObject) => textAt(service, ['id']) || textAt(service, ['use'])

/** The names of records that the services of an inventory declare, those of the catalogue included. */
const declaredNames = (inventory: JsonObject): string[] =>
  listAt(inventory, ['services']).flatMap((service) => [
    ...listAt(service, ['cookies']).map((row) => textAt(row, ['name'])),
    ...(knownService(textAt(service, ['use']))?.cookies.map(({ name }) => name) ?? []),
  ])

/** Adds to a list, leaving out what it has already. */
const append = (
  inventory: JsonObject,
  field: string,
  rows: readonly JsonObject[],
  key: (row: JsonObject) => string,
) => {
  const present = new Set(listAt(inventory, [field]).map(key))
  const fresh = rows.filter((row) => {
    const isNew = !present.has(key(row))
    present.add(key(row))
    return isNew
  })
  return fresh.length ? (setAt(inventory, [field], [...listAt(inventory, [field]), ...fresh]) as JsonObject) : inventory
}

const writtenServices = ({ id, account }: ImportedService): JsonObject[] => {
  const known = knownService(id)
  return known ? (servicesFor(known, account) as readonly unknown[]).filter(isObject) : []
}

const writtenRecipient = ({ id }: ImportedService): JsonObject[] => {
  const known = knownService(id)
  return known
    ? [{ ...(known.provider as unknown as JsonObject), purpose: { ...(known.purpose as unknown as JsonObject) } }]
    : []
}

/** Adds services in their written form; one that is there already stays as it is. */
export const addServices = (inventory: JsonObject, services: readonly JsonObject[]): JsonObject =>
  append(inventory, 'services', services, idOf)

/**
 * The inventory with what was chosen of an import. What is written already stays; a record that a service declares is
 * not entered a second time among the site's own.
 */
export const adopt = (inventory: JsonObject, imported: Imported, chosen: Chosen): JsonObject => {
  const services = imported.services.filter((_, index) => chosen.services.has(index))
  const ofRole = (role: string) => services.filter((service) => service.role === role)
  let next = addServices(inventory, ofRole('service').flatMap(writtenServices))
  next = append(next, 'recipients', ofRole('recipient').flatMap(writtenRecipient), (row) => textAt(row, ['name']))
  const declared = declaredNames(next)
  const rows = imported.cookies.filter((_, index) => chosen.cookies.has(index)).map(rowOf)
  const own = rows.filter((row) => !declared.some((pattern) => pattern && matches(pattern, textAt(row, ['name']))))
  next = append(next, 'cookies', own, (row) => textAt(row, ['name']))
  if (!chosen.facts) return next
  const facts: (readonly [readonly string[], string | undefined])[] = [
    ...Object.entries(imported.controller).map(([field, value]) => [['controller', field], value] as const),
    [['policy', 'date'], imported.policy.date],
    [['policy', 'version'], imported.policy.version],
  ]
  for (const [keys, value] of facts) if (value && !textAt(next, keys)) next = setAt(next, keys, value) as JsonObject
  return next
}
