import type { KnownService } from '../../catalogue/known/types'
import { catalogue } from './catalogue'

/** Letters as they are typed on any keyboard: without marks, small. */
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()

interface Entry {
  readonly service: KnownService
  /** What is searched, the weightiest first. */
  readonly fields: readonly string[]
}

const entries: readonly Entry[] = catalogue.map((service) => ({
  service,
  fields: [
    fold(service.name),
    fold(service.provider.name),
    fold(`${service.purpose.sl} ${service.purpose.en ?? ''} ${service.id} ${service.use ?? ''}`),
    fold([...service.cookies.map(({ name }) => name), ...service.scripts].join(' ')),
  ],
}))

/** In which field a word is found first, and whether at its beginning; less is better, nothing is not found. */
const weight = ({ fields }: Entry, word: string): number | undefined => {
  const field = fields.findIndex((text) => text.includes(word))
  return field < 0 ? undefined : field * 2 + (fields[field]!.startsWith(word) ? 0 : 1)
}

/**
 * Services by what somebody may know of them: name, provider, what it is for, a cookie, a host. Every word must be
 * found; case and marks on letters do not count.
 * @returns the best first; the whole catalogue for an empty query
 */
export const searchCatalogue = (query: string): KnownService[] => {
  const words = fold(query).split(/\s+/).filter(Boolean)
  return entries
    .flatMap((entry) => {
      const weights = words.map((word) => weight(entry, word))
      return weights.includes(undefined) ? [] : [{ entry, sum: weights.reduce<number>((sum, next) => sum + next!, 0) }]
    })
    .sort((one, other) => one.sum - other.sum)
    .map(({ entry }) => entry.service)
}
