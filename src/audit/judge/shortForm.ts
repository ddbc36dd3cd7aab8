import { CATEGORIES } from '../../core/inventory/types'
import { type Fields, itemsOf } from '../../tools/inventory/fields'

const categoryOf = (service: unknown) => {
  const id = (service as { id?: unknown } | null)?.id
  return CATEGORIES.find((category) => id === `site-${category}`)
}

const rowsOf = (service: unknown): Fields[] =>
  itemsOf((service as Fields).cookies).map((row) => ({ ...(row as Fields), category: categoryOf(service) }))

/**
 * An inventory that was written out, as the page has it, in the form in which its owner writes it: the services that
 * stand for the bare table are rows of that table again, since nobody else may use their ids.
 * @param json may be anything: what is no inventory is left as it is
 */
export const shortForm = (json: unknown): unknown => {
  const services = (json as { services?: unknown } | null)?.services
  if (!Array.isArray(services)) return json
  const { cookies, ...rest } = json as Fields
  const table = [...itemsOf(cookies), ...services.filter(categoryOf).flatMap(rowsOf)]
  return { ...rest, services: services.filter((service) => !categoryOf(service)), ...(table.length > 0 && { cookies: table }) }
}
