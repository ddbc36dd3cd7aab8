import { getAt, type JsonObject, listAt, setAt, textAt } from '../state/json'
import { draftOf, fits, type Imported, knownByName } from '../tools'

/** What of an import is to be taken over: indexes of the rows, and whether its controller is. */
export interface Chosen {
  readonly cookies: ReadonlySet<number>
  readonly services: ReadonlySet<number>
  readonly facts: boolean
}

/** As long as somebody has looked at it: what is surer than this is chosen to begin with. */
const SURE = 0.5

export const chooseSure = ({ cookies, services }: Imported): Chosen => {
  const sure = (rows: readonly { confidence: number }[]) =>
    new Set(rows.flatMap(({ confidence }, index) => (confidence >= SURE ? [index] : [])))
  return { cookies: sure(cookies), services: sure(services), facts: true }
}

const idOf = (service: JsonObject) => textAt(service, ['id']) || textAt(service, ['use'])

/** The names of records that the services of an inventory declare, those of the catalogue included. */
const declaredNames = (inventory: JsonObject): string[] =>
  listAt(inventory, ['services']).flatMap((service) => [
    ...listAt(service, ['cookies']).map((row) => textAt(row, ['name'])),
    ...(knownByName(textAt(service, ['use']))?.cookies.map(({ name }) => name) ?? []),
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

/** Adds services in their written form; one that is there already stays as it is. */
export const addServices = (inventory: JsonObject, services: readonly JsonObject[]): JsonObject =>
  append(inventory, 'services', services, idOf)

/**
 * The inventory with what was chosen of an import. What is written already stays; a record that a service declares is
 * not entered a second time among the site's own.
 */
export const adopt = (inventory: JsonObject, imported: Imported, chosen: Chosen): JsonObject => {
  const cookies = imported.cookies.filter((_, index) => chosen.cookies.has(index))
  const services = imported.services.filter((_, index) => chosen.services.has(index))
  const { controller, policy } = chosen.facts ? imported : { controller: {}, policy: {} }
  const read = draftOf(cookies, services, controller, policy)
  let next = addServices(inventory, listAt(read, ['services']))
  next = append(next, 'recipients', listAt(read, ['recipients']), (row) => textAt(row, ['name']))
  const declared = declaredNames(next)
  const own = listAt(read, ['cookies']).filter(
    (row) => !declared.some((pattern) => pattern && fits(pattern, textAt(row, ['name']))),
  )
  next = append(next, 'cookies', own, (row) => textAt(row, ['name']))
  for (const part of ['site', 'controller', 'policy'])
    for (const [field, value] of Object.entries(getAt(read, [part]) ?? {}))
      if (value && !textAt(next, [part, field])) next = setAt(next, [part, field], value) as JsonObject
  return next
}
