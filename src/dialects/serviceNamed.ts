import type { Inventory } from '../core/inventory/types'

/** »Google Analytics«, `googleAnalytics` and `google-analytics` are one name, each as some tool wants it written. */
const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The id of the service that another tool's mark names: by id, by name, or by the catalogue's name. */
export const serviceNamed = (given: string, { services }: Inventory): string | undefined => {
  const wanted = plain(given)
  const namesOf = (text: (typeof services)[number]['name'] = '') => (typeof text === 'string' ? [text] : Object.values(text))
  return services.find(({ id, use = '', name }) => [id, use, ...namesOf(name)].some((one) => wanted && plain(one) === wanted))
    ?.id
}
