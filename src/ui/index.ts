import * as googleAnalytics from '../catalogue/googleAnalytics'
import { checkedInventory as check } from '../check/checkedInventory'
import type { CheckOptions, StampedInventory } from '../core/parts'

/** The name of the part of Google Analytics, `partOf('google-analytics')`. */
const COMMONEST = 'use-jw9053'

/** The commonest service comes with the question: one request less before it, on most sites that use the catalogue. */
export const checkedInventory = (options: CheckOptions): Promise<StampedInventory> =>
  check(options, (name) => (name === COMMONEST ? googleAnalytics : options.core.load(name)))

export { mount } from './mount'
