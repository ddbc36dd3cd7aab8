import type { CategoryId } from '../../core/inventory/types'

/** Whoever asks for one asks for those after it. */
const BY_GRAVITY: readonly CategoryId[] = ['marketing', 'analytics', 'embeds', 'functional', 'necessary']

/**
 * The category by which a record is judged that may be of several. What may be strictly necessary is taken for it, since
 * nobody is to be accused of a name that others have too; else the gravest.
 * @returns nothing where there is none
 */
export const gravestOf = (categories: readonly CategoryId[]): CategoryId | undefined =>
  categories.includes('necessary') ? 'necessary' : BY_GRAVITY.find((one) => categories.includes(one))
