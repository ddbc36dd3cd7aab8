import { onPhone, placeOf, press } from '../phone.mjs'
import { traceTasks } from '../trace.mjs'

/** On a slow phone: the task that heard the click on »accept«. Until it ends the page hears nothing else. */
export const answer = {
  measure: (bench, peer) =>
    onPhone(bench, { alone: bench.alone, peer }, async ({ page, session, asking }) => {
      await page.goto(bench.servers.addressOf(peer))
      await asking.asked()
      const place = await placeOf(asking.find(peer.accept))
      const tasks = await traceTasks(bench.browser, page, () => press(session, place), 300)
      const heard = tasks.find(({ marks }) => marks.includes('bench click'))
      if (!heard) throw new Error(`The click on the answer of ${peer.name} was not traced.`)
      return { deaf: heard.time }
    }),
}
