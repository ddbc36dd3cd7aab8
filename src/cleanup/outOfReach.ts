import type { Inventory } from '../core/inventory/types'
import { isHttpOnly } from './isHttpOnly'
import { isThirdParty } from './isThirdParty'
import { keeperOf } from './keeperOf'

/** A record that is left, and whose it is: a domain, by which browsers list what they store, or else a provider. */
export interface Left {
  readonly place: string
  readonly name: string
}

/**
 * What some services may have left where no script of the page can remove it: with a provider, and in cookies that are
 * the server's alone.
 * @param ids of services; those that are granted have nothing to be removed
 */
export const outOfReach = (inventory: Inventory, granted: (id: string) => boolean, ids: readonly string[]): Left[] => {
  const isKept = keeperOf(inventory, granted)
  const withdrawn = inventory.services.filter(({ id }) => ids.includes(id) && !granted(id))
  return withdrawn.flatMap(({ provider, cookies }) =>
    cookies
      // A pixel is a request and not a record: there is nothing to remove.
      .filter((record) => record.storage !== 'pixel' && !isKept(record))
      .filter((record) => isThirdParty(record) || isHttpOnly(record))
      .map((record) => {
        const { name, domain = provider.name } = record
        return { place: isThirdParty(record) ? domain : location.hostname, name }
      }),
  )
}
