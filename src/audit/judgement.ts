import type { Both } from '../tools/both'
import type { StateName } from './record'

/** What is thought of a record. */
export interface Judgement {
  readonly findings: readonly AuditFinding[]
  /** T01 to T29, in this order. */
  readonly assertions: readonly Assertion[]
}

export interface AuditFinding {
  /** Stable: `A01` …; each is described in docs/guides/auditing.md. */
  readonly code: string
  readonly severity: 'error' | 'warn' | 'info'
  readonly text: Both
  /** The assertion that it breaks, `T01` to `T29`. */
  readonly assertion?: string
  readonly evidence: readonly Evidence[]
}

export interface Assertion {
  readonly id: string
  /** What is asserted, in a sentence. */
  readonly text: Both
  /** `unseen`: it could not be tried here, and why is in `note`. */
  readonly outcome: 'holds' | 'fails' | 'unseen'
  readonly note?: Both
  readonly evidence: readonly Evidence[]
}

/** Where in the record it is seen. Indices are those of the record's arrays. */
export type Evidence =
  | { readonly kind: 'request'; readonly state: StateName; readonly page: number; readonly request: number; readonly url: string }
  | { readonly kind: 'cookie'; readonly state: StateName; readonly page: number; readonly name: string; readonly detail: string }
  | { readonly kind: 'stored'; readonly state: StateName; readonly page: number; readonly name: string; readonly detail: string }
  | { readonly kind: 'picture'; readonly file: string }
  | { readonly kind: 'style'; readonly what: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'text'; readonly text: string }
