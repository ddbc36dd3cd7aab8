import type { CookieRecord, Inventory } from '../core/inventory/types'
import { isThirdParty } from './isThirdParty'
import { matcherOf } from './matcherOf'

const placeOf = (record: CookieRecord) => {
  const { storage = 'cookie', domain = '' } = record
  return isThirdParty(record) ? `${storage} ${domain}` : storage
}

/** Tells what a service that is granted declares as well, so that it stays whoever else has used it. */
export const keeperOf = ({ services }: Inventory, granted: (id: string) => boolean) => {
  const kept = services.filter(({ id }) => granted(id)).flatMap(({ cookies }) => cookies)
  /** @param name one that the record's pattern stands for */
  return (record: CookieRecord, name = record.name): boolean =>
    kept.some((one) => placeOf(one) === placeOf(record) && matcherOf(one.name)(name))
}
