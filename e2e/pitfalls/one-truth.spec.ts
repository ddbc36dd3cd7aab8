import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { expect, recordsOn, settle, stampOf, test, widgetOn, type Widget } from '../support/widget.js'
import type { Change } from '../../src/core/consent/types.js'
import { external, inline, INVENTORY, inventoryOf, openPage } from './openPage.js'

declare global {
  interface Window {
    /** What the page was told, in order. */
    heard?: Change[]
    /** Milliseconds by which the page's clock is wrong. */
    drift?: number
  }
}

const HOST = 'https://test.example'
const PAGE = `${HOST}/p/`
const DAY = 86_400_000
const NOT_STORED = 'Izbire ni bilo mogoče shraniti'

const LISTEN = `<script>
  document.addEventListener('privolim:change', (event) => (window.heard ||= []).push(event.detail))
</script>`
const FRAME = `<iframe title="Posnetek" width="560" height="315"
  data-privolim="video" data-src="https://video.example/a"></iframe>`
const BODY = inline('a') + external('b.js') + FRAME

const placeholder = (page: Page) => page.locator('[data-privolim-placeholder="video"]')

const lookAgain = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))

/** Looks again at a cookie that was changed from outside, once the page sees it so. */
const lookAtChanged = async (page: Page, value: string | undefined) => {
  await seesCookie(page, value)
  await lookAgain(page)
}

/** In Firefox it takes a moment. */
const seesCookie = (page: Page, value = '') =>
  expect.poll(() => page.evaluate(() => document.cookie)).toBe(value && `privolim=${value}`)

const heard = (page: Page) =>
  page.evaluate(() => (window.heard ?? []).map(({ method, changed }) => ({ method, changed })))

/** Another tab with the same page. */
const openTab = async (context: BrowserContext, open: (page: Page) => Promise<void>) => {
  const tab = await context.newPage()
  await open(tab)
  return { tab, widget: widgetOn(tab) }
}

/** The value of a choice that the page's own inventory stands behind, and the page's device without it. */
const takeChoice = async (page: Page, widget: Widget, flags: string, age = 0) => {
  await widget.acceptAll()
  await settle(page)
  const value = await widget.choice()
  await page.context().clearCookies()
  return value.replace(/^1\.[^t]*t\w+/, `1.${flags}.t${stampOf(Date.now() - age)}`)
}

test.beforeEach(({ world }) => world.serve('video.example', '<!doctype html><title>x</title><p>VSEBINA</p>'))

test('LAB-3c before an answer nothing is stored, also where the preferences were looked at', async ({
  page,
  world,
  widget,
}) => {
  await openPage(page, world, BODY)
  await widget.customize()
  await widget.action('close').click()
  await expect(widget.question).toBeVisible()
  await settle(page)
  expect(await recordsOn(page)).toEqual([])
})

