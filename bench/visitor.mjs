import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findChromium } from '../e2e/machine/browsers.mjs'

const HELP = `npm run bench:visitor [-- options]

Measures what the widget costs the main thread of a slow phone, in Chromium slowed down four times: the question, an
answer, and the preferences with 10, 100 and 1,000 cookies. docs/bench.md says how. The status is 0 whatever comes out,
and 2 where nothing could be measured.

  --runs N   so many rounds, after one to warm up; 7 without it
  --json     every run instead of the table
  --help     this text`

const root = fileURLToPath(new URL('..', import.meta.url))

/** So many times slower than this machine. */
const SLOWDOWN = 4

/** What may be at most, in milliseconds. */
const LIMITS = { question: 50, accept: 50, reject: 50, 'open 10': 100, 'open 100': 100, 'open 1,000': 100 }

const main = async () => {
  const options = { runs: { type: 'string', default: '7' }, json: { type: 'boolean' }, help: { type: 'boolean' } }
  const { values } = parseArgs({ options })
  if (values.help) return console.log(HELP)
  const rounds = Number(values.runs)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--runs takes a number from 1, not ${values.runs}.`)
  if (!existsSync(join(root, 'dist', 'privolim.js'))) throw new Error('dist/ is not there: `npm run build` makes it.')
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is not installed: `npm test` gets one, or name one in CHROMIUM_PATH.')
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const browser = await chromium.launch({ executablePath })
  const address = `http://127.0.0.1:${server.address().port}/`
  const runs = Object.fromEntries(Object.keys(LIMITS).map((name) => [name, []]))
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const name of Object.keys(LIMITS)) {
        const time = await MEASURES[name.split(' ')[0]](browser, address, name)
        // The first round fills caches of the machine and is thrown away.
        if (round > 0) runs[name].push(time)
      }
      process.stderr.write(round < rounds ? '.' : '.\n')
    }
  } finally {
    await browser.close()
    server.close()
  }
  if (values.json) return console.log(JSON.stringify({ chromium: browser.version(), slowdown: SLOWDOWN, runs }, undefined, 2))
  console.log(`Chromium ${browser.version()}, ${SLOWDOWN} × slower, ${rounds} rounds; ms of the main thread\n`)
  for (const [name, times] of Object.entries(runs)) {
    const sorted = [...times].sort((one, other) => one - other)
    const figures = [sorted[0], medianOf(sorted), sorted.at(-1)].map((time) => time.toFixed(0).padStart(5)).join('')
    console.log(`${name.padEnd(12)} min, median, max ${figures}   at most ${LIMITS[name]}`)
  }
  const ratio = medianOf(runs['open 1,000']) / medianOf(runs['open 10'])
  console.log(`\nopening with 1,000 cookies: ${ratio.toFixed(2)} × opening with 10`)
}

const medianOf = (times) => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]

/** The page, and what it fetches; the number of cookies stands in its address. */
const answer = ({ url }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://bench.example')
  const send = (type, body) => response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body)
  if (pathname.startsWith('/privolim/')) return send('text/javascript', readFileSync(join(root, 'dist', pathname.slice(10))))
  if (pathname === '/piskotki.json') return send('application/json', JSON.stringify(inventoryOf(Number(searchParams.get('count')))))
  const count = searchParams.get('count')
  const held = Array.from({ length: 10 }, (_, index) => `<script type="text/plain" data-privolim="analytics">window.ran = ${index}</script>`)
  send('text/html; charset=utf-8', `<!doctype html><html lang="sl"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Klub</title>
<script src="/privolim/privolim.js" data-inventory="/piskotki.json?count=${count}"></script>
<h1>Klub</h1>${'<p>Novice kluba, seznam prireditev in vse o članstvu.</p>'.repeat(20)}${held.join('')}</html>`)
}

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

/** Opens the page on a slow phone, does something, and tells every task of its main thread meanwhile. */
const tasksOf = async (browser, address, count, deed, before = async () => {}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  try {
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    await before(page, `${address}?count=${count}`)
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] })
    await deed(page, `${address}?count=${count}`)
    await page.waitForTimeout(600)
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
    return readTasks(traceEvents)
  } finally {
    await context.close()
  }
}

/** Tasks of the renderer's main thread in milliseconds, with the kinds of events that they dispatched. */
const readTasks = (events) => {
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid}.${tid}`),
  )
  const onMain = events.filter(({ pid, tid }) => mains.has(`${pid}.${tid}`))
  const clicks = onMain.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'click')
  return onMain
    .filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'))
    .map(({ ts, dur = 0, pid, tid }) => ({
      time: dur / 1000,
      isClick: clicks.some((click) => click.pid === pid && click.tid === tid && click.ts >= ts && click.ts <= ts + dur),
    }))
}

const BUTTON = (action) => `#privolim [data-privolim-action="${action}"]`

const opened = async (page, address) => {
  await page.goto(address)
  await page.locator(BUTTON('reject-all')).waitFor()
  await page.waitForTimeout(500)
}

/** The task that heard the click: what the visitor waits for. */
const answered = (action) => async (browser, address) => {
  const tasks = await tasksOf(browser, address, 10, (page) => page.locator(BUTTON(action)).click(), opened)
  const click = tasks.filter(({ isClick }) => isClick)
  if (!click.length) throw new Error('The click was not traced.')
  return Math.max(...click.map(({ time }) => time))
}

const MEASURES = {
  /** The longest task from the navigation until the question is there, the page's own included. */
  question: async (browser, address) => {
    const tasks = await tasksOf(browser, address, 10, async (page, url) => {
      await page.goto(url)
      await page.locator(BUTTON('reject-all')).waitFor()
    })
    return Math.max(...tasks.map(({ time }) => time))
  },
  'accept': answered('accept-all'),
  'reject': answered('reject-all'),
  /** All work from the click until the preferences have come to rest. */
  open: async (browser, address, name) => {
    const count = Number(name.slice(5).replace(',', ''))
    const tasks = await tasksOf(browser, address, count, async (page) => {
      await page.locator(BUTTON('preferences')).click()
      await page.locator('#privolim dialog').waitFor()
    }, opened)
    return tasks.reduce((sum, { time }) => sum + time, 0)
  },
}

main().catch((error) => {
  console.error(error.message)
  process.exit(2)
})
