import type { Page } from '@playwright/test'
import { expect, settle, test } from '../support/widget.js'
import { inline, INVENTORY, inventoryOf, openPage } from './openPage.js'

const google = (...services: object[]) => ({ ...INVENTORY, services })

const GOOGLE = google(
  { use: 'google-analytics', id: 'ga', account: 'G-XXXXXXX' },
  { use: 'google-ads', id: 'ads', account: 'AW-1' },
)

/** What the page has told Google so far, in order: `Arguments` objects alone are read. */
const told = (page: Page) =>
  page.evaluate(() => {
    const layer = window.dataLayer ?? []
    const isRead = (entry: unknown) => Object.prototype.toString.call(entry) === '[object Arguments]'
    return layer.map((entry) => (isRead(entry) ? [...(entry as unknown[])] : ['unread', entry])) as [string, ...unknown[]][]
  })

const consentTold = async (page: Page) => (await told(page)).filter(([command]) => command === 'consent')

const stateOf = (analytics: string, marketing: string) => ({
  ad_storage: marketing,
  ad_user_data: marketing,
  ad_personalization: marketing,
  analytics_storage: analytics,
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
})

const DENIED = stateOf('denied', 'denied')
const GRANTED = stateOf('granted', 'granted')

test.describe('Consent Mode', () => {
  test('P32 LAB-7b deny, allow and deny again on one page ends denied, with the default first of all', async ({
    page,
    world,
    widget,
  }) => {
    // What is typed keeps the page from being loaded anew, so that all of it can be read.
    await openPage(page, world, '<input>', { inventory: GOOGLE })
    await page.locator('input').fill('Ana')
    await widget.ready()
    expect(await told(page)).toEqual([['consent', 'default', DENIED]])
    await widget.rejectAll()
    await widget.openByLink()
    await widget.acceptAll()
    await expect.poll(() => page.evaluate(() => Reflect.get(window, '__gtagLoaded') as unknown)).toHaveLength(2)
    await widget.openByLink()
    await widget.withdraw()
    await settle(page)
    expect(await consentTold(page)).toEqual([
      ['consent', 'default', DENIED],
      ['consent', 'update', DENIED],
      ['consent', 'update', GRANTED],
      ['consent', 'update', DENIED],
    ])
    const commands = (await told(page)).map(([command]) => command)
    expect(commands).not.toContain('unread')
    // Nothing of Google's starts before it has been told what holds, and nothing starts twice.
    expect(commands.slice(0, 3)).toEqual(['consent', 'consent', 'consent'])
    expect(commands.filter((command) => command === 'config')).toHaveLength(2)
    const cookies = await page.context().cookies()
    expect(cookies.map(({ name }) => name)).toEqual(['privolim'])
  })

  test('P32 is told on every later page at once, before the container and whatever holds', async ({
    page,
    world,
    widget,
  }) => {
    // The container notes what it finds when it runs.
    world.serve('https://www.googletagmanager.com/gtm.js', {
      type: 'text/javascript',
      body: 'window.found = dataLayer.map((one) => [...(one.length ? one : [one.event])].slice(0, 2).join(" "))',
    })
    const inventory = google({ use: 'google-tag-manager', id: 'gtm', account: 'GTM-1' })
    const found = () => page.evaluate(() => Reflect.get(window, 'found') as unknown)
    await openPage(page, world, '', { inventory })
    await widget.acceptAll()
    await expect.poll(found).toEqual(['consent default', 'consent update', 'gtm.js'])
    await page.reload()
    await expect.poll(found).toEqual(['consent default', 'consent update', 'gtm.js'])
    expect((await consentTold(page)).length).toBe(2)

    await widget.openByLink()
    await widget.withdraw()
    await settle(page)
    await openPage(page, world, '', { inventory })
    await settle(page)
    expect(await told(page)).toEqual([
      ['consent', 'default', DENIED],
      ['consent', 'update', DENIED],
    ])
    expect(world.requests('www.googletagmanager.com')).toHaveLength(2)
    expect(await found()).toBeUndefined()
  })

  test('P32 one category by itself is told as one', async ({ page, world, widget }) => {
    await openPage(page, world, '<input>', { inventory: GOOGLE })
    await page.locator('input').fill('Ana')
    await widget.ready()
    await page.evaluate(() => {
      window.privolim!.save({ categories: { analytics: true } })
      window.privolim!.save({ categories: { analytics: false, marketing: true } })
      window.privolim!.save({ services: { ads: false } })
    })
    expect(await consentTold(page)).toEqual([
      ['consent', 'default', DENIED],
      ['consent', 'update', stateOf('granted', 'denied')],
      ['consent', 'update', stateOf('denied', 'granted')],
      ['consent', 'update', DENIED],
    ])
  })
})