test.describe('other tabs', () => {
  test('P24 LAB-4 accepting in one closes the question of the other, and releases there', async ({
    page,
    context,
    world,
    widget,
    complaints,
  }) => {
    const open = (one: Page) => openPage(one, world, BODY, { before: LISTEN })
    await open(page)
    await expect(widget.question).toBeVisible()
    const other = await openTab(context, open)
    await expect(other.widget.question).toBeVisible()
    await other.widget.acceptAll()

    await expect(widget.question).toBeHidden()
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'all')
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    await expect(page.frameLocator('iframe').getByText('VSEBINA')).toBeAttached()
    const changed = ['functional', 'analytics', 'marketing', 'embeds', 'klepet', 'stevec', 'oglasi', 'video']
    expect(await heard(page)).toEqual([{ method: 'other-tab', changed }])
    expect(await heard(other.tab)).toEqual([{ method: 'accept-all', changed }])
    expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
  })

  test('P24 LAB-4 a withdrawal in one holds again in the other, and tells the vendors there', async ({
    page,
    context,
    world,
    widget,
  }) => {
    const inventory = {
      ...INVENTORY,
      services: [...INVENTORY.services, { use: 'google-analytics', account: 'G-ABC123' }],
    }
    const body = `${BODY}<p><input aria-label="Vnos"></p>`
    const open = (one: Page) => openPage(one, world, body, { inventory })
    await open(page)
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    await expect(page.frameLocator('iframe').getByText('VSEBINA')).toBeAttached()
    // What is typed keeps the page from being loaded anew, so that it can be asked what it was told.
    await page.getByLabel('Vnos').fill('napol napisano')
    const other = await openTab(context, open)
    await other.widget.openByLink()
    await other.widget.withdraw()

    await expect(placeholder(page)).toBeVisible()
    await expect(page.locator('iframe')).not.toHaveAttribute('src')
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
    const said = () =>
      page.evaluate(() =>
        (Reflect.get(window, 'dataLayer') as ArrayLike<unknown>[])
          .filter((command) => command[0] === 'consent')
          .map((command) => (command[2] as Record<string, string>).analytics_storage),
      )
    expect((await said()).at(-1)).toBe('denied')
    await expect(widget.action('reload')).toBeVisible()
    expect(await page.getByLabel('Vnos').inputValue()).toBe('napol napisano')
  })

  test('P24 a withdrawal in one loads the other anew, once, where something ran', async ({
    page,
    context,
    world,
    widget,
  }) => {
    const open = (one: Page) => openPage(one, world, BODY)
    await open(page)
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    const other = await openTab(context, open)
    await expect.poll(() => other.widget.ran()).toEqual(['a', 'b'])
    const before = world.requests(PAGE).length
    await other.tab.evaluate(() => window.privolim!.withdraw())
    await expect.poll(() => world.requests(PAGE).length).toBe(before + 2)
    await settle(page)
    await settle(other.tab)
    expect(await widget.ran()).toEqual([])
    expect(await other.widget.ran()).toEqual([])
    expect(world.requests(PAGE)).toHaveLength(before + 2)
  })

  test('P24 a later click builds on what another tab decided, also where nothing was heard of it', async ({
    page,
    context,
    world,
    widget,
  }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
    const open = (one: Page) => openPage(one, world, BODY)
    await open(page)
    await expect(placeholder(page)).toBeVisible()
    const other = await openTab(context, open)
    await other.tab.evaluate(() => window.privolim!.save({ services: { stevec: true } }))
    await expect.poll(() => other.widget.choice()).toContain('.stevec~1')
    expect(await widget.granted()).toEqual([])

    await placeholder(page).locator('[data-privolim-action="load-always"]').click()
    await expect.poll(() => widget.choice()).toContain('.video~1')
    expect(await widget.granted()).toEqual(['stevec', 'video'])
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    await expect.poll(() => other.widget.granted()).toEqual(['stevec'])
    await lookAtChanged(other.tab, await widget.choice())
    expect(await other.widget.granted()).toEqual(['stevec', 'video'])
  })

  test('P24 the preferences begin with what another tab decided, and keep it', async ({
    page,
    context,
    world,
    widget,
  }) => {
    const open = (one: Page) => openPage(one, world, BODY)
    await open(page)
    await widget.customize()
    const other = await openTab(context, open)
    await other.tab.evaluate(() => window.privolim!.save({ categories: { functional: true } }))
    // They were about a state that is no more.
    await expect(widget.preferences).toBeHidden()
    await widget.openByLink()
    await expect(widget.category('functional')).toBeChecked()
    await widget.category('analytics').check()
    await widget.save()
    await expect.poll(() => other.widget.granted()).toEqual(['functional', 'analytics', 'klepet', 'stevec'])
  })

  test('P24 a question that is still on its way is not shown once the answer is there', async ({
    page,
    world,
    widget,
  }) => {
    await openPage(page, world, BODY, { inventory: inventoryOf({ stevec: 'analytics', video: 'embeds' }) })
    await widget.acceptAll()
    await settle(page)
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    world.serve(`${HOST}/privolim/privolim-ui.js`, (_request, next) => held.then(next))
    await openPage(page, world, BODY)
    await widget.ready()
    await expect.poll(() => world.requests(/-ui\.js$/).length).toBe(2)
    await page.evaluate(() => window.privolim!.acceptAll())
    letGo()
    await settle(page)
    await expect(widget.question).toBeHidden()
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
  })
})

