import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './figures.mjs'

const dist = fileURLToPath(new URL('../dist', import.meta.url))

/** So many times slower than this machine: about an old phone. */
const SLOWDOWN = 4

/** What the widget is to stay below, in milliseconds of the main thread on the slow phone. */
const LIMITS = { question: 50, accept: 50, reject: 50, 'open 10': 100, 'open 100': 100, 'open 1,000': 100 }

/** What the widget costs the main thread of a slow phone: `{ result, text, faults }`. */
export const benchVisitor = async (browser, rounds) => {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = `http://127.0.0.1:${server.address().port}/`
  const runs = Object.fromEntries(Object.keys(MEASURES).map((name) => [name, []]))
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const [name, measure] of Object.entries(MEASURES)) {
        const time = await measure(browser, address)
        // The first round fills caches of the machine and is thrown away.
        if (round > 0) runs[name].push(time)
      }
      process.stderr.write(round < rounds ? '.' : '.\n')
    }
  } finally {
    server.close()
  }
  const result = { chromium: browser.version(), slowdown: SLOWDOWN, rounds, limits: LIMITS, runs }
  return { result, text: textOf(result), faults: [] }
}

const textOf = ({ chromium, slowdown, rounds, runs }) => {
  const rows = Object.entries(runs).map(([name, times]) => {
    const figures = [Math.min(...times), median(times), Math.max(...times)]
    return [name.padEnd(16), ...figures.map((time) => time.toFixed(0).padStart(8)), String(LIMITS[name] ?? '').padStart(13)]
  })
  const ratio = median(runs['open 1,000']) / median(runs['open 10'])
  return [
    `${slowdown} × slower, ${rounds} rounds, Chromium ${chromium}; ms of the main thread's processor time\n`,
    [''.padEnd(16), ...['min', 'median', 'max'].map((head) => head.padStart(8)), '  to be below'].join(''),
    ...rows.map((row) => row.join('').trimEnd()),
    '',
    `Preferences with 1,000 cookies: ${ratio.toFixed(2)} × those with 10`,
  ].join('\n')
}

/** The page with and without the widget, and what it fetches; the number of cookies stands in its address. */
const answer = ({ url }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://bench.example')
  const count = Number(searchParams.get('count'))
  const send = (type, body) => response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body)
  if (pathname.startsWith('/privolim/')) send('text/javascript', readFileSync(join(dist, pathname.slice(10))))
  else if (pathname === '/piskotki.json') send('application/json', JSON.stringify(inventoryOf(count)))
  else send('text/html; charset=utf-8', pageOf(count))
}

const pageOf = (count) => `<!doctype html>
<html lang="sl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Klub</title>
<link rel="icon" href="data:,">
<script>
performance.mark('bench page')
addEventListener('click', () => performance.mark('bench click'), true)
</script>
${count > 0 ? `<script src="/privolim/privolim.js" data-inventory="/piskotki.json?count=${count}"></script>` : ''}
<h1>Klub</h1>
${'<p>Novice kluba, seznam prireditev in vse o članstvu.</p>'.repeat(20)}
${'<script type="text/plain" data-privolim="analytics">window.ran = true</script>'.repeat(10)}
</html>`

/** Services of all categories, and so many cookies among them. */
const inventoryOf = (count) => {
  const categories = ['functional', 'analytics', 'marketing', 'embeds']
  return {
    controller: { name: 'Klub' },
    policy: { url: '/zasebnost' },
    services: categories.map((category, index) => ({
      id: `storitev-${index}`,
      category,
      provider: { name: `Ponudnik ${index}`, country: 'US' },
      cookies: Array.from({ length: Math.ceil((count - index) / categories.length) }, (_, number) => ({
        name: `_${category}_${number}`,
        purpose: 'Loči obiskovalce med seboj.',
        duration: 'P13M',
      })),
    })),
  }
}

/**
 * What a renderer's main thread does on a slow phone while `deed` and the time after it last. The renderer has shown the
 * page without the widget before: a new one needs longer than any of the limits for the fonts of any page.
 */
const tasksOf = async (browser, address, prepare, deed) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    await page.goto(address)
    const prepared = await prepare(page, session)
    // No more than that: what DevTools wants to know besides takes the page a third of its time.
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] })
    // Over the protocol: what Playwright runs in the page to find and to wait would be counted with the widget's work.
    await deed(session, prepared)
    await page.waitForTimeout(1000)
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
    return readTasks(traceEvents)
  } finally {
    await context.close()
  }
}

/**
 * Tasks of the renderer's main thread with their processor time in milliseconds (what other programs do meanwhile is
 * not in it), when they began, and what the page marked in them.
 */
const readTasks = (events) => {
  const threadOf = ({ pid, tid }) => `${pid}.${tid}`
  const named = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
  const mains = new Set(events.filter(named).map(threadOf))
  const onMain = events.filter((event) => mains.has(threadOf(event)))
  const marks = onMain.filter(({ name }) => name.startsWith('bench '))
  const isIn = (task) => (mark) => threadOf(mark) === threadOf(task) && mark.ts >= task.ts && mark.ts <= task.ts + task.dur
  return onMain
    .filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'))
    .map((task) => ({
      start: task.ts,
      time: (task.tdur ?? 0) / 1000,
      marks: marks.filter(isIn(task)).map(({ name }) => name),
    }))
}

const heardClick = ({ marks }) => marks.includes('bench click')

const longest = (tasks) => Math.max(...tasks.map(({ time }) => time))

const sum = (tasks) => tasks.reduce((total, { time }) => total + time, 0)

/**
 * Loads the page and tells the longest task until it has come to rest. The browser's own work to begin a page, before
 * the page's first line has run, is left out: nothing in a page can make it shorter.
 */
const loaded = (count) => async (browser, address) => {
  const load = (session) => session.send('Page.navigate', { url: `${address}?count=${count}` })
  const tasks = await tasksOf(browser, address, () => {}, load)
  const begin = tasks.find(({ marks }) => marks.includes('bench page'))
  if (!begin) throw new Error('The page was not traced.')
  return longest(tasks.filter(({ start }) => start > begin.start))
}

/** Clicks on a button of the question, as a finger does, and tells what came of it. */
const clicked = async (browser, address, count, action) => {
  const prepare = async (page, session) => {
    await page.goto(`${address}?count=${count}`)
    const button = page.locator(`#privolim [data-privolim-action="${action}"]`)
    await button.waitFor()
    const { x, y, width, height } = await button.boundingBox()
    const place = { x: x + width / 2, y: y + height / 2 }
    await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place })
    await page.waitForTimeout(500)
    return place
  }
  const press = async (session, place) => {
    for (const type of ['mousePressed', 'mouseReleased']) {
      await session.send('Input.dispatchMouseEvent', { type, button: 'left', clickCount: 1, ...place })
    }
  }
  const tasks = await tasksOf(browser, address, prepare, press)
  if (!tasks.some(heardClick)) throw new Error(`The click on ${action} was not traced.`)
  return tasks
}

/** The task that heard the answer: until it ends, the page hears nothing else. */
const answered = (action) => async (browser, address) =>
  longest((await clicked(browser, address, 10, action)).filter(heardClick))

/** All work from the click until the preferences have come to rest, drawing them included. */
const opened = (count) => async (browser, address) => sum(await clicked(browser, address, count, 'preferences'))

const MEASURES = {
  'page alone': loaded(0),
  'question': loaded(10),
  'accept': answered('accept-all'),
  'reject': answered('reject-all'),
  'open 10': opened(10),
  'open 100': opened(100),
  'open 1,000': opened(1000),
}
