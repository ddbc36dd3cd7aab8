import type { Route } from 'playwright-core'
import type { Outcome } from '../record'
import { pause } from '../visit/settle'
import { inFreshProfile, outcomeOf, visitStart } from './onStartPage'
import type { Probe } from './probe'

const OWN_FILE = /\/privolim(\.standalone)?(\.min)?\.js(\?|$)/

type How = 'missing' | 'blocked' | 'late'

/** As long as networks of telephones take at their worst. */
const LATE = 10_000

const ways = (late: number): Readonly<Record<How, (route: Route) => Promise<void>>> => ({
  missing: (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: '' }),
  blocked: (route) => route.abort('blockedbyclient'),
  async late(route) {
    await pause(late)
    await route.continue()
  },
})

/** The file of Privolim not found, blocked, and late: nothing optional may run without it. */
export const probeWithoutWidget: Probe = async (tools) => {
  if (tools.recording.tool().kind !== 'privolim') return {}
  const withoutWidget: (Outcome & { how: How })[] = []
  // Whoever waits shorter for everything else waits shorter for this, too.
  const late = Math.min(LATE, tools.options.waits.settle * 4)
  for (const [how, answer] of Object.entries(ways(late)) as [How, (route: Route) => Promise<void>][]) {
    if (tools.isOver()) break
    const outcome = await inFreshProfile(tools, async (profile) => {
      await profile.context.route(OWN_FILE, (route) => answer(route).catch(() => {}))
      return outcomeOf(await visitStart(tools, profile))
    })
    withoutWidget.push({ ...outcome, how })
  }
  return { withoutWidget }
}
