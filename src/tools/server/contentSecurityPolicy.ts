import { headerValue, readPolicy } from './readPolicy'
import { refuseUnknown } from './refuseUnknown'
import type { PolicyOptions } from './types'

/**
 * The Content-Security-Policy for one state of consent: the site itself, what is strictly necessary, and the hosts of
 * what is granted. Whatever the inventory does not declare is blocked.
 *
 * @param inventory JSON text or an object, as the owner writes it; what `use` names is completed from the catalogue
 * @param granted ids of categories and services. A category grants its services, unless some of them are named as well:
 *   then those alone, as in the list of `privolim:change`
 * @returns the value of the header, on one line; with `nonce` it holds `{nonce}`, to be replaced for each answer
 * @throws an InventoryError where the inventory is wrong; a PolicyError for an unknown id or a wrong option
 *
 * @example
 * contentSecurityPolicy({ controller, services: [{ use: 'youtube' }] }, ['embeds'])
 * // default-src 'self' *.youtube.com … ; img-src 'self' data: *.youtube.com …
 */
export const contentSecurityPolicy = (
  inventory: unknown,
  granted: readonly string[],
  options: PolicyOptions = {},
): string => {
  const policy = readPolicy(inventory, options)
  refuseUnknown(policy.inventory, granted, options.language)
  const isNamed = ({ id }: { id: string }) => granted.includes(id)
  const named = new Set(policy.inventory.services.filter(isNamed).map(({ category }) => category))
  const allowed = policy.services.filter(
    (service) => isNamed(service) || (granted.includes(service.category) && !named.has(service.category)),
  )
  return headerValue(policy, [...new Set(allowed.flatMap(({ hosts }) => hosts))])
}
