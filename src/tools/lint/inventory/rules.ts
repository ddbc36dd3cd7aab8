import { again, parallel } from './answers'
import { necessaryOnly, noticeOnly } from './claims'
import { complete } from './complete'
import { mail, numbers, reachable } from './controller'
import { endless, long, persistent } from './lifetimes'
import { links } from './links'
import { ambiguous, overlapping, party } from './names'
import { policyAge } from './policyAge'
import { purposes } from './purposes'
import type { InventoryRule } from './rule'
import { dead, misclassified } from './trackers'
import { claimOfNoTransfer, transfers } from './transfers'
import { undeclared } from './undeclared'

/** Every rule for inventories, I01–I21 in the order of their numbers, and the one that they share with texts. */
export const INVENTORY_RULES: readonly InventoryRule[] = [
  complete,
  necessaryOnly,
  noticeOnly,
  misclassified,
  endless,
  long,
  persistent,
  undeclared,
  dead,
  reachable,
  policyAge,
  numbers,
  mail,
  transfers,
  claimOfNoTransfer,
  overlapping,
  party,
  purposes,
  parallel,
  again,
  ambiguous,
  links,
]
