import { firstPaint, layoutShift } from '../inPage.mjs'
import { load, loadUntilAsked, onPhone } from '../phone.mjs'
import { longestOf, tasksSince, traceTasks, workOf } from '../trace.mjs'

/** On a slow phone with a slow network: when the question can be answered, and what it costs until it has come to rest. */
export const question = {
  alone: true,
  aside: true,
  measure: (bench, peer) =>
    onPhone(bench, { alone: bench.alone, peer, network: true }, async ({ page, session }) => {
      const url = bench.servers.addressOf(peer)
      let asked
      const tasks = await traceTasks(bench.browser, page, async () => {
        if (peer.accept) asked = await loadUntilAsked(session, url)
        else await load(page, session, url)
      })
      const since = tasksSince('bench page', tasks)
      const painted = await page.evaluate(firstPaint)
      const shift = await page.evaluate(layoutShift)
      return { painted, asked, firstWork: workOf(since), longest: longestOf(since), shift }
    }),
}
