import { comeToRest } from '../inPage.mjs'
import { load, onPhone } from '../phone.mjs'
import { questionOn } from '../question.mjs'
import { tasksSince, traceTasks, workOf } from '../trace.mjs'

const states = new Map()

/** On a slow phone: what the next page costs a visitor who has refused everything. */
export const returning = {
  alone: true,
  measure: async (bench, peer) => {
    if (!states.has(peer)) states.set(peer, peer.accept ? await refuse(bench, peer) : { cookies: [], origins: [] })
    return onPhone(bench, { alone: bench.alone, peer, state: states.get(peer) }, async ({ page, session }) => {
      const tasks = await traceTasks(bench.browser, page, () => load(page, session, bench.servers.addressOf(peer)))
      return { returningWork: workOf(tasksSince('bench page', tasks)) }
    })
  },
}

/** What the browser keeps of a refusal. */
const refuse = async ({ browser, servers }, peer) => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const asking = await questionOn(page, peer)
    await page.goto(servers.addressOf(peer))
    await asking.asked()
    await asking.reject()
    await page.evaluate(comeToRest)
    return await context.storageState()
  } finally {
    await context.close()
  }
}
