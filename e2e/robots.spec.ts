import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { letAnswer } from './robots/autoconsent.js'
import { type Rule, runRule } from './robots/consentOMatic.js'
import { HOME, serveInventory, servePage } from './support/asking.js'
import { expect, settle, test } from './support/widget.js'
import type { World } from './support/world.js'

const read = (name: string) => JSON.parse(readFileSync(`robots/${name}.json`, 'utf8')) as Record<string, unknown>

const AUTOCONSENT = read('autoconsent')
const CONSENT_O_MATIC = read('consent-o-matic').privolim as Rule

/** The demo with Google Analytics. */
const SITE = 'https://ksok.si/'
const GOOGLE = 'www.googletagmanager.com'

/** A page that asks for everything there is to ask for. */
const serveAll = (world: World, lang = 'sl') => {
  servePage(world, { lang })
  serveInventory(world)
}

test.describe('autoconsent (DuckDuckGo)', () => {
  test('T23 opts out, and its self-test sees that it did', async ({ page, widget, world }) => {
    await page.goto(SITE)
    const said = await letAnswer(page, AUTOCONSENT, 'optOut', 'selfTestResult')
    expect(said).toContainEqual(expect.objectContaining({ type: 'popupFound', cmp: 'privolim' }))
    expect(said).toContainEqual(expect.objectContaining({ type: 'optOutResult', result: true }))
    expect(said.at(-1)).toMatchObject({ type: 'selfTestResult', result: true })
    await expect(widget.question).toBeHidden()
    expect(await widget.choice()).toMatch(/^1\.n1\.f0\.a0\.m0\.e0\./)
    await settle(page)
    expect(world.requests(GOOGLE)).toEqual([])
  })

  test('T23 opts in', async ({ page, widget, world }) => {
    await page.goto(SITE)
    const said = await letAnswer(page, AUTOCONSENT, 'optIn', 'autoconsentDone')
    expect(said).toContainEqual(expect.objectContaining({ type: 'optInResult', result: true }))
    await expect(widget.question).toBeHidden()
    expect(await widget.granted()).toContain('analytics')
    await expect.poll(() => world.requests(GOOGLE).length).toBeGreaterThan(0)
  })

  test('T23 has nothing to do where the answer is there', async ({ page, widget }) => {
    await page.goto(SITE)
    await widget.acceptAll()
    await page.reload()
    await settle(page)
    const before = await widget.choice()
    const said = await letAnswer(page, AUTOCONSENT, 'optOut', 'cmpDetected')
    expect(said.at(-1)).toMatchObject({ cmp: 'privolim' })
    await settle(page)
    expect(said.map(({ type }) => type)).not.toContain('popupFound')
    expect(await widget.choice()).toBe(before)
  })
})

test.describe('Consent-O-Matic', () => {
  const CASES = [
    ['nothing', [], '1.n1.f0.a0.m0.e0.', 2],
    ['analytics alone', ['B'], '1.n1.f0.a1.m0.e0.', 3],
    ['all', ['A', 'B', 'E', 'F'], '1.n1.f1.a1.m1.e1.', 6],
  ] as const

  for (const [name, allowed, expected, clicks] of CASES)
    test(`T23 allows ${name}`, async ({ page, world, widget }) => {
      serveAll(world)
      await page.goto(HOME)
      expect(await page.evaluate(runRule, { rule: CONSENT_O_MATIC, allowed })).toBe(clicks)
      await expect.poll(() => widget.choice()).toContain(expected)
      await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    })

  test('T23 skips what a site does not use', async ({ page, widget }) => {
    await page.goto('https://ksok.si/')
    expect(await page.evaluate(runRule, { rule: CONSENT_O_MATIC, allowed: ['A', 'B', 'E', 'F'] })).toBe(3)
    await expect.poll(() => widget.choice()).toContain('1.n1.f0.a1.m0.e0.')
  })
})

test.describe('the thresholds of gdpr-cookie-scanner', () => {
  for (const lang of ['en', 'sl'])
    test(`T29 nothing is taken off for the answers, ${lang}`, async ({ page, world, widget }) => {
      serveAll(world, lang)
      await page.goto(HOME)
      await expect(widget.action('reject-all')).toBeVisible()
      const accept = await lookOf(page, 'accept-all')
      const reject = await lookOf(page, 'reject-all')
      expect(accept.area / reject.area).toBeLessThanOrEqual(3)
      expect(accept.font / reject.font).toBeLessThanOrEqual(1.3)
      expect(accept.colours).toEqual(reject.colours)
      expect(await page.context().cookies()).toEqual([])
      expect(world.hosts()).toEqual(['test.example'])
      await widget.rejectAll()
      await settle(page)
      expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['privolim'])
      expect(world.hosts()).toEqual(['test.example'])
    })

  test('T29 the English question has the words that it looks for', async ({ page, world, widget }) => {
    serveAll(world, 'en')
    await page.goto(HOME)
    const region = widget.host.getByRole('region', { name: 'Cookie notice' })
    const said = await region.innerText()
    // Of purposes and third parties one is enough for its best grade; the duration it finds in any »an«.
    expect(said).toMatch(/third.part|vendor|purpose/i)
    expect(said).toMatch(/withdraw|chang|modif/i)
    await expect(region.getByRole('link', { name: /privacy/i })).toBeVisible()
    await expect(widget.action('preferences')).toBeVisible()
    // Its own look for boxes stops at the shadow root.
    await widget.customize()
    expect(await widget.preferences.locator('input:checked:not(:disabled)').count()).toBe(0)
  })
})

const lookOf = (page: Page, action: string) =>
  page.locator(`#privolim [data-privolim-action="${action}"]:visible`).evaluate((button) => {
    const { width, height } = button.getBoundingClientRect()
    const { fontSize, color, backgroundColor } = getComputedStyle(button)
    return { area: width * height, font: parseFloat(fontSize), colours: [color, backgroundColor] }
  })
