import type { CookieRecord, StoredRecord } from '../record'
import type { Kept } from '../visit/reachState'
import type { Probe, ProbeTools } from './probe'

/** What a name held: a choice that is answered otherwise holds something else and has not stayed. */
const heldBy = ({ cookies, stored }: Kept): Map<string, string> =>
  new Map([
    ...stored.map(({ name, size }: StoredRecord) => [name, String(size)] as const),
    ...cookies.map(({ name, hash }: CookieRecord) => [name, hash] as const),
  ])

const firstOf = ({ recording }: ProbeTools, name: 'unanswered' | 'refused' | 'withdrawn') => recording.state(name)?.pages[0]

/** Whether the control was there on each page, and what of the acceptance was left after the withdrawal. */
export const probeWithdrawal: Probe = async (tools) => {
  const { recording } = tools
  if (!recording.state('withdrawn')) return {}
  const { presses, before } = await tools.states.get('withdrawn')
  const after = firstOf(tools, 'withdrawn')
  const innocent = new Set([firstOf(tools, 'unanswered'), firstOf(tools, 'refused')].flatMap((page) => (page ? [...heldBy(page).keys()] : [])))
  const held = after ? heldBy(after) : new Map<string, string>()
  const stayed = before ? [...heldBy(before)].filter(([name, value]) => held.get(name) === value && !innocent.has(name)).map(([name]) => name) : []
  return { withdrawal: { ...(presses !== undefined && { presses }), pages: recording.controls(), stayed } }
}
