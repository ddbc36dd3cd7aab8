import type { CategoryId, Provider, StorageKind } from '../../core/inventory/types'

/** A sentence or a phrase in both languages of site owners. */
export interface InBoth {
  readonly sl: string
  readonly en?: string
}

/** One record that a known service leaves on the device. */
export interface KnownCookie {
  /** As an inventory writes it; `*` stands for any characters. */
  readonly name: string
  /** Source of a regular expression for the whole name, where `*` would take in too much. */
  readonly pattern?: string
  /** On which it is set, where that is not the site's own. */
  readonly domain?: string
  /** Many have a record of this name: it tells nothing without its domain. */
  readonly ambiguous?: boolean
  /** What the record itself is for; it may differ from the service's, e.g. protection against robots in a video. */
  readonly category: CategoryId
  readonly party: 'first' | 'third'
  /** A cookie, unless it says otherwise. */
  readonly storage?: StorageKind
  /** ISO 8601, or `session`, `next-page`, `persistent`, `variable`. */
  readonly duration: string
  /** A sentence that fits a row of the cookie table. */
  readonly purpose: InBoth
  /** Where it is known from, if from elsewhere than the service as a whole. */
  readonly evidence?: string
}

/**
 * Where an entry is known from: the vendor's own documentation or source code; the Open Cookie Database (Apache-2.0);
 * what others have written about it; or general knowledge, which is to be checked in a browser.
 */
export const EVIDENCE = ['official', 'ocd', 'secondary', 'memory'] as const

/** One known service. */
export interface KnownService {
  readonly id: string
  readonly name: string
  readonly category: CategoryId
  /** A noun phrase that may follow »za«: `merjenje obiska`. */
  readonly purpose: InBoth
  readonly provider: Provider
  /** Hosts of `scripts`; `*.` stands for what is beneath. */
  readonly hosts: readonly string[]
  /** Beginnings of addresses, without the scheme: `www.youtube.com/embed/`; `*` stands for a host or a folder. */
  readonly scripts: readonly string[]
  readonly cookies: readonly KnownCookie[]
  /** What `{ "use": … }` calls it, where the widget knows it too. */
  readonly use?: string
  readonly status: 'active' | 'discontinued'
  /** The vendor's own signal of consent, or `load-gate` where there is none and nothing is loaded before consent. */
  readonly consentApi?: string
  /** One of `EVIDENCE`. */
  readonly evidence: string
  readonly evidenceUrl?: string
  /** What the owner of a site should know about it, in Slovenian. */
  readonly notes?: string
  /** The same in English. */
  readonly notesEn?: string
}
