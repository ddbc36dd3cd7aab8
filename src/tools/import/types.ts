import type { CategoryId, StorageKind } from '../../core/inventory/types'
import type { Both } from '../both'

export interface ImportOptions {
  /** Reads HTML: `(html) => new DOMParser().parseFromString(html, 'text/html')`. Without it tags are taken away. */
  readonly parseHtml?: (html: string) => Document
  /** Of the file, for what its ending says: `.csv`, `.html`. */
  readonly name?: string
}

/** Where something was read. */
export interface ReadFrom {
  readonly kind: 'table' | 'list' | 'definitions' | 'cards' | 'prose' | 'snippet'
  /** At most 200 characters of it. */
  readonly text: string
  /** From 1, in a text; in HTML there are no lines that a reader would see. */
  readonly line?: number
}

/** One record as the document has it. */
export interface ImportedCookie {
  readonly name: string
  readonly storage?: StorageKind
  readonly purpose?: string
  /** As it is written. */
  readonly duration?: string
  /** ISO 8601 in the unit that is written, or `session`, `persistent`, `next-page`; nothing where it is not understood. */
  readonly iso?: string
  readonly category?: CategoryId
  readonly provider?: string
  /** From 0 to 1: how sure it is that this is a record, and that its fields are its own. */
  readonly confidence: number
  readonly from: ReadFrom
}

/** A known service that the document names or loads. */
export interface ImportedService {
  /** The catalogue's. */
  readonly id: string
  readonly use?: string
  readonly account?: string
  /** `recipient`: receives data without a record on the device, as far as the document tells. */
  readonly role: 'service' | 'recipient'
  readonly confidence: number
  readonly from: ReadFrom
}

export interface ImportedController {
  readonly name?: string
  readonly address?: string
  readonly email?: string
  readonly phone?: string
  readonly taxNumber?: string
  readonly registrationNumber?: string
}

/** How long something is kept, where that is no record's duration. */
export interface Retention {
  readonly duration: string
  readonly iso?: string
  readonly from: ReadFrom
}

export interface Unread {
  readonly text: string
  readonly why: Both
}

/** The written form of an inventory, as far as it could be read. */
export type InventoryDraft = Record<string, unknown>

export interface Imported {
  readonly inventory: InventoryDraft
  readonly cookies: readonly ImportedCookie[]
  readonly services: readonly ImportedService[]
  readonly controller: ImportedController
  readonly policy: { readonly date?: string; readonly version?: string }
  readonly retention: readonly Retention[]
  readonly unread: readonly Unread[]
}
