import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { budgetsOf, measure } from './sizes.mjs'
import { expect, settle, test, type Widget } from './support/widget.js'
import type { Answer, World } from './support/world.js'

const HOME = 'https://test.example/'
const INVENTORY = `${HOME}piskotki.json`
const QUESTION = `${HOME}privolim/privolim-ui.js`

const root = fileURLToPath(new URL('..', import.meta.url))
const budgets = budgetsOf(root)
const inventory = JSON.parse(readFileSync(new URL('pages/piskotki.json', import.meta.url), 'utf8')) as {
  readonly services: readonly { readonly cookies: readonly object[] }[]
  readonly cookies: readonly object[]
}

const serveInventory = (world: World, body: object) =>
  world.serve(INVENTORY, { type: 'application/json; charset=utf-8', body: JSON.stringify(body) })

/** A page of its own, with the inventory in it. */
const serveInline = (world: World, body: object) =>
  world.serve(
    `${HOME}own.html`,
    `<!doctype html>
<html lang="sl">
<title>Popis na strani</title>
<link rel="icon" href="data:,">
<script type="application/json" id="privolim-inventory">${JSON.stringify(body)}</script>
<script src="/privolim/privolim.js"></script>
<h1>Popis na strani</h1>
<a href="#privolim">Nastavitve</a>
</html>`,
  )

/**
 * What Privolim has asked for, by the names of the files, in alphabetical order: what is asked for at once has none. The
 * style sheet of a theme is the page's, like any other.
 */
const filesOf = (world: World) =>
  world
    .requests(({ url }) => /\/(privolim\/[^/]+\.js|piskotki\.json)$/.test(url))
    .map(({ path }) => path.split('/').at(-1)!)
    .sort()

const bytesOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + measure(join(root, 'dist', file))!.brotli, 0)

/** Waits for what is to come, but not for ever: what does not come is seen by what the page lacks then. */
const until = async (isThere: () => boolean) => {
  for (let left = 200; left && !isThere(); left--) await pause(20)
}

/** Lets an address answer once another has been asked for as well; where it is not, the answer is none. */
const holdUntil = (world: World, address: string, other: string) =>
  world.serve(address, async (_request, next) => {
    await until(() => world.requests(other).length > 0)
    return world.requests(other).length ? next() : { status: 504, body: '' }
  })

/** Waits for what is written down a moment after an answer, for later visits to need less. */
const remembered = (widget: Widget) => expect.poll(() => widget.choice()).toMatch(/\.v\w+/)

test.describe('a first visitor', () => {
  test('fetches core, inventory and question, and nothing else', async ({ page, widget, world }) => {
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(filesOf(world)).toEqual(['piskotki.json', 'privolim-ui.js', 'privolim.js'])
  })

  test('fetches as little on a site with the commonest service of the catalogue', async ({ page, widget, world }) => {
    await page.goto('https://ksok.si/')
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(filesOf(world)).toEqual(['piskotki.json', 'privolim-ui.js', 'privolim.js'])
  })

  test('fetches core and question where the inventory stands in the page', async ({ page, widget, world }) => {
    await page.goto(`${HOME}inline.html`)
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(filesOf(world)).toEqual(['privolim-ui.js', 'privolim.js'])
  })

  test('waits for inventory and question at the same time', async ({ page, widget, world }) => {
    holdUntil(world, INVENTORY, QUESTION)
    holdUntil(world, QUESTION, INVENTORY)
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    expect(filesOf(world)).toEqual(['piskotki.json', 'privolim-ui.js', 'privolim.js'])
  })

  test('waits for another language at the same time, too', async ({ page, widget, world }) => {
    const italian = `${HOME}privolim/privolim-it.js`
    serveInventory(world, { ...inventory, languages: ['sl', 'it'] })
    holdUntil(world, INVENTORY, italian)
    holdUntil(world, italian, INVENTORY)
    holdUntil(world, QUESTION, italian)
    world.serve(`${HOME}it.html`, '<!doctype html><html lang="it"><title>Pagina</title><script src="/privolim/privolim.js" data-inventory="/piskotki.json"></script>')
    await page.goto(`${HOME}it.html`)
    await expect(widget.question).toContainText('Accetta')
    expect(world.requests(italian)).toHaveLength(1)
  })

  test('fetches no language that the page does not speak', async ({ page, widget, world }) => {
    serveInventory(world, { ...inventory, languages: ['sl', 'it'] })
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(filesOf(world)).toEqual(['piskotki.json', 'privolim-ui.js', 'privolim.js'])
  })

  test('waits for all services of the catalogue at the same time', async ({ page, widget, world }) => {
    const uses = /\/privolim\/privolim-use-\w+\.js$/
    const held = async (_request: unknown, next: () => Promise<Answer>) => {
      await until(() => world.requests(uses).length > 1)
      return world.requests(uses).length > 1 ? next() : { status: 504, body: '' }
    }
    world.serve(`${HOME}privolim/privolim-use-`, held)
    serveInline(world, { ...inventory, services: [{ use: 'vimeo' }, { use: 'youtube' }] })
    await page.goto(`${HOME}own.html`)
    await expect(widget.question).toBeVisible()
    expect(world.requests(uses)).toHaveLength(2)
  })

  test('fetches nothing that is shown where the page needs no consent', async ({ page, widget, world }) => {
    serveInline(world, { ...inventory, services: [] })
    await page.goto(`${HOME}own.html`)
    await settle(page)
    expect(filesOf(world)).toEqual(['privolim-check.js', 'privolim.js'])
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
  })
})

