import { COUNT, SCRIPTS } from './scripts.mjs'

/** A page whose scripts have not all run by then has lost some. */
const PATIENCE = 30_000

/** One visit as a new visitor, who accepts everything: what ran and when, in milliseconds since the click. */
export const visit = async (browser, servers, peer) => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.addInitScript(watchClick)
    await page.goto(servers.addressOf(peer))
    const button = page.locator(peer.accept)
    await button.waitFor()
    await page.evaluate(comeToRest)
    const early = await page.evaluate(() => (window.ran ?? []).length)
    if (early > 0) throw new Error(`${peer.name} ran ${early} scripts before the answer.`)
    servers.asked.clear()
    const busyTime = await busyTimeOf(context, page)
    const before = await busyTime()
    await button.click()
    await page.waitForFunction(allRan, COUNT, { timeout: PATIENCE, polling: 250 }).catch(() => undefined)
    const busy = (await busyTime()) - before
    // What runs twice may do so late.
    await page.evaluate(comeToRest)
    const run = readRun(await page.evaluate(() => ({ ran: window.ran ?? [], click: window.click })))
    const fetched = [...servers.asked.values()].reduce((sum, times) => sum + times, 0)
    return { ...run, busy, fetched }
  } finally {
    await context.close()
  }
}

const readRun = ({ ran, click }) => {
  const numbers = ran.map(([number]) => number)
  const times = ran.map(([, time]) => time - click.start)
  return {
    first: Math.min(...times),
    last: Math.max(...times),
    task: click.task - click.start,
    painted: click.painted - click.start,
    lost: SCRIPTS.filter(({ number }) => !numbers.includes(number)).length,
    twice: numbers.length - new Set(numbers).size,
    inversions: inversionsIn(numbers),
  }
}

/** Pairs of scripts of one service of which the later ran first. */
const inversionsIn = (numbers) => {
  const serviceOf = (number) => SCRIPTS[number].service
  return numbers.reduce((sum, number, index) => {
    const before = numbers.slice(0, index)
    return sum + before.filter((other) => other > number && serviceOf(other) === serviceOf(number)).length
  }, 0)
}

/** Milliseconds that the main thread has been at work, whatever at. */
const busyTimeOf = async (context, page) => {
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
}

/** Runs in the page: before anyone else hears of the click, and again when its task is done and when it is painted. */
const watchClick = () => {
  const begin = () => {
    const click = (window.click = { start: performance.now() })
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => (click.task = performance.now()))
    port1.start()
    port2.postMessage('')
    requestAnimationFrame(() => setTimeout(() => (click.painted = performance.now())))
  }
  window.addEventListener('click', begin, { capture: true, once: true })
}

/** Runs in the page. */
const allRan = (count) => (window.ran ?? []).length >= count

/** Runs in the page. */
const comeToRest = async () => {
  for (let round = 0; round < 4; round++) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))
    await new Promise((done) => requestIdleCallback(done, { timeout: 200 }))
  }
}
