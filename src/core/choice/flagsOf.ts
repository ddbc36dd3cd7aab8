import { CATEGORIES, type CategoryId } from '../inventory/types'

/** A flag for each category; what is necessary is not asked about. */
export const flagsOf = (flag: (category: CategoryId, index: number) => boolean) =>
  Object.fromEntries(
    CATEGORIES.map((category, index) => [category, !index || flag(category, index)]),
  ) as Record<CategoryId, boolean>
