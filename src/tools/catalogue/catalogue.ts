import { known } from '../../catalogue/known'
import type { KnownService } from '../../catalogue/known/types'
import { writeOut } from '../../catalogue/known/write'

/** Every service that is known, in the order of their names. */
export const catalogue: readonly KnownService[] = known
  .map(writeOut)
  .sort((one, other) => one.name.localeCompare(other.name, 'sl'))
