import type { Both } from '../../tools/both'
import type { AuditFinding, Evidence } from '../judgement'
import type { View } from './view'

/** What a rule has found; code, severity and assertion are the rule's, unless it says otherwise. */
export interface Found {
  readonly text: Both
  readonly evidence: readonly Evidence[]
  readonly severity?: AuditFinding['severity']
}

/** One rule of the judgement. */
export interface AuditRule {
  readonly code: string
  readonly severity: AuditFinding['severity']
  readonly assertion?: string
  readonly check: (view: View) => readonly Found[]
}
