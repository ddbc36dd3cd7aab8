import type { CategoryId } from '../inventory/types'

/** What the visitor decided, as stored. */
export interface Choice {
  /** One flag a category; `necessary` is always true, and what the inventory lacks is false. */
  readonly categories: Readonly<Record<CategoryId, boolean>>
  /** Services that were decided otherwise than their category. */
  readonly services: Readonly<Record<string, boolean>>
  /** When, in seconds since 1970. */
  readonly time: number
  /** The inventory's revision at that time. */
  readonly revision: string
  /** Only an embed was decided; the question still stands. */
  readonly open: boolean
  /** How it was made, and in which language it was asked: `accept-all_sl`. */
  readonly way: string
  /** What there was to know, see `knownToken`. */
  readonly known: string
  /** Hash of the very inventory that was read at that time; the same one need not be read again. */
  readonly stamp: string
}
