/** A receipt as it leaves the page: what was chosen, and about whose question. */
export interface Receipt {
  /** Fingerprint of what it says: the same choice has the same id on every page, and nobody is identified by it. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly time: string
  /** Until when the choice holds, ISO 8601, UTC. */
  readonly expires: string
  /** The site's name. */
  readonly site: string
  /** Its scheme and host. */
  readonly url: string
  readonly controller: string
  /** The code of the language in which it was asked; `und` where a script decided without asking. */
  readonly language: string
  /** Of the inventory. */
  readonly revision: string
  readonly policyVersion?: string
  /** Ids of categories and services. */
  readonly granted: readonly string[]
  readonly denied: readonly string[]
  /** `accept-all`, `reject-all`, `save`, `embed`, `withdraw`; `unknown` where the choice was written by hand. */
  readonly method: string
  /** Privolim's. */
  readonly version: string
}
