import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { startReceiver } from '../receivers/startReceiver.js'
import { HOME, LINK, SERVICES, serveInventory, servePage } from './support/asking.js'
import { expect, recordsOn, settle, stampOf, test as base, type Widget, widgetOn } from './support/widget.js'

const QUEUE = 'privolim-receipts'

/** The receipt as pages read it. */
const receiptOn = (page: Page) => page.evaluate(() => window.privolim!.ready.then(() => window.privolim!.receipt()))

const openReceipt = async (widget: Widget) => {
  await widget.openByLink()
  await widget.action('receipt').click()
  await expect(widget.action('back')).toBeVisible()
}

/** Head by head what the receipt says. */
const linesOf = (widget: Widget): Promise<Record<string, string>> =>
  widget.preferences.locator('dl').evaluate((list) =>
    Object.fromEntries(
      [...list.querySelectorAll('dt')].map((head) => [head.textContent, head.nextElementSibling!.textContent]),
    ),
  )

/** What would be downloaded, caught on its way. */
const instead = async (page: Page, act: () => Promise<void>) => {
  const caught = page.evaluateHandle(() => {
    const make = URL.createObjectURL
    const { click } = HTMLAnchorElement.prototype
    const made = {} as { text: Promise<string>; file: string }
    URL.createObjectURL = (blob) => {
      made.text = (blob as Blob).text()
      return make(blob)
    }
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      made.file = this.download
      URL.createObjectURL = make
      HTMLAnchorElement.prototype.click = click
    }
    return made
  })
  const made = await caught
  await act()
  return made.evaluate(async ({ file, text }) => ({ file, text: await text }))
}

const MINUTE = /\b\d{1,2}:\d\d\b/

