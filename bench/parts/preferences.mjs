import { onPhone, placeOf, press } from '../phone.mjs'
import { traceTasks, workOf } from '../trace.mjs'

/** On a slow phone: all work from the pointer's coming and the click on, until the preferences with so many cookies have come to rest, drawn. */
export const preferences = {
  measure: async (bench, peer) => {
    if (!peer.preferences) return {}
    const few = await open(bench, peer, 10)
    // Who shows no cookies shows a thousand of them as fast as ten.
    if (!peer.list) return { open10: few.opened }
    const more = await open(bench, peer, 100)
    const many = await open(bench, peer, 1000)
    return { open10: few.opened, open100: more.opened, open1000: many.opened, unfolded: many.unfolded }
  },
}

const open = (bench, peer, cookies) =>
  onPhone(bench, { alone: bench.alone, peer }, async ({ page, session, asking }) => {
    await page.goto(bench.servers.addressOf(peer, { cookies }))
    await asking.asked()
    const click = async (selector) => {
      const place = await placeOf(asking.find(selector))
      return workOf(await traceTasks(bench.browser, page, () => press(session, place)))
    }
    const opened = await click(peer.preferences)
    await asking.find(peer.opened).waitFor({ timeout: 5000 })
    const unfolded = cookies === 1000 ? await click(peer.list) : 0
    return { opened, unfolded: opened + unfolded }
  })