test.describe('a visitor who has answered', () => {
  for (const [path, files] of [
    ['', ['piskotki.json', 'privolim.js']],
    ['inline.html', ['privolim.js']],
  ] as const) {
    test(`fetches neither question nor check: /${path}`, async ({ page, widget, world }) => {
      await page.goto(HOME + path)
      await widget.rejectAll()
      await remembered(widget)
      await settle(page)
      for (const visit of ['second', 'third']) {
        const before = world.requests().length
        await page.goto(HOME + path)
        await settle(page)
        const later = world.requests().slice(before)
        const names = later.map((request) => request.path.split('/').at(-1)!).filter((name) => /^(pis|priv)/.test(name))
        expect([visit, names.sort()]).toEqual([visit, files])
      }
    })
  }
})

test.describe('what is really fetched', () => {
  const isoRows = (rows: readonly object[]) => rows.map((row) => ({ ...row, duration: 'P1Y2M' }))
  const iso = {
    ...inventory,
    languages: ['sl', 'it'],
    cookies: isoRows(inventory.cookies),
    services: inventory.services.map((service) => ({ ...service, cookies: isoRows(service.cookies) })),
  }

  /** The files that a deed brings, in alphabetical order. */
  const broughtBy = async (page: Page, world: World, deed: () => Promise<unknown>) => {
    const before = filesOf(world)
    await deed()
    await settle(page)
    const after = filesOf(world)
    for (const file of before) after.splice(after.indexOf(file), 1)
    return after.filter((file) => file !== 'piskotki.json')
  }

  const unfoldAll = async ({ preferences }: Widget) => {
    await expect(preferences).toBeVisible()
    for (const summary of await preferences.locator('summary').all()) await summary.click()
    await expect(preferences.locator('table')).toHaveCount(await preferences.locator('summary').count())
  }

  const filesIn = (budget: string) => [...(budgets[budget]!.files ?? [])].sort()

  test('is what the budgets count, file by file', async ({ page, widget, world }) => {
    // Many pages, one after the other.
    test.setTimeout(120_000)
    serveInventory(world, iso)
    const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
      'first visit': async () => {
        await page.goto(HOME)
        await expect(widget.question).toBeVisible()
      },
      'preferences': async () => {
        await widget.customize()
        await unfoldAll(widget)
        await page.keyboard.press('Escape')
      },
      'after an answer': async () => {
        await widget.acceptAll()
        await remembered(widget)
      },
      'receipt': async () => {
        await widget.openByLink()
        await unfoldAll(widget)
        await widget.action('receipt').click()
        await expect(widget.preferences).toContainText('Potrdilo')
        await page.keyboard.press('Escape')
      },
    }
    const brought: Record<string, string[]> = {}
    for (const [name, deed] of Object.entries(deeds)) brought[name] = await broughtBy(page, world, deed)
    expect(brought).toEqual(Object.fromEntries(Object.keys(deeds).map((name) => [name, filesIn(name)])))

    expect(bytesOf(brought['first visit']!)).toBeLessThanOrEqual(12_500)
    expect(bytesOf(brought['preferences']!)).toBeLessThanOrEqual(6000)
  })

  test('with durations in words is what reads them', async ({ page, widget, world }) => {
    await page.goto(HOME)
    await widget.customize()
    const brought = await broughtBy(page, world, () => unfoldAll(widget))
    expect(brought).toEqual(filesIn('durations in words'))
  })

  for (const language of ['it', 'hu', 'en', 'de', 'hr']) {
    test(`in another language is one file more: ${language}`, async ({ page, widget, world }) => {
      serveInventory(world, { ...iso, languages: [language] })
      const brought = await broughtBy(page, world, async () => {
        await page.goto(HOME)
        await widget.action('preferences').click()
        await unfoldAll(widget)
      })
      const files = [`privolim-${language}.js`, ...filesIn('first visit'), ...filesIn('preferences')]
      expect(brought).toEqual(files.sort())
      expect(budgets['largest language']!.largest).toContain(`privolim-${language}.js`)
    })
  }

  test('with the declaration is one file more', async ({ page, widget, world }) => {
    serveInventory(world, iso)
    const brought = await broughtBy(page, world, async () => {
      await page.goto(`${HOME}declaration.html`)
      await expect(widget.question).toBeVisible()
      await expect(page.locator('[data-privolim-declaration] table').first()).toBeVisible()
    })
    expect(brought).toEqual([...filesIn('first visit'), ...filesIn('declaration')].sort())
  })

  test('on a later visit is the core', async ({ page, widget, world }) => {
    await page.goto(HOME)
    await widget.rejectAll()
    await remembered(widget)
    await settle(page)
    expect(await broughtBy(page, world, () => page.reload())).toEqual(filesIn('core'))
  })
})
