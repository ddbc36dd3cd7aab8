import type { KnownService } from '../../catalogue/known/types'
import { folded } from '../text/folded'
import { catalogue } from './catalogue'

interface Entry {
  readonly service: KnownService
  /** What is searched, the weightiest first. */
  readonly fields: readonly string[]
}

const entries: readonly Entry[] = catalogue.map((service) => ({
  service,
  fields: [
    service.name,
    `${service.id} ${service.use ?? ''}`,
    service.provider.name,
    `${service.purpose.sl} ${service.purpose.en ?? ''}`,
    [...service.cookies.map(({ name }) => name), ...service.scripts, ...service.hosts].join(' '),
    service.notes ?? '',
  ].map(folded),
}))

/** A Slovenian word without its ending, where enough is left: »občina«, »občinski«. */
const stemOf = (word: string) => (word.length > 4 ? word.replace(/[aeiou]+$/, '') : word)

/** Where a word is found first; less is better. Nothing where it is not found. */
const weightOf = ({ fields }: Entry, word: string): number | undefined => {
  for (const [penalty, wanted] of [word, stemOf(word)].entries()) {
    const field = fields.findIndex((text) => text.includes(wanted))
    if (field >= 0) return field * 3 + penalty + (fields[field]!.startsWith(wanted) ? 0 : 1)
  }
  return undefined
}

/**
 * Services by what somebody may know of them: name, provider, what they are for, a cookie, a host. Every word must be
 * found; capitals and marks on letters do not count.
 * @returns the best first; the whole catalogue for an empty query
 */
export const searchCatalogue = (query: string): KnownService[] => {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const found: { service: KnownService; sum: number }[] = []
  for (const entry of entries) {
    const weights = words.map((word) => weightOf(entry, word)).filter((weight) => weight !== undefined)
    if (weights.length < words.length) continue
    // Of two that fit alike, the one that is still there.
    const gone = !words.length || entry.service.status === 'active' ? 0 : 0.5
    found.push({ service: entry.service, sum: weights.reduce((sum, weight) => sum + weight, gone) })
  }
  return found.sort((one, other) => one.sum - other.sum).map(({ service }) => service)
}