test.describe('a frame of the same origin', () => {
  const inventory = {
    ...INVENTORY,
    services: INVENTORY.services.map((one) => ({
      ...one,
      // What only the visitor can remove is named to the visitor.
      cookies: [{ name: '_tretji', party: 'third', purpose: 'preskus', duration: '1 dan' }],
    })),
  }

  test('P24 follows at once, and shows nothing of its own', async ({ page, world, widget }) => {
    world.serve(
      `${HOST}/okvir`,
      `<!doctype html><html lang="sl"><title>Okvir</title>
<script type="application/json" id="privolim-inventory">${JSON.stringify(inventory)}</script>
<script src="/privolim/privolim.js"></script><body>${inline('framed')}${FRAME}`,
    )
    await openPage(page, world, '<iframe id="own" title="Okvir" src="/okvir" width="700" height="400"></iframe>', {
      inventory,
    })
    const inside = page.frameLocator('#own')
    const frame = () => page.frames().find((one) => one.url().endsWith('/okvir'))!
    const ran = () => frame().evaluate(() => window.ran ?? [])
    await expect(widget.question).toBeVisible()
    await expect(inside.locator('[data-privolim-placeholder]')).toBeVisible()
    await widget.acceptAll()
    await expect.poll(ran).toEqual(['framed'])
    await expect(inside.locator('[data-privolim-placeholder]')).toHaveCount(0)

    await page.evaluate(() => window.privolim!.withdraw())
    await expect(inside.locator('[data-privolim-placeholder]')).toBeVisible()
    await expect(widget.host.locator('[part="notice"]')).toContainText('_tretji')
    await settle(page)
    await expect.poll(ran).toEqual([])
    await expect(inside.locator('#privolim')).toHaveAttribute('data-privolim-choice', 'none')
    await expect(inside.locator('#privolim')).toHaveAttribute('data-privolim-view', 'closed')
    await expect(inside.locator('#privolim').locator('*')).toHaveCount(0)
    await expect(inside.locator('privolim-reopen')).toHaveCount(0)
  })

  test('opens the preferences of the page by its own link', async ({ page, world, widget }) => {
    world.serve(
      `${HOST}/okvir`,
      `<!doctype html><html lang="sl"><title>Okvir</title>
<script type="application/json" id="privolim-inventory">${JSON.stringify(INVENTORY)}</script>
<script src="/privolim/privolim.js"></script><body><a href="#privolim">Piškotki</a>`,
    )
    await openPage(page, world, '<iframe id="own" title="Okvir" src="/okvir"></iframe>')
    await expect(widget.question).toBeVisible()
    await page.frameLocator('#own').getByRole('link').click()
    await expect(widget.preferences).toBeVisible()
    await expect(page.frameLocator('#own').getByRole('dialog')).toHaveCount(0)
  })
})

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

test.describe('cookies of the same name', () => {
  const inventory = { ...INVENTORY, cookieDomain: 'test.example' }
  const origin = 'https://www.test.example'
  const cookieAt = (place: 'host' | 'domain' | 'path', value: string) => ({
    name: 'privolim',
    value,
    domain: place === 'domain' ? '.test.example' : 'www.test.example',
    path: place === 'path' ? '/p/' : '/',
  })
  const CASES = [
    ['host', 'domain'],
    ['domain', 'host'],
    ['path', 'domain'],
    ['domain', 'path'],
  ] as const

  for (const [newer, older] of CASES) {
    test(`P26 the newer one, on the ${newer}, holds; the other, on the ${older}, is removed`, async ({
      page,
      context,
      world,
      widget,
    }) => {
      const open = () => openPage(page, world, inline('a'), { inventory, origin })
      await open()
      const value = await takeChoice(page, widget, 'n1.f0.a0.m0.e0', DAY)
      const old = value.replace(/^1\.[^t]*t\w+/, `1.n1.f1.a1.m1.e1.t${stampOf(Date.now() - 9 * DAY)}`)
      for (const [kept, lost, granted] of [
        [value, old, false],
        // The other way round, and a day apart.
        [value.replace('.a0.', '.a1.'), old.replace('.a1.', '.a0.'), true],
      ] as const) {
        await context.clearCookies()
        await context.addCookies([cookieAt(newer, kept), cookieAt(older, lost)])
        await open()
        expect(await widget.granted()).toEqual(granted ? ['analytics', 'stevec'] : [])
        await expect(widget.question).toBeHidden()
        await expect
          .poll(async () => (await context.cookies()).map(({ domain, path, value: text }) => domain + path + text))
          .toEqual([`.test.example/${kept}`])
        expect(await widget.granted()).toEqual(granted ? ['analytics', 'stevec'] : [])
      }
    })
  }
})

