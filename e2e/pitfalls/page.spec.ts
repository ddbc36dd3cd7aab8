import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, settle, test } from '../support/widget.js'
import { external, inline, openPage } from './openPage.js'

const FRAME = '<iframe title="x" data-privolim="video" data-src="https://a.video.example/"></iframe>'

test('P21 what is not marked runs and loads as it is written, before an answer and after a refusal', async ({
  page,
  world,
  widget,
}) => {
  world.serve('slika.example', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' })
  const unmarked = `<div id="unmarked"><script src="https://stevec.tretji.example/a.js" data-x="1"></script>
    <script>window.ran.push('b')</script><img alt="" src="https://slika.example/a.svg"></div>`
  await openPage(page, world, unmarked)
  const written = await page.locator('#unmarked').evaluate(({ outerHTML }) => outerHTML)
  expect(written).toBe(unmarked)
  await widget.rejectAll()
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.src = 'https://stevec.tretji.example/c.js'
    document.body.append(script)
  })
  await expect.poll(() => widget.ran()).toEqual(['a', 'b', 'c'])
  expect(await page.locator('#unmarked').evaluate(({ outerHTML }) => outerHTML)).toBe(written)
  expect(world.requests('slika.example')).toHaveLength(1)
})

/** Runs in the page, first of all: notes what browsers have built in, and gives what differs from it later. */
const watchNatives = () => {
  const KINDS: readonly { name: string; prototype: unknown }[] = [
    EventTarget,
    Node,
    Element,
    HTMLElement,
    Document,
    CharacterData,
    ShadowRoot,
    MutationObserver,
    HTMLScriptElement,
    HTMLIFrameElement,
    HTMLImageElement,
    HTMLLinkElement,
    HTMLObjectElement,
    HTMLMediaElement,
    HTMLFormElement,
    XMLHttpRequest,
    Navigator,
    Storage,
    History,
    Event,
    Promise,
    Function,
    Object,
    Array,
    String,
    RegExp,
    Date,
  ]
  const owners = Object.entries({
    window,
    document,
    navigator,
    localStorage,
    console,
    history,
    ...Object.fromEntries(KINDS.map((one) => [one.name, one.prototype as object])),
  })
  const note = () => {
    const noted = new Map<string, unknown>()
    for (const [name, owner] of owners)
      for (const key of Reflect.ownKeys(owner)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(owner, key) ?? {}
        const at = `${name}.${String(key)}`
        // Where the window stands and what it holds may change; what it can do may not.
        if (get ?? set) noted.set(`${at} get`, get).set(`${at} set`, set)
        else noted.set(at, typeof value === 'function' || name !== 'window' ? value : typeof value)
      }
    return noted
  }
  const first = note()
  const differing = () => {
    const now = note()
    return [...new Set([...first.keys(), ...now.keys()])].filter((key) => first.get(key) !== now.get(key))
  }
  Reflect.set(window, 'differing', differing)
}

test('P22 nothing of the browser is replaced, and one name is added to the window', async ({ page, world, widget }) => {
  const before = `<script>(${watchNatives.toString()})()</script>`
  const body = `${inline('a')}${external('b.js')}${FRAME}<div data-privolim-declaration></div>`
  await openPage(page, world, body, { before })
  // And the watch does watch.
  const watched = await page.evaluate(() => {
    const { fetch: native } = window
    window.fetch = (...rest) => native(...rest)
    const seen = (Reflect.get(window, 'differing') as () => string[])()
    window.fetch = native
    return seen
  })
  expect(watched).toContain('window.fetch')

  // What the test itself and the released scripts add is theirs; numbers are the frames of the page.
  const THEIRS = /^window\.(differing|ran|__pw\w+|\d+)$/
  const differing = async () => {
    const names = await page.evaluate(() => (Reflect.get(window, 'differing') as () => string[])())
    return names.filter((name) => !THEIRS.test(name))
  }
  await expect(widget.question).toBeVisible()
  expect(await differing()).toEqual(['window.privolim'])
  await widget.customize()
  await page.keyboard.press('Escape')
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
  await settle(page)
  expect(await differing()).toEqual(['window.privolim'])
})

test('P34 a browser that is driven by a program is asked like any other', async ({ page, world, widget }) => {
  await page.addInitScript(() => {
    const userAgent = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
    Object.defineProperty(Navigator.prototype, 'userAgent', { get: () => userAgent })
  })
  await openPage(page, world, inline('a'))
  expect(await page.evaluate(() => navigator.webdriver)).toBe(true)
  await expect(widget.question).toBeVisible()
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['a'])
})

