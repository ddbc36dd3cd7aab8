/** The five categories, in the order in which they are shown and stored. They are fixed. */
export const CATEGORIES = ['necessary', 'functional', 'analytics', 'marketing', 'embeds'] as const

export type CategoryId = (typeof CATEGORIES)[number]

/** Categories a visitor decides about: all but `necessary`. */
export type OptionalCategory = Exclude<CategoryId, 'necessary'>

/** A text in Slovenian, or one by language: `{ "sl": "…", "it": "…" }`. Always text, never HTML. */
export type Text = string | Readonly<Record<string, string>>

export type StorageKind = 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'pixel'

/** One record on the device: an HTTP cookie, a storage key, a database or a pixel. */
export interface CookieRecord {
  /** As the browser knows it; `*` stands for any characters (`_ga_*`). */
  readonly name: string
  readonly purpose: Text
  /** ISO 8601 or Slovenian as people write it: `Trajanje seje`, `1440 ur`, `2 leti`, `Neomejeno`. */
  readonly duration: string
  readonly storage?: StorageKind
  /** Whose it is: set on this site's own domain (`first`) or on a provider's (`third`). */
  readonly party?: 'first' | 'third'
  /** The domain it is set on, where it is not this site's. */
  readonly domain?: string
}

/** A row of the bare cookie table: the site's own, strictly necessary unless it says otherwise. */
export interface TableRow extends CookieRecord {
  readonly category?: CategoryId
}

export interface Provider {
  readonly name: string
  /** ISO 3166-1 alpha-2; several, joined by `/`, where data also go elsewhere: `IE/US`. */
  readonly country?: string
  readonly privacyUrl?: string
  /** Mechanism of a transfer outside the EEA: `DPF`, `SCC`, … (GDPR art. 13(1)(f)). */
  readonly transfer?: string
}

/** One thing from one provider in one category. */
export interface Service {
  readonly id: string
  readonly name?: Text
  readonly category: CategoryId
  /** A noun phrase that may follow »za«: `merjenje obiska`. Without it the category's purpose is shown. */
  readonly purpose?: Text
  readonly provider: Provider
  readonly hosts?: readonly string[]
  readonly cookies: readonly CookieRecord[]
  /** A remark that is shown with the service, e.g. that an entry is a placeholder. */
  readonly note?: Text
  /** The catalogue's name, where the service came from `{ "use": … }`. */
  readonly use?: string
  /** The vendor's own id for this site, for services from the catalogue. */
  readonly account?: string
  readonly anonymizeIp?: boolean
}

/** Who receives data without any record on the device, e.g. the processor behind a newsletter form. */
export interface Recipient extends Provider {
  readonly purpose: Text
  readonly note?: Text
}

export interface Contact {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

export interface Controller extends Contact {
  readonly name: string
  readonly address?: string
  readonly taxNumber?: string
  readonly registrationNumber?: string
  /** The person to ask about personal data. */
  readonly contact?: Contact
}

/** What the site declares, with every default filled in and both short forms written out. */
export interface Inventory {
  readonly site: { readonly name: string; readonly url?: string }
  readonly controller: Controller
  readonly policy: { readonly url?: string; readonly version?: string; readonly date?: string }
  /** Codes of the languages the site offers; the first is the default. */
  readonly languages: readonly string[]
  readonly services: readonly Service[]
  readonly recipients: readonly Recipient[]
  /** How long any answer holds, ISO 8601, calendar units; the same for every answer. */
  readonly validFor: string
  readonly cookieDomain?: string
  readonly receiptEndpoint?: string
  /** The site's own wording, by key of a phrase; the two answers only together, and alike. */
  readonly texts?: Readonly<Record<string, Text>>
}
