import type { Inventory } from '../../core/inventory/types'
import type { AuditFinding, Judgement } from '../judgement'
import type { SiteRecord } from '../record'
import { assertionsOf } from './assertions'
import { AUDIT_RULES } from './rules'
import { viewOf } from './view'

const GRAVITY: Readonly<Record<AuditFinding['severity'], number>> = { error: 0, warn: 1, info: 2 }

/**
 * What is to be thought of a record: findings, the gravest first, and the assertions T01–T29. No verdict of a lawyer.
 * @param inventory what the site declares, written out; without it, what Privolim on its own page says; without both
 * nothing is compared, and everything is judged by what the catalogue knows
 * @returns the same for the same record, whenever and wherever. Never throws for what a visit has written.
 */
export const judge = (record: SiteRecord, inventory?: Inventory): Judgement => {
  const view = viewOf(record, inventory)
  const findings = AUDIT_RULES.flatMap(({ code, severity, assertion, check }) =>
    check(view).map((found): AuditFinding => ({ code, severity, ...(assertion && { assertion }), ...found })),
  ).sort((one, other) => GRAVITY[one.severity] - GRAVITY[other.severity])
  return { findings, assertions: assertionsOf(view, findings) }
}
