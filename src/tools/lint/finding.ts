import type { Both } from '../both'

export type Severity = 'error' | 'warn' | 'info' | 'ok'

/** A way into a JSON value: names of fields and indexes of lists. */
export type Keys = readonly (string | number)[]

/** What one click can do about a finding. Where there are several, each is enough by itself. */
export interface Fix {
  readonly label: Both
  readonly path: (string | number)[]
  /** What is to stand there; `undefined` removes the field, or the row from its list. */
  readonly value: unknown
}

/** Something to be corrected, checked or known; never a verdict of a lawyer. */
export interface Finding {
  /** `I01` … `I21` of inventories, `P01` … `P27` of policy texts. */
  readonly rule: string
  readonly severity: Severity
  /** A place in the JSON, `services[0].cookies[2].duration`; or `line 12` of a text. */
  readonly place: string
  /** What to do. */
  readonly message: Both
  /** The law or the guideline behind it. */
  readonly source: string
  /** The words it is about, where they are not the place itself. */
  readonly excerpt?: string
  readonly fix?: Fix[]
}

const { compare } = new Intl.Collator('en', { numeric: true })

/** By place, numbers as numbers, then by rule. */
export const sortFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((one, other) => compare(one.place, other.place) || compare(one.rule, other.rule))

/** `['services', 0, 'id']` → `services[0].id` */
export const placeOf = (keys: Keys): string =>
  keys.map((key, index) => (typeof key === 'number' ? `[${key}]` : (index ? '.' : '') + key)).join('')