test.describe('where Trusted Types are required', () => {
  test('LAB-2b P11 the question is there, and vendors are told and started', async ({ page, world, widget }) => {
    const headers = { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types privolim" }
    await openPage(page, world, '', { inventory: GOOGLE, headers })
    await expect(widget.question).toBeVisible()
    await widget.acceptAll()
    await expect.poll(() => page.evaluate(() => Reflect.get(window, '__gtagLoaded') as unknown)).toHaveLength(2)
    await widget.openByLink()
    await widget.withdraw()
    await settle(page)
    expect((await consentTold(page)).at(-1)).toEqual(['consent', 'update', DENIED])
    const cookies = await page.context().cookies()
    expect(cookies.map(({ name }) => name)).toEqual(['privolim'])
  })

  test('LAB-2b the question is there also where the site lets nobody make a policy', async ({ page, world, widget }) => {
    const headers = { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'" }
    await openPage(page, world, '', { headers })
    await widget.customize()
    await widget.category('analytics').check()
    await widget.save()
    expect(await widget.granted()).toEqual(['analytics', 'stevec'])
    await widget.openByLink()
    await widget.withdraw()
    expect(await widget.granted()).toEqual([])
  })
})

/** What vendors' snippets leave in a page. */
const NAMES = ['dataLayer', 'gtag', 'fbq', '_fbq', 'clarity', 'uetq', 'ttq', '_paq', 'lintrk', 'hj', '_linkedin_partner_id']

const namesOn = (page: Page) => page.evaluate((names) => names.filter((name) => Reflect.has(window, name)), NAMES)

test.describe('vendors are told only where they are declared', () => {
  test('P32 a page without any has nothing of theirs, whatever is decided', async ({ page, world, widget }) => {
    await openPage(page, world, inline('a'))
    expect(await namesOn(page)).toEqual([])
    await widget.acceptAll()
    await settle(page)
    expect(await namesOn(page)).toEqual([])
    await widget.openByLink()
    await widget.withdraw()
    await settle(page)
    expect(await namesOn(page)).toEqual([])
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
  })

  test('P32 a page with one has that one alone', async ({ page, world, widget }) => {
    await openPage(page, world, '', { inventory: google({ use: 'meta-pixel', account: '123' }) })
    await widget.rejectAll()
    await settle(page)
    expect(await namesOn(page)).toEqual(['fbq', '_fbq'])
    expect(world.requests('connect.facebook.net')).toEqual([])
  })
})

/** A browser that sends Global Privacy Control, and a page that listens before Privolim is there. */
const sendGpc = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }))

const LISTENER = `<script>document.addEventListener('privolim:change', ({ detail }) => (window.heard ||= []).push(detail))</script>`

interface Heard {
  readonly method: string
  readonly granted: string[]
  readonly denied: string[]
  readonly changed: string[]
}

const heard = (page: Page) => page.evaluate(() => (Reflect.get(window, 'heard') ?? []) as Heard[])

test.describe('Global Privacy Control', () => {
  test('is the answer where there is nothing but marketing: no question, no grant, no record', async ({
    page,
    world,
    widget,
  }) => {
    await sendGpc(page)
    await openPage(page, world, inline('a', 'oglasi'), { before: LISTENER, inventory: inventoryOf({ oglasi: 'marketing' }) })
    await settle(page)
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    await expect(widget.question).toBeHidden()
    expect(await widget.granted()).toEqual([])
    expect(await widget.ran()).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate(() => window.privolim!.needsChoice)).toBe(false)
    expect(await heard(page)).toEqual([
      { method: 'gpc', granted: ['necessary'], denied: ['marketing', 'oglasi'], changed: [] },
    ])

    // It is an answer that the visitor may change, knowing why none was asked for.
    await widget.openByLink()
    await expect(widget.preferences).toContainText('Global Privacy Control')
    await expect(widget.category('marketing')).not.toBeChecked()
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['a'])
    expect(await widget.granted()).toEqual(['marketing', 'oglasi'])
    expect((await heard(page)).map(({ method }) => method)).toEqual(['gpc', 'accept-all'])
    await page.reload()
    await expect.poll(() => widget.ran()).toEqual(['a'])
    expect(await heard(page)).toEqual([])
  })

  test('is said by the question and by the preferences where there is more to ask about', async ({
    page,
    world,
    widget,
  }) => {
    await sendGpc(page)
    await openPage(page, world, inline('a') + inline('b', 'oglasi'), { before: LISTENER })
    await expect(widget.question).toContainText('Global Privacy Control')
    expect(await heard(page)).toMatchObject([{ method: 'gpc', granted: ['necessary'] }])
    expect(await page.context().cookies()).toEqual([])
    await widget.customize()
    await expect(widget.preferences).toContainText('Global Privacy Control')
    await page.keyboard.press('Escape')
    await widget.acceptAll()
    await expect.poll(async () => (await widget.ran()).sort()).toEqual(['a', 'b'])
    expect(await widget.granted()).toContain('marketing')
  })

  test('is not spoken of where there is no marketing, nor by browsers that do not send it', async ({
    page,
    world,
    widget,
  }) => {
    // Firefox has the property by itself, and it says no.
    await openPage(page, world, '', { before: LISTENER })
    await expect(widget.question).toBeVisible()
    await settle(page)
    await expect(widget.question).not.toContainText('Global Privacy Control')
    expect(await heard(page)).toEqual([])
    await sendGpc(page)
    await openPage(page, world, '', { before: LISTENER, inventory: inventoryOf({ stevec: 'analytics' }) })
    await expect(widget.question).toBeVisible()
    await settle(page)
    await expect(widget.question).not.toContainText('Global Privacy Control')
  })

  test('tells vendors nothing but the refusal that they have been told already', async ({ page, world, widget }) => {
    await sendGpc(page)
    await openPage(page, world, '', { inventory: google({ use: 'google-ads', id: 'ads', account: 'AW-1' }) })
    await settle(page)
    await expect(widget.question).toBeHidden()
    const states = (await consentTold(page)).map(([, , state]) => state)
    expect(states.length).toBeGreaterThan(0)
    for (const state of states) expect(state).toEqual(DENIED)
    expect(world.requests('www.googletagmanager.com')).toEqual([])
  })
})