base.describe('the receipt', () => {
  const test = base

  test.beforeEach(({ world }) => {
    servePage(world)
    servePage(world, {}, '/druga')
    serveInventory(world)
  })

  test('is there from the answer on, one for each answer, the same on every page', async ({ page, widget }) => {
    await page.goto(HOME)
    expect(await receiptOn(page)).toBeUndefined()
    const ids = new Set<string>()
    const optional = ['functional', 'analytics', 'marketing', 'embeds', ...SERVICES.map(({ id }) => id)]
    const answers: Record<string, readonly [() => Promise<void>, readonly string[]]> = {
      'accept-all_sl': [() => widget.acceptAll(), optional],
      // A script that decides has not asked in any language.
      'reject-all_': [() => page.evaluate(() => window.privolim!.rejectAll()), []],
      'save_sl': [
        async () => {
          await widget.openByLink()
          await widget.category('analytics').check()
          await widget.save()
        },
        ['analytics', 'stevec'],
      ],
      'withdraw_sl': [
        async () => {
          await widget.openByLink()
          await widget.withdraw()
        },
        [],
      ],
    }
    for (const [way, [answer, granted]] of Object.entries(answers)) {
      await answer()
      const receipt = (await receiptOn(page))!
      expect(receipt.way).toBe(way)
      expect(receipt.granted.filter((id) => optional.includes(id)).sort()).toEqual([...granted].sort())
      expect(receipt.denied.toSorted()).toEqual(optional.filter((id) => !granted.includes(id)).toSorted())
      expect(receipt.id).toMatch(/^[0-9a-z]{3,}$/)
      ids.add(receipt.id)
      await settle(page)
      for (const path of ['', 'druga']) {
        await page.goto(HOME + path)
        // What was written down since of what there was to know is no part of what it says.
        const { stamp: _, known: __, ...same } = (await receiptOn(page))!
        expect(receipt).toMatchObject(same)
      }
    }
    expect(ids.size).toBe(4)
    // On the device there is nothing of it but the choice.
    await settle(page)
    expect(await recordsOn(page)).toEqual(['privolim'])
  })

  test('is shown line by line, in Slovenian, and leads back', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.customize()
    await widget.category('analytics').check()
    await widget.service('video').check()
    await widget.save()
    await openReceipt(widget)
    await expect(widget.preferences).toHaveAccessibleName('Potrdilo o izbiri')
    const { id, revision, time } = (await receiptOn(page))!
    const [day, ends] = await page.evaluate((seconds) => {
      const shown = (date: Date) => `${date.getDate()}. ${date.getMonth() + 1}. ${date.getFullYear()}`
      const end = new Date(seconds * 1000)
      end.setUTCMonth(end.getUTCMonth() + 6)
      return [shown(new Date(seconds * 1000)), shown(end)] as const
    }, time)
    const lines = await linesOf(widget)
    expect(lines).toEqual({
      'Spletna stran': 'Preskusna stran, https://test.example',
      'Upravljavec': 'Društvo za preskuse',
      'Datum in čas': expect.stringMatching(MINUTE),
      'Velja do': ends.replaceAll(' ', '\u00a0'),
      'Dovoljeno': 'Analitični piškotki (Števec); Zunanje vsebine (Video)',
      'Zavrnjeno': 'Funkcionalni piškotki (Klepet); Oglaševalski piškotki (Oglasi)',
      'Način izbire': 'gumb »Shrani izbiro«',
      'Jezik obvestila': 'slovenščina',
      'Različica seznama piškotkov': revision,
      'Oznaka potrdila': id,
    })
    expect(lines['Datum in čas']!.replaceAll('\u00a0', ' ')).toContain(`${day}, `)
    // Focus goes to what is new, and back to where it came from.
    await expect(widget.preferences.getByRole('heading', { name: 'Potrdilo o izbiri' })).toBeFocused()
    await widget.action('back').click()
    await expect(widget.preferences).toHaveAccessibleName('Nastavitve piškotkov')
    await expect(widget.action('receipt')).toBeFocused()
    // Escape leaves the receipt too, for the page.
    await widget.action('receipt').click()
    await expect(widget.action('back')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(widget.preferences).toBeHidden()
    await expect(page.locator('a[href="#privolim"]')).toBeFocused()
  })

  test('speaks the visitor\'s language, and says in which one it was asked', async ({ page, widget, world }) => {
    await page.goto(HOME)
    await widget.rejectAll()
    servePage(world, { tag: 'data-lang="de"' })
    await page.goto(HOME)
    await openReceipt(widget)
    expect(await linesOf(widget)).toMatchObject({
      'Website': 'Preskusna stran, https://test.example',
      'Datum und Uhrzeit': expect.stringMatching(MINUTE),
      'Erlaubt': 'nichts',
      'Abgelehnt': expect.stringMatching(/^Funktionale Cookies \(Klepet\); .*\(Video\)$/),
      'Art der Auswahl': 'Schaltfläche „Alle ablehnen“',
      'Sprache des Hinweises': 'Slowenisch',
      'Nachweis-ID': (await receiptOn(page))!.id,
    })
    await expect(widget.action('back')).toHaveText('Zurück')
  })

  test('says that nothing is written down of how a choice came about that was written by hand', async ({
    page,
    context,
    widget,
  }) => {
    const value = `1.n1.f0.a1.m0.e0.t${stampOf(Date.now())}.rhand`
    await context.addCookies([{ name: 'privolim', value, url: HOME }])
    // Another revision is nothing new where nothing is known of what was known: the categories are asked about.
    await page.goto(HOME)
    await openReceipt(widget)
    expect(await linesOf(widget)).toMatchObject({ 'Način izbire': 'ni zapisan', 'Jezik obvestila': 'ni zapisan' })
  })

  test('can be copied, and where it cannot that is said', async ({ page, context, widget, browserName, complaints }) => {
    if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(HOME)
    await widget.acceptAll()
    await openReceipt(widget)
    const { id } = (await receiptOn(page))!
    const status = widget.preferences.getByRole('status')
    await expect(status).toHaveText('')
    await widget.action('copy').click()
    await expect(status).toHaveText('Kopirano.')
    if (browserName === 'chromium') {
      const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as object
      expect(copied).toMatchObject({ id, method: 'accept-all', language: 'sl', url: 'https://test.example' })
    }
    await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))))
    await widget.action('copy').click()
    await expect(status).toHaveText('Kopiranje ni uspelo.')
    expect(complaints.uncaught).toEqual([])
  })

  test('cannot be copied on http, which is said as well', async ({ page, widget, complaints }) => {
    await page.goto('http://test.example/')
    await widget.rejectAll()
    await openReceipt(widget)
    await widget.action('copy').click()
    await expect(widget.preferences.getByRole('status')).toHaveText('Kopiranje ni uspelo.')
    expect(complaints.uncaught).toEqual([])
  })

  test('can be kept as JSON and as a page, which is only text', async ({ page, widget, world, browserName }) => {
    const name = '<img src=x onerror="window.attacked = true"> & <script>window.attacked = true</script>'
    serveInventory(world, { controller: { name }, site: { name: '</title><b>Ime</b>' } })
    await page.goto(HOME)
    await widget.rejectAll()
    await openReceipt(widget)
    const { id, revision, time } = (await receiptOn(page))!
    const downloaded = async (action: string) => {
      // WebDriver BiDi tells nothing of downloads in Firefox ESR.
      if (browserName === 'firefox') return instead(page, () => widget.action(action).click())
      const [download] = await Promise.all([page.waitForEvent('download'), widget.action(action).click()])
      return { file: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
    }
    const json = await downloaded('download')
    expect(json.file).toBe(`potrdilo-${id}.json`)
    const said = JSON.parse(json.text) as Record<string, unknown>
    expect(said).toEqual({
      id,
      time: new Date(time * 1000).toISOString(),
      expires: expect.stringMatching(/^20\d\d-\d\d-\d\dT.*Z$/),
      site: '</title><b>Ime</b>',
      url: 'https://test.example',
      controller: name,
      language: 'sl',
      revision,
      // The site's own table is a service too.
      granted: ['necessary', 'site-necessary'],
      denied: ['functional', 'analytics', 'marketing', 'embeds', ...SERVICES.map((one) => one.id)],
      method: 'reject-all',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    })

    const lines = await linesOf(widget)
    const printed = await downloaded('print')
    expect(printed.file).toBe(`potrdilo-${id}.html`)
    world.serve('potrdilo.example', printed.text)
    const kept = await page.context().newPage()
    await kept.goto('https://potrdilo.example/')
    await expect(kept).toHaveTitle('Potrdilo o izbiri')
    await expect(kept.getByRole('heading', { level: 1 })).toHaveText('Potrdilo o izbiri')
    const found = await kept.evaluate(() => ({
      lang: document.documentElement.lang,
      charset: document.characterSet,
      mode: document.compatMode,
      lines: Object.fromEntries(
        [...document.querySelectorAll('dt')].map((head) => [head.textContent, head.nextElementSibling!.textContent]),
      ),
      others: [...document.querySelectorAll('body *')].map(({ tagName }) => tagName).filter((tag) => !/^(H1|DL|DT|DD)$/.test(tag)),
      loading: document.querySelectorAll('script, img, link, iframe, [src], [href], [onerror]').length,
      sideways: document.scrollingElement!.scrollWidth > innerWidth,
      attacked: Reflect.has(window, 'attacked'),
    }))
    expect(found).toEqual({
      lang: 'sl',
      charset: 'UTF-8',
      mode: 'CSS1Compat',
      lines,
      others: [],
      loading: 0,
      sideways: false,
      attacked: false,
    })
    expect(lines['Upravljavec']).toBe(name)
    const asked = world.requests('potrdilo.example').filter(({ path }) => path !== '/favicon.ico')
    expect(asked.map(({ path }) => path)).toEqual(['/'])
    expect(await recordsOn(page)).toEqual(['privolim'])
  })
})

