import { readFileSync } from 'node:fs'
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
const serveAll = (world: World) => {
  servePage(world)
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
