/** What the visitor can keep as proof of a choice. */
export interface Receipt {
  /** Fingerprint of what it says: the same choice has the same id on every page, and nobody is identified by it. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly time: string
  readonly expires: string
  /** The site's name. */
  readonly site: string
  /** Origin of the page. */
  readonly url: string
  readonly controller: string
  readonly language: string
  /** Of the inventory. */
  readonly revision: string
  readonly policyVersion?: string
  /** Ids of categories and services. */
  readonly granted: readonly string[]
  readonly denied: readonly string[]
  /** accept-all | reject-all | save | embed | withdraw | unknown */
  readonly method: string
  /** Privolim's. */
  readonly version: string
}
