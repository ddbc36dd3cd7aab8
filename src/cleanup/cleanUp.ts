import type { Inventory } from '../core/inventory/types'
import { isThirdParty } from './isThirdParty'
import { keeperOf } from './keeperOf'
import { matcherOf } from './matcherOf'
import { storageOf } from './storages'

/**
 * Deletes what services that are denied have left on the device: declared records only, and never one that is also
 * declared by a service that is granted.
 * @returns the names that are still there when looked for again
 */
export const cleanUp = async (inventory: Inventory, granted: (id: string) => boolean): Promise<string[]> => {
  const isKept = keeperOf(inventory, granted)
  const denied = inventory.services.filter(({ id }) => !granted(id)).flatMap(({ cookies }) => cookies)
  const left: string[] = []
  for (const record of denied) {
    if (isThirdParty(record)) continue
    const storage = storageOf(record)
    const matches = matcherOf(record.name)
    const present = async () => (await storage.names()).filter((name) => matches(name) && !isKept(record, name))
    for (const name of await present()) await storage.remove(name)
    left.push(...(await present()))
  }
  return left
}
