import type { Both } from '../../both'
import type { Severity } from '../finding'

/** What is looked for in a policy text. */
export interface PolicyRule {
  readonly id: string
  readonly severity: Severity
  /**
   * For texts on one line. »Within a sentence« is »not a stop, a space and a capital«, since addresses and abbreviations
   * hold stops. Every repetition in the middle has an upper limit, so that no text takes more than linear time.
   */
  readonly pattern: RegExp
  readonly message: Both
  readonly source: string
  /** Where what follows, in the same sentence, makes it less of a mistake. */
  readonly milder?: { readonly pattern: RegExp; readonly severity: Severity; readonly message: Both }
}

/** Up to so many characters of the same sentence. */
export const within = (most: number): string => `(?:(?![.!?] \\p{Lu}).){0,${most}}?`
