import { knownService } from '../catalogue/knownService'
import { recogniseCookie } from '../catalogue/recogniseCookie'
import { servicesFor } from '../catalogue/serviceFor'
import type { ImportedController, ImportedCookie, ImportedService, InventoryDraft } from './types'

/** A duration as inventories take it: as written where it was understood. */
const durationOf = ({ duration, iso }: ImportedCookie) => (iso && duration ? duration : (duration ?? ''))

const rowOf = (cookie: ImportedCookie) => ({
  name: cookie.name,
  purpose: cookie.purpose ?? '',
  duration: durationOf(cookie),
  ...(cookie.storage && { storage: cookie.storage }),
})

/** The service that a record belongs to, where its name leaves no doubt and it is none of the site's own. */
const serviceOf = ({ name, category }: ImportedCookie): string | undefined => {
  const [found] = recogniseCookie(name)
  if (!found || found.service.category === 'necessary' || category === 'necessary') return undefined
  return found.service.id
}

/**
 * The written form of an inventory: known services in full or by `use`, with the records that the document names; what
 * is not known as rows of the table, in the document's category.
 */
export const draftOf = (
  cookies: readonly ImportedCookie[],
  services: readonly ImportedService[],
  controller: ImportedController,
  policy: { readonly date?: string; readonly version?: string },
): InventoryDraft => {
  const ids = new Set([...services.filter(({ role }) => role === 'service').map(({ id }) => id), ...cookies.map(serviceOf)])
  const written = [...ids].flatMap((id): object[] => {
    const known = id === undefined ? undefined : knownService(id)
    if (!known) return []
    const account = services.find((service) => service.id === id)?.account
    const own = cookies.filter((cookie) => serviceOf(cookie) === id)
    const [first, ...others] = servicesFor(known, account)
    // The widget knows the records of what it knows; elsewhere the document's own hold.
    if (!first || 'use' in first || !own.length) return first ? [first, ...others] : []
    return [{ ...first, cookies: own.map((cookie) => ({ ...rowOf(cookie), purpose: cookie.purpose || first.purpose })) }]
  })
  const rest = cookies.filter((cookie) => serviceOf(cookie) === undefined)
  const recipients = services.flatMap(({ id, role }) => {
    const known = role === 'recipient' && knownService(id)
    return known ? [{ ...known.provider, name: known.provider.name, purpose: known.purpose }] : []
  })
  return {
    ...(controller.name && { site: { name: controller.name } }),
    controller,
    ...(Object.keys(policy).length && { policy }),
    ...(written.length && { services: written }),
    ...(rest.length && { cookies: rest.map((cookie) => ({ ...rowOf(cookie), ...(cookie.category && { category: cookie.category }) })) }),
    ...(recipients.length && { recipients }),
  }
}
