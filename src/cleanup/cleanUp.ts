import type { Inventory } from '../core/inventory/types'
import { isThirdParty } from './isThirdParty'
import { keeperOf } from './keeperOf'
import { matcherOf } from './matcherOf'
import { storageOf } from './storageOf'

interface CleanedUp {
  readonly found: boolean
  readonly left: readonly string[]
}

/**
 * Deletes what services that are denied have left on the device: declared records only, and never one that is also
 * declared by a service that is granted.
 * @returns whether something was there, and the names that are still there when looked for again
 */
export const cleanUp = async (inventory: Inventory, granted: (id: string) => boolean): Promise<CleanedUp> => {
  const isKept = keeperOf(inventory, granted)
  const denied = inventory.services.filter(({ id }) => !granted(id)).flatMap(({ cookies }) => cookies)
  const left: string[] = []
  let found = false
  for (const record of denied) {
    if (isThirdParty(record)) continue
    const storage = storageOf(record)
    const matches = matcherOf(record.name)
    const present = async () => (await storage.names()).filter((name) => matches(name) && !isKept(record, name))
    for (const name of await present()) {
      found = true
      await storage.remove(name)
    }
    left.push(...(await present()))
  }
  return { found, left }
}