test.describe('the clock', () => {
  const DRIFT = `<script>{
    const { now } = Date
    Date.now = () => now() + (window.drift ?? 0)
  }</script>`
  const wait = async (page: Page, drift: number) => {
    await page.evaluate((milliseconds) => (window.drift = milliseconds), drift)
    await lookAgain(page)
  }

  for (const [name, drift] of Object.entries({ 'has run out': 200 * DAY, 'comes to lie in the future': -2 * DAY })) {
    test(`a choice that ${name} while the page is open grants nothing any more, and is asked for again`, async ({
      page,
      world,
      widget,
      complaints,
    }) => {
      await openPage(page, world, FRAME, { before: DRIFT + LISTEN })
      await widget.acceptAll()
      await expect(page.frameLocator('iframe').getByText('VSEBINA')).toBeAttached()
      // A little is no matter.
      await wait(page, Math.sign(drift) * 0.9 * DAY)
      await expect(widget.host).toHaveAttribute('data-privolim-choice', 'all')
      await wait(page, drift)
      await expect(widget.question).toBeVisible()
      await expect(placeholder(page)).toBeVisible()
      expect(await widget.granted()).toEqual([])
      expect(await page.evaluate(() => [window.privolim!.needsChoice, window.privolim!.choice])).toEqual([
        true,
        undefined,
      ])
      expect((await heard(page)).map(({ method }) => method)).toEqual(['accept-all', 'other-tab'])
      // The answer is as good as any, by whatever clock.
      await widget.rejectAll()
      await lookAgain(page)
      await expect(widget.question).toBeHidden()
      await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
      expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
    })
  }

  test('a choice from further in the future than a day is none', async ({ page, context, world, widget }) => {
    await openPage(page, world, FRAME)
    for (const [age, choice] of [
      [-2 * DAY, 'unset'],
      [-0.9 * DAY, 'all'],
    ] as const) {
      await page.reload()
      await widget.ready()
      const value = await takeChoice(page, widget, 'n1.f1.a1.m1.e1', age)
      await context.addCookies([{ name: 'privolim', value, url: HOST }])
      await page.reload()
      await expect(widget.host).toHaveAttribute('data-privolim-choice', choice)
      await context.clearCookies()
    }
  })
})

