import type { Inventory } from '../../core/inventory/types'
import type { Declared } from '../judge/declared'
import type { Judgement } from '../judgement'
import type { SiteRecord } from '../record'
import type { Hashed } from './hashes'
import type { Speech } from './language'

/** What the sections of the report are made from. */
export interface Report {
  readonly record: SiteRecord
  readonly judgement: Judgement
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly inventory: Inventory | undefined
  readonly declared: Declared | undefined
  readonly hashes: readonly Hashed[]
  readonly speech: Speech
}
