import { comeToRest, watchClick } from '../inPage.mjs'
import { questionOn } from '../question.mjs'
import { scriptsOf } from '../site.mjs'

/** A page whose scripts have not all run by then has lost some. */
const PATIENCE = 30_000

/** How soon 1, 20 and 200 held scripts run once everything is accepted, in what order, and how often each. */
export const scripts = {
  measure: async (bench, peer) => {
    const [one, some, many] = [await visit(bench, peer, 1), await visit(bench, peer, 20), await visit(bench, peer, 200)]
    return {
      last1: one.last,
      first20: some.first,
      last20: some.last,
      first200: many.first,
      last200: many.last,
      inversions: many.inversions,
      lost: one.lost + some.lost + many.lost,
      twice: one.twice + some.twice + many.twice,
    }
  },
}

/** One visit as a new visitor: what ran and when, in milliseconds since the page heard the click. */
const visit = async ({ browser, servers }, peer, count) => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.addInitScript(watchClick)
    const asking = await questionOn(page, peer)
    await page.goto(servers.addressOf(peer, { scripts: count }))
    await asking.asked()
    await page.evaluate(comeToRest)
    const early = await page.evaluate(() => (window.ran ?? []).length)
    if (early > 0) throw new Error(`${peer.name} ran ${early} scripts before the answer.`)
    await asking.accept()
    await page.waitForFunction(allRan, count, { timeout: PATIENCE, polling: 100 }).catch(() => undefined)
    // What runs twice may do so late.
    await page.evaluate(comeToRest)
    const ran = await page.evaluate(() => (window.ran ?? []).map(([number, time]) => [number, time - window.benchClick.start]))
    return readRun(ran, scriptsOf(count))
  } finally {
    await context.close()
  }
}

/** Runs in the page. */
const allRan = (count) => (window.ran ?? []).length >= count

/** What came of a page's held scripts, from their numbers and times in the order in which they ran. */
export const readRun = (ran, held) => {
  const numbers = ran.map(([number]) => number)
  const times = ran.map(([, time]) => time)
  return {
    first: Math.min(...times),
    last: Math.max(...times),
    lost: held.filter(({ number }) => !numbers.includes(number)).length,
    twice: numbers.length - new Set(numbers).size,
    inversions: inversionsIn(numbers, held),
  }
}

/** Pairs of scripts of one service of which the later ran first. */
const inversionsIn = (numbers, held) =>
  numbers.reduce((sum, number, index) => {
    const service = held[number].service
    return sum + numbers.slice(0, index).filter((other) => other > number && held[other].service === service).length
  }, 0)
