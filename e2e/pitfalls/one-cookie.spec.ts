import type { Page } from '@playwright/test'
import { expect, recordsOn, settle, stampOf, test, widgetOn, type Widget } from '../support/widget.js'
import {
  BODY,
  DAY,
  FRAME,
  heard,
  HOST,
  LISTEN,
  lookAgain,
  lookAtChanged,
  NOT_STORED,
  placeholder,
  takeChoice,
} from './choices.js'
import { inline, INVENTORY, openPage } from './openPage.js'

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
    await widget.openByLink()
    await expect(widget.preferences).toContainText('Zadnja izbira: ')
    await expect(widget.preferences).not.toContainText('Velja do')
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
