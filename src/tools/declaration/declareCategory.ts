import type { CategoryId, Inventory, Service } from '../../core/inventory/types'
import type { Words } from '../../texts/words'
import { declareProvider } from './declareProvider'
import { declareRecords } from './declareRecords'
import { isOptional } from './isOptional'
import type { Child, Tree } from './tree'

/**
 * One category: its services, each with what it is for and who receives data, and the table of their records. What is
 * strictly necessary and the site's own has nothing to say beyond its rows.
 * @param level of its heading, 2 to 4; those of the services are one lower
 */
export const declareCategory = (
  category: CategoryId,
  services: readonly Service[],
  { controller }: Inventory,
  words: Words,
  level: number,
): Tree => {
  const title = words(`category.${category}.title`)
  const described = services.filter((one) => isOptional(one) || one.provider.name !== controller.name)
  return [
    'section',
    {},
    [`h${level}`, {}, title],
    ...described.flatMap((service) => declareService(service, words, level + 1)),
    ...declareRecords(services, words('table.caption', { category: title }), words),
  ]
}

const declareService = ({ id, name, category, purpose, provider, note }: Service, words: Words, level: number): Tree[] => {
  const aim = words.of(purpose) || words(`purpose.${category}`)
  return [
    [`h${level}`, {}, words.of(name) || id],
    [
      'dl',
      {},
      ...(aim ? entry(words('table.purpose'), [aim]) : []),
      ...entry(words('table.provider'), declareProvider(provider, words)),
    ],
    ...(note ? [['p', {}, ['em', {}, words.of(note)]] satisfies Tree] : []),
  ]
}

const entry = (term: string, details: readonly Child[]): Tree[] => [
  ['dt', {}, term],
  ...details.map((detail): Tree => ['dd', {}, detail]),
]