test('P36 the question is a region that takes no focus; the preferences are a modal dialog', async ({
  page,
  world,
  widget,
}) => {
  await openPage(page, world, '<label>Ime <input autofocus></label>')
  await expect(widget.question).toBeVisible()
  const field = page.getByLabel('Ime')
  await expect(field).toBeFocused()
  await page.keyboard.type('Ana')
  await expect(field).toHaveValue('Ana')
  await expect(page.locator('[aria-modal], [inert], [aria-hidden="true"]')).toHaveCount(0)
  const modal = () => widget.preferences.evaluate((dialog) => dialog.matches('dialog:modal'))
  await widget.customize()
  expect(await modal()).toBe(true)
  await page.keyboard.press('Escape')
  await expect(widget.preferences).toBeHidden()
  await expect(widget.question).toBeVisible()
})

test.describe('names that lists of annoyances look for', () => {
  /** What such lists hide, on any site. */
  const HIDDEN = `
    #CookieBanner #cookie-banner #cookieNotice #cookie-notice #cookie-law-info-bar #cookieConsent #accept-cookies
    #gdpr-banner #GDPRConsent #privacy-banner #PrivacyBanner #consent-banner #ConsentBanner #piskotki #piskotek
    #CybotCookiebotDialog #onetrust-banner-sdk #didomi-host #usercentrics-root #cmpbox #tarteaucitronRoot #cc-main
    .cookie-banner .cookie-bar .cookie-consent .cookie-notice .cookie-popup .cookieconsent .js-cookie-consent
    .cc-window .cc-banner .gdpr-popup .consent-banner .consent-popup .privacy-banner .qc-cmp2-container .osano-cm-window
    [id^="cookie"] [class^="cookie"] [id*="cookie-"] [class*="cookie-"] [class*="CookieBanner"] [class*="cookieConsent"]
    [id*="consent"] [class*="consent"] [id*="gdpr"] [class*="gdpr"] [aria-label="cookieconsent"] [data-cookie-banner]
    [id*="banner"] [class*="banner"] [class*="popup"] [id*="popup"] [class*="overlay"]`.match(/\S+/g)!
  const NAMES = /cookie|piskot|consent|gdpr|rgpd|lgpd|cnil|banner|popup|overlay|privacy|tracking|cmp\b/i

  /** Every attribute outside of shadow roots, but for texts. */
  const attributesOn = (page: Page) =>
    page.evaluate(() => {
      const written: string[] = []
      for (const element of document.querySelectorAll('*'))
        for (const { name, value } of element.attributes) {
          const isText = ['title', 'alt', 'aria-label'].includes(name) || element.id === 'privolim-inventory'
          written.push(`${element.localName} ${name}="${isText ? '' : value}"`)
        }
      return written
    })

  test('P39 are in no address, id, class or attribute, and no such rule hides anything', async ({
    page,
    world,
    widget,
  }) => {
    const files = readdirSync(new URL('../../dist', import.meta.url))
    expect(files.filter((name) => NAMES.test(name))).toEqual([])

    const rules = `<style>${HIDDEN.join()} { display: none !important }</style>`
    const body = FRAME + inline('a') + external('b.js')
    const check = async (moment: string) => {
      const attributes = await attributesOn(page)
      expect(attributes.join('\n')).toContain('id="privolim"')
      // What the widget shows is a public hook, and no rule selects by it.
      const named = attributes.filter((one) => NAMES.test(one) && one !== 'div data-privolim-view="banner"')
      expect(named, moment).toEqual([])
      const matched = await page.evaluate((all) => all.filter((one) => document.querySelector(one)), HIDDEN)
      expect(matched, moment).toEqual([])
    }
    await openPage(page, world, body, { head: rules })
    // A page without a link of its own, so that the button in the corner is looked at as well.
    await page.locator('a[href="#privolim"]').evaluate((link) => link.remove())
    await expect(widget.question).toBeVisible()
    await expect(page.locator('[data-privolim-placeholder="video"]').getByRole('button').first()).toBeVisible()
    await check('question')
    await widget.customize()
    await expect(widget.category('analytics')).toBeVisible()
    await check('preferences')
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    await expect(page.getByRole('button', { name: 'Nastavitve piškotkov' })).toBeVisible()
    await check('accepted')
    const asked = world.requests(/\/privolim\//).map(({ path }) => path)
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((path) => NAMES.test(path))).toEqual([])
  })
})
