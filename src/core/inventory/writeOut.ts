import { CATEGORIES, type CategoryId, type CookieRecord, type Inventory, type Service, type TableRow } from './types'

/** How an inventory may be written. */
type Written = Partial<Omit<Inventory, 'services'>> &
  Pick<Inventory, 'controller'> & {
    readonly services?: readonly (Omit<Service, 'cookies'> & { readonly cookies?: readonly CookieRecord[] })[]
    readonly cookies?: readonly TableRow[]
  }

/**
 * Fills in the defaults, and writes out the bare table.
 * @param json an inventory that has been checked, with every `{ use }` completed
 */
export const writeOut = (json: unknown): Inventory => {
  const { cookies = [], services = [], ...rest } = json as Written
  const { name } = rest.controller
  const site = { name, ...rest.site }
  // The table names no services: its rows are the site's own, one service for each category that occurs.
  const own = (category: CategoryId) => ({
    id: `site-${category}`,
    name: site.name,
    category,
    provider: { name },
    cookies: cookies.filter(({ category: said = 'necessary' }) => said === category),
  })
  return {
    policy: {},
    recipients: [],
    validFor: 'P6M',
    languages: ['sl'],
    ...rest,
    site,
    services: [
      ...CATEGORIES.map(own).filter((service) => service.cookies.length),
      ...services.map((service) => ({ cookies: [], ...service })),
    ],
  }
}