test.describe('where cookies are blocked', () => {
  /** Accepts, and is told what became of it. */
  const answer = async (page: Page, widget: Widget) => {
    await expect(widget.question).toBeVisible()
    await widget.acceptAll()
    await expect(widget.host.locator('[part="notice"]')).toBeVisible()
    await expect(widget.host.locator('[part="notice"]')).toContainText(NOT_STORED)
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'all')
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    // It holds as long as the page does, whatever makes the page look at the cookie again.
    await lookAgain(page)
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'all')
    await expect(widget.question).toBeHidden()
    await page.evaluate(() => window.privolim!.save({ services: { oglasi: false } }))
    expect(await widget.granted()).not.toContain('oglasi')
    expect(await widget.granted()).toContain('stevec')
    expect(await page.context().cookies()).toEqual([])
  }

  test('the choice holds for the page, and the visitor is told', async ({ page, world, widget, complaints }) => {
    await page.addInitScript(() =>
      Object.defineProperty(Document.prototype, 'cookie', { configurable: true, get: () => '', set: () => {} }),
    )
    await openPage(page, world, BODY)
    await answer(page, widget)
    await page.reload()
    await expect(widget.question).toBeVisible()
    expect(await widget.granted()).toEqual([])
    expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
  })

  test('also where every storage and every channel is refused with an error', async ({
    page,
    world,
    widget,
    complaints,
  }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('refused', 'SecurityError')
      }
      Object.defineProperty(Document.prototype, 'cookie', { configurable: true, get: refuse, set: refuse })
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { configurable: true, get: refuse })
      // An arrow function is no constructor, so this is refused as well.
      window.BroadcastChannel = refuse as unknown as typeof BroadcastChannel
    })
    await openPage(page, world, BODY)
    await answer(page, widget)
    expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
  })

  test('also by the browser itself', async ({ playwright, browserName, launchOptions, channel, headless, world, widget: _ }) => {
    const firefoxUserPrefs = { ...launchOptions.firefoxUserPrefs, 'network.cookie.cookieBehavior': 2 }
    const browser = await playwright[browserName].launch({
      ...launchOptions,
      headless,
      ...(browserName === 'firefox' && { channel: channel!, firefoxUserPrefs }),
    })
    const page = await browser.newPage({ ignoreHTTPSErrors: true })
    const uncaught: string[] = []
    page.on('pageerror', ({ message }) => uncaught.push(message))
    if (browserName === 'chromium') {
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setDocumentCookieDisabled', { disabled: true })
    }
    await openPage(page, world, BODY)
    await page.evaluate(() => {
      try {
        document.cookie = 'a=1'
      } catch {
        // As good as nothing.
      }
    })
    expect(await page.evaluate(() => document.cookie).catch(() => '')).toBe('')
    await answer(page, widgetOn(page))
    expect(uncaught).toEqual([])
    await browser.close()
  })

  test('also in a sandbox, where a page has no origin of its own', async ({ page, world, widget, complaints }) => {
    world.serve(`${HOST}/privolim/`, async (_request, next) => {
      const file = await next()
      return { ...file, headers: { ...file.headers, 'Access-Control-Allow-Origin': '*' } }
    })
    await openPage(page, world, BODY, { headers: { 'Content-Security-Policy': 'sandbox allow-scripts' } })
    expect(await page.evaluate(() => self.origin)).toBe('null')
    await answer(page, widget)
    expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
  })

  test('an older one that cannot be replaced does not come back', async ({ page, world, widget }) => {
    await openPage(page, world, FRAME)
    await widget.acceptAll()
    await settle(page)
    await page.addInitScript(() => {
      const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!
      Object.defineProperty(Document.prototype, 'cookie', { configurable: true, get: get!, set: () => {} })
    })
    await page.reload()
    await expect(page.frameLocator('iframe').getByText('VSEBINA')).toBeAttached()
    await widget.openByLink()
    await widget.withdraw()
    await expect(widget.host.locator('[part="notice"]')).toContainText(NOT_STORED)
    await lookAgain(page)
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
    await expect(placeholder(page)).toBeVisible()
    // Nor does it speak in what is decided after it.
    await page.evaluate(() => window.privolim!.save({ categories: { functional: true } }))
    expect(await widget.granted()).toEqual(['functional', 'klepet'])
  })
})

test('where every storage is full the choice is stored, or said not to be', async ({
  page,
  world,
  widget,
  complaints,
}) => {
  await openPage(page, world, BODY)
  await expect(widget.question).toBeVisible()
  await page.evaluate(() => {
    for (let length = 2 ** 22; length >= 1; )
      try {
        localStorage.setItem(`polno-${localStorage.length}`, 'x'.repeat(length))
      } catch {
        length = Math.floor(length / 4)
      }
    for (let number = 0; number < 200; number++) document.cookie = `polno${number}=1; Path=/`
  })
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
  const notice = await widget.host.locator('[part="notice"]').textContent()
  await settle(page)
  const isStored = (await widget.choice()) !== ''
  expect(notice?.includes(NOT_STORED) ?? false).toBe(!isStored)
  await page.reload()
  await widget.ready()
  await expect(widget.host).toHaveAttribute('data-privolim-choice', isStored ? 'all' : 'unset')
  expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
})

