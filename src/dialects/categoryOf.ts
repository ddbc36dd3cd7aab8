import { CATEGORIES, type CategoryId } from '../core/inventory/types'

/** What other tools, and the sites that use them, call our categories. `functional` is ours, too, and means the same. */
const NAMES: Readonly<Record<CategoryId, readonly string[]>> = {
  necessary: ['c0001', 'essential'],
  functional: ['c0003', 'preferences', 'functionality'],
  analytics: ['c0002', 'statistics', 'statistics-anonymous', 'performance'],
  marketing: ['c0004', 'advertisement', 'advertising', 'ads', 'targeting'],
  embeds: ['c0005', 'social'],
}

/**
 * Our category for another tool's.
 * @returns the name itself where it is nobody's: as an unknown id it is denied, and reported
 */
export const categoryOf = (name: string): string => {
  const known = name.toLowerCase()
  return (
    CATEGORIES.find((category) => category === known || NAMES[category].includes(known)) ?? name.replace(/\s+/g, '-')
  )
}
