import type { CDPSession } from '@playwright/test'
import { openPage } from './pitfalls/openPage.js'
import { expect, test } from './support/widget.js'

/** Of a single-page app that nobody reloads all day. */
const CHANGES = 10_000

interface Metrics {
  readonly listeners: number
  readonly nodes: number
  readonly heap: number
}

/** What is left once everything that nobody holds has been thrown away. */
const measure = async (devtools: CDPSession): Promise<Metrics> => {
  // The second time takes what the first has let go of.
  for (let round = 0; round < 2; round++) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((one) => one.name === name)!.value
  return { listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize') }
}

/** Runs in the page: as many other views, each with scripts that are released, some with a frame and an image that are held. */
const wander = async (count: number) => {
  const app = document.querySelector('#app')!
  const task = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', done, { once: true })
      port1.start()
      port2.postMessage(0)
    })
  // Costlier than all the rest, so that not every view has one; whatever it left would still be left a thousand times.
  const media = `<iframe title="Posnetek" data-privolim="video" data-src="https://video.example/a"></iframe>
    <img alt="" data-privolim="oglasi" data-src="https://oglasi.tretji.example/a.png">`
  let stoodIn = 0
  for (let index = 0; index < count; index++) {
    history.pushState({}, '', `/p/?pogled=${index % 50}`)
    app.innerHTML = `<h2>Pogled ${index}</h2>
      <script type="text/plain" data-privolim="stevec">window.views = (window.views ?? 0) + 1</script>
      <script type="text/plain" data-privolim="stevec" src="https://stevec.tretji.example/a.js"></script>
      <script type="text/plain" data-privolim="oglasi" src="https://oglasi.tretji.example/b.js"></script>
      ${index % 10 ? '' : media}`
    await task()
    if (index % 100 === 90) {
      // A visitor who stays a moment.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      if (document.querySelector('[data-privolim-placeholder]')) stoodIn++
    }
  }
  app.replaceChildren()
  await new Promise((done) => setTimeout(done, 50))
  return stoodIn
}

test('10,000 page changes of a single-page app leave nothing behind: no listener, no node, no memory', async ({
  page,
  browserName,
  world,
  widget,
  complaints,
}) => {
  test.skip(browserName !== 'chromium', 'only Chromium tells how many listeners and nodes there are, and how much memory')
  test.setTimeout(180_000)
  await openPage(page, world, '<div id="app"></div>')
  await widget.ready()
  await page.evaluate(() => window.privolim!.save({ categories: { analytics: true } }))
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  // What is made once, parts that are fetched included, has been made by then.
  await page.evaluate(wander, 500)
  const before = await measure(devtools)
  const half = CHANGES / 2
  let stoodIn = 0
  const after: Metrics[] = []
  for (let part = 0; part < 2; part++) {
    stoodIn += await page.evaluate(wander, half)
    after.push(await measure(devtools))
  }
  const [middle, end] = after as [Metrics, Metrics]
  console.log(`after 500, 5,500 and 10,500 changes: ${JSON.stringify([before, middle, end])}`)

  // The gate has been at work: what is granted ran on each, what is not was stood in for and never asked for.
  // Views that were left before the file of the first had come have nothing to run in.
  expect(await page.evaluate(() => Reflect.get(window, 'views') as number)).toBeGreaterThan(CHANGES)
  expect(stoodIn).toBeGreaterThan(50)
  expect(world.hosts().sort()).toEqual(['stevec.tretji.example', 'test.example'])
  expect(world.requests('stevec.tretji.example')).toHaveLength(1)
  expect(complaints.uncaught).toEqual([])
  expect(complaints.errors).toEqual([])

  // One thing kept for each change would be thousands.
  for (const [name, room] of [['listeners', 200], ['nodes', 500], ['heap', 500_000]] as const)
    expect(end[name] - middle[name], `${name}: ${middle[name]}, ${end[name]}`).toBeLessThan(room)
})
