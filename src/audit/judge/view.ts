import type { Inventory } from '../../core/inventory/types'
import { readInventory } from '../../tools/inventory/readInventory'
import type { CookieRecord, PageRecord, Probes, RequestRecord, SiteRecord, StateName, StoredRecord, ToolSeen } from '../record'
import { type Declared, declaredIn } from './declared'
import { shortForm } from './shortForm'

/** Something that was seen, and where. */
export interface Seen<What> {
  readonly state: StateName
  /** Index of the state's page. */
  readonly page: number
  /** Index in the page's list. */
  readonly index: number
  readonly is: What
}

/** A record as the rules read it. */
export interface View {
  readonly record: SiteRecord
  readonly tool: ToolSeen
  readonly probes: Probes
  readonly declared: Declared | undefined
  /** States that came about, in their order; those that need no answer are like the first and are left out. */
  readonly reached: readonly StateName[]
  readonly requests: readonly Seen<RequestRecord>[]
  readonly cookies: readonly Seen<CookieRecord>[]
  readonly stored: readonly Seen<StoredRecord>[]
  /** Hosts of other sites, of all states. */
  readonly foreign: ReadonlySet<string>
}

const reachedIn = ({ states }: SiteRecord): StateName[] =>
  states.filter(({ name, way }) => name === 'unanswered' || (way !== 'none' && way !== 'failed')).map(({ name }) => name)

const ownInventory = ({ tool }: SiteRecord): Inventory | undefined => {
  if (tool.inventory === undefined) return undefined
  try {
    return readInventory(shortForm(tool.inventory))
  } catch {
    // An invalid one declares nothing; `npx privolim validate` says why.
    return undefined
  }
}

/** @param inventory what the site declares; without it, what its own page says */
export const viewOf = (record: SiteRecord, inventory = ownInventory(record)): View => {
  const reached = reachedIn(record)
  const seen = <What>(list: (page: PageRecord) => readonly What[]): Seen<What>[] =>
    record.states
      .filter(({ name }) => reached.includes(name))
      .flatMap(({ name: state, pages }) =>
        pages.flatMap((one, page) => list(one).map((is, index) => ({ state, page, index, is }))),
      )
  const requests = seen(({ requests: all }) => all)
  return {
    record,
    tool: record.tool,
    probes: record.probes,
    declared: inventory && declaredIn(inventory),
    reached,
    requests,
    cookies: seen(({ cookies }) => cookies),
    stored: seen(({ stored }) => stored),
    foreign: new Set(requests.filter(({ is }) => is.thirdParty).map(({ is }) => is.host)),
  }
}
