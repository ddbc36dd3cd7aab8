import type { Both } from '../../tools/both'
import type { CategoryId } from '../../core/inventory/types'
import { listOf } from '../../texts/listOf'
import type { StateName } from '../record'

const MOST = 6

/** »a, b in c«; of long lists the beginning. */
export const listed = (items: readonly string[]): Both => {
  const once = [...new Set(items)]
  const left = once.length - MOST
  const shown = left > 1 ? once.slice(0, MOST) : once
  return {
    sl: listOf([...shown, ...(left > 1 ? [`še ${left}`] : [])], 'sl'),
    en: listOf([...shown, ...(left > 1 ? [`${left} more`] : [])], 'en'),
  }
}

export const quoted = (names: readonly string[]): Both => ({
  sl: listed(names.map((name) => `»${name}«`)).sl,
  en: listed(names.map((name) => `"${name}"`)).en,
})

/** A category, in the nominative. */
export const CATEGORY: Readonly<Record<CategoryId, Both>> = {
  necessary: { sl: 'nujno potrebno', en: 'strictly necessary' },
  functional: { sl: 'funkcionalno', en: 'functional' },
  analytics: { sl: 'analitično', en: 'analytics' },
  marketing: { sl: 'oglaševalsko', en: 'advertising' },
  embeds: { sl: 'zunanja vsebina', en: 'external content' },
}

/** A state, as a heading. */
export const STATE: Readonly<Record<StateName, Both>> = {
  unanswered: { sl: 'Brez odgovora', en: 'Without an answer' },
  refused: { sl: 'Po zavrnitvi', en: 'After a refusal' },
  accepted: { sl: 'Po sprejemu', en: 'After consent' },
  withdrawn: { sl: 'Po preklicu', en: 'After withdrawal' },
}

/** Groups in the order in which they first occur. */
export const groupBy = <What>(items: readonly What[], keyOf: (item: What) => string): Map<string, What[]> => {
  const groups = new Map<string, What[]>()
  for (const item of items) {
    const key = keyOf(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}