/** With the receiver that we hand out behind the site's address. */
const test = base.extend<{ receiver: { lines(): Record<string, unknown>[]; stop(): void } }>({
  receiver: async ({ world }, use) => {
    const started = await startReceiver('node')
    let isDown = false
    world.serve(`${HOME}potrdila`, async ({ method, headers, body }) => {
      if (isDown) return { status: 503, type: 'text/plain', body: '' }
      const { host: _, connection: __, 'content-length': ___, ...kept } = headers
      const { status } = await started.send({ method, headers: { ...kept, host: 'test.example' }, body })
      return { status, type: 'text/plain', body: '' }
    })
    await use({
      // It makes its folder with the first receipt.
      lines: () =>
        existsSync(started.folder) ? started.lines().map((line) => JSON.parse(line) as Record<string, unknown>) : [],
      stop: () => (isDown = !isDown),
    })
    isDown = true
    await started.stop()
  },
})

test.describe('at the site\'s own address', () => {
  /** A script that runs once it may, after which a withdrawal has the page loaded anew. */
  const GATED = `${LINK}<script type="text/plain" data-privolim="stevec">(window.ran ||= []).push('stevec')</script>`

  const posts = (world: { requests(filter: string): { readonly method: string }[] }) =>
    world.requests(`${HOME}potrdila`).filter(({ method }) => method === 'POST').length

  const queueOn = (page: Page) => page.evaluate((name) => localStorage.getItem(name), QUEUE)

  test.beforeEach(({ world }) => {
    servePage(world, { body: GATED })
    serveInventory(world, { receiptEndpoint: '/potrdila' })
  })

  test('each answer is stored once, with what the visitor is shown, and nothing about who it was', async ({
    page,
    widget,
    world,
    receiver,
  }) => {
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(posts(world)).toBe(0)
    await widget.acceptAll()
    await expect.poll(() => receiver.lines().length).toBe(1)
    await settle(page)
    expect(posts(world)).toBe(1)
    await openReceipt(widget)
    const shown = (await linesOf(widget))['Oznaka potrdila']
    await page.keyboard.press('Escape')
    const [line] = receiver.lines()
    expect(line).toEqual({
      received: expect.any(String),
      id: shown,
      time: expect.any(String),
      expires: expect.any(String),
      site: 'Preskusna stran',
      url: 'https://test.example',
      controller: 'Društvo za preskuse',
      language: 'sl',
      revision: expect.any(String),
      granted: expect.arrayContaining(['necessary', 'functional', 'analytics', 'marketing', 'embeds', 'stevec', 'oglasi']),
      denied: [],
      method: 'accept-all',
      version: expect.any(String),
      key: expect.any(String),
    })
    const [request] = world.requests(`${HOME}potrdila`)
    expect(request!.headers.cookie).toBeUndefined()
    expect(Object.keys(JSON.parse(request!.body) as object).sort()).toEqual(
      Object.keys(line!).filter((name) => name !== 'received').sort(),
    )

    // The page is loaded anew by the withdrawal, and takes no receipt with it.
    await widget.openByLink()
    await widget.action('withdraw').click()
    await expect.poll(() => receiver.lines().map(({ method }) => method)).toEqual(['accept-all', 'withdraw'])
    await settle(page)
    await page.goto(HOME)
    await settle(page)
    expect(await widget.ran()).toEqual([])
    expect((await receiptOn(page))!.id).toBe(receiver.lines()[1]!['id'])
    // A page that is loaded anew may not hear that it was stored, and sends it again, with the same key.
    expect(posts(world)).toBeLessThanOrEqual(3)
    expect(receiver.lines()).toHaveLength(2)
    expect(await recordsOn(page)).toEqual(['privolim'])
  })

  test('a tab that is closed at once has it stored all the same, and once', async ({ page, context, widget, receiver }) => {
    await page.goto(HOME)
    await widget.action('reject-all').click()
    await page.close()
    const later = await context.newPage()
    await later.goto(HOME)
    await settle(later)
    await expect.poll(() => receiver.lines().map(({ method }) => method)).toEqual(['reject-all'])
    await later.goto(HOME)
    await settle(later)
    expect(receiver.lines()).toHaveLength(1)
    expect(receiver.lines()[0]!['id']).toBe((await receiptOn(later))!.id)
    expect(await recordsOn(later)).toEqual(['privolim'])
  })

  test('what is not taken waits on the device, and is taken by a later page, once', async ({
    page,
    widget,
    world,
    receiver,
  }) => {
    receiver.stop()
    await page.goto(HOME)
    await widget.rejectAll()
    await expect.poll(() => posts(world)).toBe(1)
    await settle(page)
    expect(await queueOn(page)).toContain('reject-all')
    await page.goto(HOME)
    await expect.poll(() => posts(world)).toBe(2)
    await settle(page)
    expect(receiver.lines()).toEqual([])
    receiver.stop()
    await page.goto(HOME)
    await expect.poll(() => receiver.lines().length).toBe(1)
    await settle(page)
    await page.goto(HOME)
    await settle(page)
    expect(posts(world)).toBe(3)
    expect(receiver.lines()).toHaveLength(1)
    expect(await recordsOn(page)).toEqual(['privolim'])
  })

  test('an answer that is lost on its way has it sent again, and stored once', async ({ page, widget, world, receiver }) => {
    let times = 0
    world.serve(`${HOME}potrdila`, async (_request, next) => {
      const answer = await next()
      return ++times === 1 ? { ...answer, status: 502 } : answer
    })
    await page.goto(HOME)
    await widget.rejectAll()
    await expect.poll(() => receiver.lines().length).toBe(1)
    await settle(page)
    await page.goto(HOME)
    await expect.poll(() => times).toBe(2)
    await settle(page)
    expect(receiver.lines()).toHaveLength(1)
    expect(await queueOn(page)).toBeNull()
  })

  test('two tabs that know of an answer have it stored once', async ({ page, context, widget, world, receiver }) => {
    await page.goto(HOME)
    const other = await context.newPage()
    await other.goto(HOME)
    await expect(widgetOn(other).question).toBeVisible()
    await page.bringToFront()
    await widget.acceptAll()
    await expect(widgetOn(other).question).toBeHidden()
    await expect.poll(() => receiver.lines().length).toBe(1)
    await settle(page)
    await settle(other)
    // In Firefox a tab may not yet see that the other one has sent it; then it goes with the same key.
    expect(posts(world)).toBeLessThanOrEqual(2)
    expect(receiver.lines()).toHaveLength(1)
    expect(await recordsOn(page)).toEqual(['privolim'])
  })

  test('of a choice that was written by hand there is none', async ({ page, context, widget, world, receiver }) => {
    await page.goto(HOME)
    await widget.rejectAll()
    await expect.poll(() => receiver.lines().length).toBe(1)
    await settle(page)
    const { revision } = (await receiptOn(page))!
    const value = `1.n1.f1.a1.m1.e1.t${stampOf(Date.now())}.r${revision}`
    await context.clearCookies()
    await context.addCookies([{ name: 'privolim', value, url: HOME }])
    await page.goto(HOME)
    await settle(page)
    expect(await widget.granted()).toContain('oglasi')
    await page.goto(HOME)
    await settle(page)
    expect(posts(world)).toBe(1)
  })

  test('where cookies are refused, the page goes on and leaves nothing behind', async ({
    page,
    widget,
    world,
    receiver,
    complaints,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })
    })
    await page.goto(HOME)
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['stevec'])
    await settle(page)
    expect(posts(world)).toBe(receiver.lines().length)
    expect(await recordsOn(page)).toEqual([])
    expect(complaints.uncaught).toEqual([])
  })
})
