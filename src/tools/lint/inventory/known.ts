import { CATEGORIES, type CategoryId } from '../../../core/inventory/types'
import type { Both } from '../../both'
import { catalogue, type KnownService } from '../../catalogue'
import { gravestOf } from '../../catalogue/gravestOf'
import { covers } from '../../hosts/covers'
import { type Fields, fieldsOf, itemsOf, wordsOf } from '../../inventory/fields'
import { folded } from '../../text/folded'
import type { Entry, Row } from './view'

/** A category in words of a site's owner, in the accusative: »prestavite med …«. */
export const AMONG: Readonly<Record<CategoryId, Both>> = {
  necessary: { sl: 'nujno potrebne', en: 'strictly necessary' },
  functional: { sl: 'funkcionalne', en: 'functional' },
  analytics: { sl: 'analitične', en: 'analytics' },
  marketing: { sl: 'oglaševalske', en: 'advertising' },
  embeds: { sl: 'zunanje vsebine', en: 'external content' },
}

/** What a record that is declared strictly necessary is known to be instead; nothing where it may well be so. */
export const knownInstead = ({ category, known }: Row): CategoryId | undefined => {
  if (category !== 'necessary' || !known.length) return undefined
  const gravest = gravestOf(known.map(({ cookie }) => cookie.category))
  return gravest === 'necessary' ? undefined : gravest
}

/** Declared strictly necessary, but known to measure or to advertise. */
export const isTrackerAsNecessary = (row: Row): boolean => /^(analytics|marketing)$/.test(knownInstead(row) ?? '')

const isOf = (pattern: string, host: string) => covers(pattern, host) || covers(host, pattern)

/** Every service that a host is of. */
const servicesOfHost = (host: string): KnownService[] =>
  host ? catalogue.filter(({ hosts }) => hosts.some((pattern) => isOf(pattern, host))) : []

/** The category of a host, where all that is known to come from it needs consent. */
export const optionalHost = (host: string): CategoryId | undefined => {
  const categories = servicesOfHost(host).map(({ category }) => category)
  return categories.includes('necessary') ? undefined : CATEGORIES.find((one) => categories.includes(one))
}

/** Without what stands in brackets, and words alone. */
const bare = (name: string) =>
  folded(name.replace(/\(.*/s, ''))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** »Google Analytics 4« is found by »Google Analytics« too. */
const byName: ReadonlyMap<string, KnownService> = new Map(
  [...catalogue]
    .reverse()
    .flatMap((service) =>
      [service.provider.name, service.name, service.name.replace(/ \d+$/, ''), service.id].map(
        (name): [string, KnownService] => [bare(name), service],
      ),
    )
    .filter(([name]) => name.length > 3),
)

/** @param name of a service or of its provider, as somebody has written it */
export const serviceOfName = (name: string): KnownService | undefined =>
  name.length > 200 ? undefined : byName.get(bare(name))

/** A name in Slovenian, else in any language. */
export const nameOf = (fields: Fields): string => {
  const { name } = fields
  return wordsOf(name) || wordsOf(fieldsOf(name).sl) || wordsOf(Object.values(fieldsOf(name))[0]) || wordsOf(fields.id)
}

/**
 * What the catalogue knows about an entry: by its hosts, by its provider, or by its name, unless somebody else provides
 * it, as Matomo on a site's own server.
 */
export const knownEntry = ({ fields }: Pick<Entry, 'fields'>): KnownService | undefined => {
  for (const host of itemsOf(fields.hosts)) {
    const [found] = servicesOfHost(wordsOf(host))
    if (found) return found
  }
  const provider = nameOf(fieldsOf(fields.provider))
  const named = serviceOfName(nameOf(fields))
  return serviceOfName(provider) ?? (named && bare(named.provider.name).startsWith(bare(provider)) ? named : undefined)
}
