import type { CookieRecord, Inventory } from '../core/inventory/types'
import { isThirdParty } from './isThirdParty'
import { matcherOf } from './matcherOf'
import { storageOf } from './storages'

/**
 * Deletes what services that are denied have left on the device: declared records only, and never one that is also
 * declared by a service that is granted.
 * @returns the names that are still there when looked for again
 */
export const cleanUp = async ({ services }: Inventory, granted: (id: string) => boolean): Promise<string[]> => {
  const recordsOf = (wanted: boolean) =>
    services.filter(({ id }) => granted(id) === wanted).flatMap(({ cookies }) => cookies)
  const kept = recordsOf(true)
  const left: string[] = []
  for (const record of recordsOf(false)) {
    if (isThirdParty(record)) continue
    const storage = storageOf(record)
    const matches = matcherOf(record.name)
    const isKept = (name: string) => kept.some((one) => kindOf(one) === kindOf(record) && matcherOf(one.name)(name))
    const present = async () => (await storage.names()).filter((name) => matches(name) && !isKept(name))
    for (const name of await present()) storage.remove(name)
    left.push(...(await present()))
  }
  return left
}

const kindOf = ({ storage = 'cookie' }: CookieRecord) => storage
