import { type Finding, placeOf, sortFindings } from './finding'
import type { InventoryRule } from './inventory/rule'
import { INVENTORY_RULES } from './inventory/rules'
import { type LintOptions, type View, viewOf } from './inventory/view'

const findingsOf = ({ id, severity, source, check }: InventoryRule, view: View): Finding[] =>
  check(view).map(({ keys, fix, ...found }) => ({
    rule: id,
    severity,
    place: placeOf(keys),
    source,
    ...found,
    ...(fix && { fix: [...fix] }),
  }))

/**
 * Looks for what is wrong, contradictory or out of date in an inventory (I01–I21). Known services (`use`) are judged with
 * the records that the catalogue completes. Also takes the configurations of other tools as they are imported, where they
 * say what an inventory cannot (`bannerMode`, `reaskAfter`, `labels`).
 *
 * @param inventory may be anything: what has not the right shape is left to `validateInventory`
 * @returns by place, then by rule; empty where there is nothing to be said. Never throws.
 *
 * @example
 * lintInventory({ controller, cookies: [{ name: '_ga', purpose: '…', duration: 'P1Y' }] })
 * // [{ rule: 'I04', severity: 'error', place: 'cookies[0].name', fix: [{ path: ['cookies', 0, 'category'], … }], … }]
 */
export const lintInventory = (inventory: unknown, options: LintOptions = {}): Finding[] => {
  const view = viewOf(inventory, options)
  return view ? sortFindings(INVENTORY_RULES.flatMap((rule) => findingsOf(rule, view))) : []
}
