import * as fc from 'fast-check'
import type { OptionalCategory } from '../../src/core/inventory/types.js'
import { DAMAGE, INVENTORIES, OPTIONAL, type ServiceId } from './site.js'

/** The first tab, which is always there, or the second, where it is open; else the first is meant. */
export type TabNumber = 0 | 1

/** What a visitor, a site or the time may do next. */
export type Step =
  | { readonly do: 'accept' | 'reject' | 'withdraw' | 'once' | 'always' | 'reload' | 'back' | 'forward'; readonly tab: TabNumber }
  | { readonly do: 'save'; readonly tab: TabNumber; readonly decision: Decision }
  | { readonly do: 'go'; readonly tab: TabNumber; readonly page: 0 | 1 }
  | { readonly do: 'open' | 'close' | 'delete' }
  | { readonly do: 'damage'; readonly how: keyof typeof DAMAGE }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'change'; readonly inventory: number }

export interface Decision {
  readonly categories: Partial<Record<OptionalCategory, boolean>>
  readonly services: Partial<Record<ServiceId, boolean>>
}

const tab = fc.constantFrom<TabNumber[]>(0, 0, 1)

const decision: fc.Arbitrary<Decision> = fc.record({
  categories: fc.dictionary(fc.constantFrom(...OPTIONAL), fc.boolean(), { noNullPrototype: true }),
  services: fc.dictionary(fc.constantFrom<ServiceId[]>('klepet', 'stevec', 'oglasi', 'video'), fc.boolean(), { maxKeys: 2, noNullPrototype: true }),
})

const plain = (name: Extract<Step, { tab: TabNumber; decision?: never; page?: never }>['do']) =>
  fc.record({ do: fc.constant(name), tab })

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: plain('accept') },
  { weight: 2, arbitrary: plain('reject') },
  { weight: 2, arbitrary: plain('withdraw') },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('save' as const), tab, decision }) },
  { weight: 2, arbitrary: plain('once') },
  { weight: 2, arbitrary: plain('always') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('go' as const), tab, page: fc.constantFrom<(0 | 1)[]>(0, 1) }) },
  { weight: 1, arbitrary: plain('reload') },
  { weight: 2, arbitrary: plain('back') },
  { weight: 1, arbitrary: plain('forward') },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('damage' as const), how: fc.constantFrom(...(Object.keys(DAMAGE) as (keyof typeof DAMAGE)[])) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(1, 100, 200) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), inventory: fc.nat(INVENTORIES.length - 1) }) },
)

/** A page that has come before the change would know another site than those that come after it; a visitor leaves it first. */
const unfold = (one: Step): Step[] => (one.do === 'change' ? [{ do: 'close' }, { do: 'reload', tab: 0 }, one] : [one])

/** All that one visitor does, from the first visit on. */
export const walk: fc.Arbitrary<readonly Step[]> = fc
  .array(step, { minLength: 5, maxLength: 10, size: 'max' })
  .map((steps) => steps.flatMap(unfold))
