import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, recordsOn, settle, stampOf, test, widgetOn } from '../support/widget.js'
import { HOST, PAGE, LISTEN, BODY, lookAgain, lookAtChanged, seesCookie, takeChoice } from './choices.js'
import { INVENTORY, openPage } from './openPage.js'

test.beforeEach(({ world }) => world.serve('video.example', '<!doctype html><title>x</title><p>VSEBINA</p>'))

test.describe('the back/forward cache', () => {
  // Pages that are not to be stored are not kept either.
  const headers = { 'Cache-Control': 'max-age=0' }
  const NEXT = `${HOST}/naslednja`

  /** The same browser with the cache that tests do without otherwise, and a page in it. */
  const kept = test.extend<{ keeping: Page }>({
    keeping: async ({ playwright, browserName, launchOptions, channel, headless }, use) => {
      const firefoxUserPrefs = {
        ...launchOptions.firefoxUserPrefs,
        'fission.bfcacheInParent': true,
        'browser.sessionhistory.max_total_viewers': 4,
      }
      const browser = await playwright[browserName].launch({
        ...launchOptions,
        headless,
        ...(browserName === 'firefox'
          ? { channel: channel!, firefoxUserPrefs }
          : { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
      })
      const page = await browser.newPage({ ignoreHTTPSErrors: true })
      await page.addInitScript(() =>
        addEventListener('pageshow', ({ persisted }) => (document.documentElement.dataset.persisted = String(persisted))),
      )
      await use(page)
      await browser.close()
    },
  })

  const open = async (page: Page, world: Parameters<typeof openPage>[1]) => {
    world.serve(NEXT, { headers, body: '<!doctype html><title>Naslednja</title><link rel="icon" href="data:,">' })
    await openPage(page, world, BODY, { headers })
    await page.evaluate(() => window.privolim!.ready)
  }

  /** Not by Playwright, which waits for a load that does not come. */
  const back = async (page: Page) => {
    await page.evaluate(() => void setTimeout(() => history.back()))
    await expect.poll(() => page.evaluate(() => location.pathname).catch(() => '')).toBe('/p/')
  }

  const persisted = (page: Page) => page.evaluate(() => document.documentElement.dataset.persisted)

  const stateOf = (page: Page) =>
    page.evaluate(() => {
      const { privolimView: view, privolimChoice: choice } = document.getElementById('privolim')!.dataset
      const question = document.getElementById('privolim')!.shadowRoot?.getElementById('question')
      const placeholders = document.querySelectorAll('[data-privolim-placeholder]').length
      return { view, choice, asked: !!question?.checkVisibility(), placeholders, ran: window.ran ?? [] }
    })

  const ASKING = { view: 'banner', choice: 'unset', asked: true, placeholders: 1, ran: [] }
  const GRANTED = { view: 'closed', choice: 'all', asked: false, placeholders: 0, ran: ['a', 'b'] }
  const DENIED = { view: 'closed', choice: 'none', asked: false, placeholders: 1, ran: [] }

  kept(
    'P23 LAB-5 a page that comes back from it follows what was answered meanwhile',
    async ({ keeping, world, widget: _ }) => {
      await open(keeping, world)
      const granting = await takeChoice(keeping, widgetOn(keeping), 'n1.f1.a1.m1.e1')
      await open(keeping, world)
      await expect.poll(() => stateOf(keeping)).toEqual(ASKING)
      await keeping.goto(NEXT)
      // As a server answers for a form of its own: nobody is told.
      await keeping.context().addCookies([{ name: 'privolim', value: granting, url: HOST }])
      await seesCookie(keeping, granting)
      await back(keeping)
      await expect.poll(() => stateOf(keeping)).toEqual(GRANTED)
      expect(await persisted(keeping)).toBe('true')
    },
  )

  kept(
    'P23 LAB-5 and what was withdrawn meanwhile',
    async ({ keeping, world, widget: _ }) => {
      await open(keeping, world)
      await widgetOn(keeping).acceptAll()
      await expect.poll(() => stateOf(keeping)).toEqual(GRANTED)
      await settle(keeping)
      const value = await widgetOn(keeping).choice()
      await keeping.goto(NEXT)
      const refusing = value.replace(/^1\.[^t]*t\w+/, `1.n1.f0.a0.m0.e0.t${stampOf(Date.now() + 1000)}`)
      await keeping.context().addCookies([{ name: 'privolim', value: refusing, url: HOST }])
      await seesCookie(keeping, refusing)
      const before = world.requests(PAGE).length
      await back(keeping)
      // Its scripts had run, so it is loaded anew.
      await expect.poll(() => stateOf(keeping).catch(() => undefined)).toEqual(DENIED)
      expect(world.requests(PAGE)).toHaveLength(before + 1)
    },
  )

  kept(
    'P23 LAB-5 the answer on the next page holds on the one before',
    async ({ keeping, world, widget: _ }) => {
      await open(keeping, world)
      await expect.poll(() => stateOf(keeping)).toEqual(ASKING)
      world.serve(NEXT, async (_request, next) => {
        const page = await next()
        const inventory = JSON.stringify(INVENTORY)
        const tags = `<script type="application/json" id="privolim-inventory">${inventory}</script>
  <script src="/privolim/privolim.js"></script>`
        return { ...page, body: String(page.body) + tags }
      })
      await keeping.goto(NEXT)
      await widgetOn(keeping).acceptAll()
      await back(keeping)
      await expect.poll(() => stateOf(keeping).catch(() => undefined)).toEqual(GRANTED)
      const description = (await persisted(keeping)) === 'true' ? 'restored' : 'put out of the cache by the message, and loaded anew'
      test.info().annotations.push({ type: 'back/forward cache', description })
    },
  )
})

test.describe('a page that is prerendered', () => {
  // No browser that is driven by a program prerenders, and Firefox never does.
  test('P25 in Chromium does nothing until it is seen, and then what was answered meanwhile', async ({
    world,
    browserName,
    launchOptions,
    widget: _,
  }) => {
    test.skip(browserName !== 'chromium', 'Firefox does not prerender.')
    const inventory = `<script type="application/json" id="privolim-inventory">${JSON.stringify(INVENTORY)}</script>`
    const head = `<!doctype html><html lang="sl"><meta charset="utf-8"><title>Preskus</title>
<link rel="icon" href="data:,">${inventory}<script src="/privolim/privolim.js"></script>`
    const rules = JSON.stringify({ prerender: [{ source: 'list', urls: ['/p/'], eagerness: 'immediate' }] })
    let order = ''
    world.serve(`${HOST}/ukaz`, () => ({ body: order, type: 'text/plain' }))
    world.serve(`${HOST}/pove`, { body: '' })
    world.serve(
      `${HOST}/prej`,
      `${head}<script type="speculationrules">${rules}</script><script>
        setInterval(async () => {
          const order = await (await fetch('/ukaz')).text()
          if (order === 'accept' && privolim.needsChoice) privolim.acceptAll()
          if (order === 'go') location.href = '/p/'
        }, 100)</script>`,
    )
    world.serve(
      PAGE,
      `${head}${BODY}<script>
        setInterval(() => {
          const { privolimView, privolimChoice } = document.getElementById('privolim').dataset
          const state = [document.prerendering, privolimView, privolimChoice, ...(window.ran || [])]
          fetch('/pove', { method: 'POST', body: state.join(' ') })
        }, 300)</script>`,
    )
    // A browser of its own has errands of its own.
    const others = () => world.hosts().filter((host) => /tretji|video/.test(host))
    const said = () => world.requests(`${HOST}/pove`).map(({ body }) => body.trim())
    const profile = await mkdtemp(join(tmpdir(), 'prerender-'))
    const proxy = `--proxy-server=${launchOptions.proxy!.server}`
    const flags = ['--headless', '--no-sandbox', '--no-first-run', '--disable-gpu', '--disable-dev-shm-usage']
    const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
    const place = ['--ignore-certificate-errors', `--user-data-dir=${profile}`, proxy, `${HOST}/prej`]
    const browser = spawn(launchOptions.executablePath!, [...flags, ...quiet, ...place], { stdio: 'ignore' })
    const gone = new Promise((resolve) => browser.once('exit', resolve))
    try {
      await expect.poll(() => said().length, { timeout: 15_000 }).toBeGreaterThan(1)
      order = 'accept'
      await expect.poll(() => world.requests(/-followup\.js/).length).toBe(1)
      const before = said().length
      await expect.poll(() => said().length).toBeGreaterThan(before + 1)
      // Nothing shown, nothing decided, nothing released; nor fetched, but for the page's own files.
      expect(new Set(said())).toEqual(new Set(['true closed']))
      const early = world.requests().filter(({ headers }) => String(headers['sec-purpose']).includes('prerender'))
      expect(new Set(early.map(({ path }) => path))).toEqual(new Set(['/p/', '/privolim/privolim.js', '/pove']))
      expect(others()).toEqual([])

      order = 'go'
      await expect.poll(() => said().at(-1)).toBe('false closed all a b')
      expect(others()).toEqual(['stevec.tretji.example', 'video.example'])
      // It is the very page that was prerendered.
      expect(world.requests(PAGE)).toHaveLength(1)
    } finally {
      browser.kill()
      await gone
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  })

  test('P25 (simulated) does nothing until it is seen, and asks then', async ({ page, world, widget, complaints }) => {
    await page.addInitScript(() =>
      Object.defineProperty(document, 'prerendering', { configurable: true, get: () => !Reflect.get(window, 'isSeen') }),
    )
    await openPage(page, world, BODY, { before: LISTEN })
    await page.evaluate(() => window.privolim!.acceptAll())
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await lookAgain(page)
    const resting = page.evaluate(async () => {
      for (let turn = 0; turn < 5; turn++) await fetch('/marker', { method: 'HEAD' })
    })
    await resting
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    expect(await recordsOn(page)).toEqual([])
    expect(await widget.ran()).toEqual([])
    expect(world.requests().map(({ path }) => path).filter((path) => path !== '/marker')).toEqual([
      '/p/',
      '/privolim/privolim.js',
    ])
    await page.evaluate(() => {
      Reflect.set(window, 'isSeen', true)
      document.dispatchEvent(new Event('prerenderingchange'))
    })
    // What the page itself asked for is done then.
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    expect(await widget.choice()).toMatch(/^1\.n1\.f1/)
    await page.context().clearCookies()
    await lookAtChanged(page, undefined)
    await expect(widget.question).toBeVisible()
    expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
  })
})
