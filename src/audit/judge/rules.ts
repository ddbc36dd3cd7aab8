import type { AuditRule } from './rule'
import { behaviour } from './rules/behaviour'
import { faults } from './rules/faults'
import { inventory } from './rules/inventory'
import { question } from './rules/question'
import { records } from './rules/records'
import { requests } from './rules/requests'
import { visit } from './rules/visit'
import { withdrawal } from './rules/withdrawal'

/** Every rule, A01–A49, in the order of their codes. */
export const AUDIT_RULES: readonly AuditRule[] = [
  ...requests,
  ...records,
  ...inventory,
  ...question,
  ...behaviour,
  ...withdrawal,
  ...faults,
  ...visit,
].sort((one, other) => (one.code < other.code ? -1 : 1))
