import type { Page } from '@playwright/test'
import { buildExample, buildServer, type Framework, type Site } from './support/buildExample.js'
import { expect, settle, test } from './support/widget.js'
import type { World } from './support/world.js'

const HOME = 'https://test.example/'
const VIDEO = 'www.youtube-nocookie.com'
const FRAMEWORKS: readonly Framework[] = ['preact', 'react', 'vue']

const built = new Map<string, Promise<Site>>()

/** Each is built once in a worker, when the first test asks for it. */
const siteOf = (framework: Framework, kind: 'client' | 'server'): Promise<Site> => {
  const key = `${framework} ${kind}`
  const make = async () =>
    buildExample(framework, kind === 'server' ? await buildServer(framework) : undefined)
  if (!built.has(key)) built.set(key, make())
  return built.get(key)!
}

const open = async (page: Page, world: World, site: Site) => {
  world.serve('test.example', site)
  world.serve(VIDEO, '<!doctype html><title>Film</title><p>Film teče.</p>')
  const said: string[] = []
  page.on('console', (message) => {
    if (/^(error|warning)$/.test(message.type())) said.push(message.text())
  })
  page.on('pageerror', ({ message }) => said.push(message))
  await page.addInitScript(countListeners)
  await page.goto(HOME)
  return said
}

/** As Preact, React and Vue say it. */
const TELLS_OF_A_MISMATCH = /SSR'd HTML|hydrat/i

/** Runs in the page. Counts who listens to Privolim. */
const countListeners = () => {
  const counted = { listening: 0 }
  Object.assign(window, counted)
  const count = (by: number) => ((window as unknown as typeof counted).listening += by)
  const { addEventListener: add, removeEventListener: remove } = Document.prototype
  Document.prototype.addEventListener = function (this: Document, ...args: unknown[]) {
    if (String(args[0]).startsWith('privolim:')) count(1)
    Reflect.apply(add, this, args)
  } as typeof add
  Document.prototype.removeEventListener = function (this: Document, ...args: unknown[]) {
    if (String(args[0]).startsWith('privolim:')) count(-1)
    Reflect.apply(remove, this, args)
  } as typeof remove
}

const listening = (page: Page) => page.evaluate(() => (window as unknown as { listening: number }).listening)

const film = (page: Page) => page.locator('iframe[src]')
const placeholder = (page: Page) => page.locator('[data-privolim-placeholder="youtube"]')
const go = (page: Page, name: string) => page.locator('nav').getByRole('link', { name }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

for (const framework of FRAMEWORKS) {
  test.describe(framework, () => {
    test('nothing optional is there before the answer, and views come and go', async ({ page, world, widget }) => {
      const said = await open(page, world, await siteOf(framework, 'client'))
      await expect(widget.question).toBeVisible()
      await expect(placeholder(page)).toContainText('YouTube')
      await expect(page.locator('#namesto')).toBeVisible()
      await expect(page.locator('#seznam')).toHaveCount(0)
      // The application's own, and two places that hold something back: two events each.
      await expect.poll(() => listening(page)).toBe(6)
      for (let round = 0; round < 5; round++) {
        await go(page, 'Zasebnost')
        await expect(heading(page, 'Zasebnost')).toBeVisible()
        await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
        await expect(page.getByRole('table').first()).toContainText('seja')
        expect(await listening(page)).toBe(2)
        if (round % 2) await page.goBack()
        else await go(page, 'Film')
        await expect(heading(page, 'Naš film')).toBeVisible()
        await expect(placeholder(page)).toHaveCount(1)
      }
      await settle(page)
      expect(await listening(page)).toBe(6)
      expect(world.requests(VIDEO)).toEqual([])
      expect(said).toEqual([])
    })

    test('the answers of the placeholder hold, and a refusal takes both back', async ({ page, world, widget }) => {
      const said = await open(page, world, await siteOf(framework, 'client'))
      await placeholder(page).getByRole('button').first().click()
      await expect(film(page)).toBeFocused()
      await expect(placeholder(page)).toHaveCount(0)
      // Just this once, and just here.
      await expect(page.locator('#seznam')).toHaveCount(0)
      await expect(page.locator('footer')).toContainText('zadržani')
      await widget.rejectAll()
      await expect(film(page)).toHaveCount(0)
      await placeholder(page).getByRole('button').nth(1).click()
      await expect(film(page)).toBeFocused()
      await expect(page.locator('#seznam')).toBeVisible()
      await expect(page.locator('footer')).toContainText('dovoljeni')
      expect(await widget.granted()).toEqual(['youtube'])
      await page.locator('footer').getByRole('link').click()
      await widget.withdraw()
      await expect(film(page)).toHaveCount(0)
      await expect(page.locator('#seznam')).toHaveCount(0)
      await expect(placeholder(page)).toHaveCount(1)
      await expect(page.locator('#namesto')).toBeVisible()
      expect(said).toEqual([])
    })

    test('the declaration follows the choice, in the view that is there', async ({ page, world, widget }) => {
      await open(page, world, await siteOf(framework, 'client'))
      await go(page, 'Zasebnost')
      await go(page, 'Film')
      await go(page, 'Zasebnost')
      await expect(page.locator('main')).toContainText('Izbire še niste shranili')
      await widget.acceptAll()
      await expect(page.locator('main')).not.toContainText('Izbire še niste shranili')
    })

    test('who has answered before sees it at once, without any placeholder', async ({ page, world, widget }) => {
      await open(page, world, await siteOf(framework, 'client'))
      await widget.acceptAll()
      await expect(film(page)).toHaveCount(1)
      await expect(page.locator('footer')).toContainText('dovoljeni')
      // Now the two of them also listen for a refusal.
      await expect.poll(() => listening(page)).toBe(8)
      await page.reload()
      await expect(film(page)).toHaveCount(1)
      await settle(page)
      await expect(placeholder(page)).toHaveCount(0)
    })
  })
}

for (const framework of FRAMEWORKS) {
  test(`${framework} takes over a server's HTML without a mismatch, asked or answered`, async ({ page, world, widget }) => {
    const said = await open(page, world, await siteOf(framework, 'server'))
    const html = await page.evaluate(async () => (await fetch('/')).text())
    expect(html).toContain('<h1>Naš film</h1>')
    expect(html).toContain('id="namesto"')
    expect(html).not.toContain(VIDEO)
    expect(html).not.toContain('id="seznam"')
    await expect(placeholder(page)).toHaveCount(1)
    await widget.acceptAll()
    await expect(film(page)).toHaveCount(1)
    // Once the choice vouches for the inventory, everything is granted before the HTML is taken over.
    await settle(page)
    await page.reload()
    await expect(film(page)).toHaveCount(1)
    await expect(page.locator('#seznam')).toBeVisible()
    await page.goto(`${HOME}zasebnost`)
    await expect(page.getByRole('table').first()).toContainText('seja')
    await settle(page)
    expect(await listening(page)).toBe(2)
    expect(said).toEqual([])
  })

  test(`${framework} tells of a server's HTML that is of another view, and shows the right one`, async ({ page, world }) => {
    const site = await siteOf(framework, 'server')
    if (typeof site !== 'function') throw new Error('A site answers by what it is asked for.')
    const said = await open(page, world, (asked, ...more) => site(asked.path === '/' ? { ...asked, path: '/zasebnost' } : asked, ...more))
    await expect(heading(page, 'Naš film')).toBeVisible()
    await expect(placeholder(page)).toHaveCount(1)
    expect(said.join('\n')).toMatch(TELLS_OF_A_MISMATCH)
  })
}
