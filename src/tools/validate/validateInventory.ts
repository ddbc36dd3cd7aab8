import type { Issue } from '../../core/inventory/issues'
import { explain } from '../../errors/explain'
import { checkInventory } from '../../check/checkInventory'

/**
 * Checks an inventory whose `{ use }` entries have been completed.
 * @param language of the sentences: `sl` or `en`
 * @returns every issue with its place and a sentence that says what to change; empty where there is none
 */
export const validateInventory = (json: unknown, language = 'sl'): Issue[] => explain(checkInventory(json), language)
