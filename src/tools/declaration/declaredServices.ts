import type { CookieRecord, Inventory, Service } from '../../core/inventory/types'
import type { Words } from '../../texts/words'

/**
 * Everything that is to be declared: the inventory's services and, on a site that asks, the record of the answer, which
 * is strictly necessary and a record like any other.
 * @param keeps whether an answer is kept although nothing is asked, see `keepsAnswer`
 */
export const declaredServices = (
  { services, controller, validFor, receiptEndpoint }: Inventory,
  words: Words,
  keeps = false,
): Service[] => {
  if (!keeps && services.every(({ category }) => category === 'necessary')) return [...services]
  const waiting: CookieRecord = {
    name: 'privolim-receipts',
    purpose: words('own.receipts'),
    duration: 'P30D',
    storage: 'localStorage',
  }
  const own: Service = {
    id: 'privolim',
    name: words('own.name'),
    category: 'necessary',
    provider: { name: controller.name },
    cookies: [
      { name: 'privolim', purpose: words('own.purpose'), duration: validFor },
      ...(receiptEndpoint ? [waiting] : []),
    ],
  }
  return [own, ...services]
}