test.describe('while a page is open', () => {
  const CHANGES: Record<string, ((value: string) => string) | undefined> = {
    'P30 a cookie that is deleted': undefined,
    'P29 a cookie that is damaged': (value) => value.replace('.r', '|r'),
    'P29 a cookie that something foreign is written into': () => '%7B%22analytics%22%3Atrue%7D',
  }
  for (const [title, change] of Object.entries(CHANGES)) {
    test(`${title} is no choice any more: who comes back is asked again`, async ({
      page,
      context,
      world,
      widget,
      complaints,
    }) => {
      await openPage(page, world, FRAME)
      await widget.acceptAll()
      await expect(page.frameLocator('iframe').getByText('VSEBINA')).toBeAttached()
      await settle(page)
      const value = await widget.choice()
      await context.clearCookies()
      const changed = change?.(value)
      if (changed) await context.addCookies([{ name: 'privolim', value: changed, url: HOST }])
      await lookAtChanged(page, changed)
      await expect(widget.question).toBeVisible()
      await expect(placeholder(page)).toBeVisible()
      expect(await widget.granted()).toEqual([])
      await widget.rejectAll()
      await page.reload()
      await widget.ready()
      await expect(widget.question).toBeHidden()
      expect(await widget.choice()).toMatch(/^1\.n1\.f0\.a0\.m0\.e0\./)
      expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
    })
  }
})

test('P40 an edited text asks nobody, and a new service asks about its category alone', async ({
  page,
  world,
  widget,
}) => {
  await openPage(page, world, BODY)
  await widget.acceptAll()
  await settle(page)
  const [, time] = /\.(t\w+)/.exec(await widget.choice())!
  const services = INVENTORY.services.map((one) => ({ ...one, purpose: `${one.purpose}, po novem` }))
  const edited = { ...INVENTORY, controller: { name: 'Društvo s popravljenim imenom' }, services }
  await openPage(page, world, BODY, { inventory: edited })
  await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
  await settle(page)
  await expect(widget.question).toBeHidden()
  await expect(widget.host).toHaveAttribute('data-privolim-choice', 'all')
  expect(await widget.choice()).toContain(`.${time}.`)

  const added = { ...services[2]!, id: 'novi', name: 'Novi oglasi' }
  await openPage(page, world, BODY + inline('novi', 'novi'), { inventory: { ...edited, services: [...services, added] } })
  await expect(widget.question).toContainText('Novi oglasi')
  await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
  expect(await widget.granted()).toEqual(['functional', 'analytics', 'embeds', 'klepet', 'stevec', 'video'])
})

test('a second script, from another address too, changes nothing and is warned of once', async ({
  page,
  world,
  widget,
  complaints,
}) => {
  world.serve('https://drugje.example/', async ({ path }) => {
    const file = await page.request.get(`${HOST}${path}`)
    return {
      type: 'text/javascript',
      body: await file.text(),
      headers: { 'Access-Control-Allow-Origin': '*' },
    }
  })
  const other = '<script src="https://drugje.example/privolim/privolim.js" data-inventory="/drugi.json"></script>'
  const changes = () => page.evaluate(() => window.heard?.length)
  await openPage(page, world, BODY, { before: LISTEN, head: other })
  await expect(widget.question).toBeVisible()
  await settle(page)
  expect(complaints.warnings).toHaveLength(1)
  expect(world.requests(`${HOST}/drugi.json`)).toEqual([])
  await expect(page.locator('[id="privolim"]')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Obvestilo o piškotkih' })).toHaveCount(1)
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
  await settle(page)
  expect(await changes()).toBe(1)
  expect(await widget.ran()).toEqual(['a', 'b'])
  expect(complaints.warnings).toHaveLength(1)
  expect(complaints.errors).toEqual([])
  expect(complaints.uncaught).toEqual([])
})
