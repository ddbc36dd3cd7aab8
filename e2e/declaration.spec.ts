import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { runAxe } from './support/runAxe.js'
import { expect, settle, test } from './support/widget.js'
import type { World } from './support/world.js'

const HOME = 'https://test.example/'
const INVENTORY = readFileSync(new URL('pages/piskotki.json', import.meta.url), 'utf8')
const PAGE = `${HOME}politika`
const PART = `${HOME}privolim/privolim-declaration.js`
const UNSET = 'Izbire še niste shranili; dovoljeni so samo nujno potrebni piškotki.'
const WIDTHS = [320, 1440]

interface Tools {
  declaration(inventory: unknown, options?: { readonly headingLevel?: number }): string
}

const { declaration } = (await import(new URL('../dist/tools.js', import.meta.url).href)) as Tools

const TAG = `<script type="application/json" id="privolim-inventory">${INVENTORY}</script>
    <script src="/privolim/privolim.js"></script>`

/** A policy page with the static twin in it, and with Privolim unless `tag` is empty. */
const servePage = (world: World, { tag = TAG, headingLevel = 3, headers = {} } = {}) =>
  world.serve(PAGE, {
    headers,
    body: `<!doctype html>
<html lang="sl">
  <head>
    <meta charset="utf-8">
    ${tag}
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Zasebnost</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/page.css">
    <link rel="stylesheet" href="/privolim/privolim-declaration.css">
    <style>main p { min-height: 0 }</style>
  </head>
  <body>
    <main>
      <h1>Zasebnost</h1>
      <h2>Piškotki</h2>
      ${declaration(INVENTORY, { headingLevel })}
      <p>Besedilo po njej.</p>
    </main>
    <footer><a href="#privolim">Nastavitve piškotkov</a></footer>
  </body>
</html>`,
  })

const placeOn = (page: Page) => page.locator('[data-privolim-declaration]')
const filledOn = (page: Page) => page.locator('[data-privolim-declaration="filled"]')

const choose = async (page: Page, deed: 'acceptAll' | 'withdraw') => page.evaluate((name) => window.privolim![name](), deed)

const findings = async (page: Page) => {
  const { violations, incomplete, passes } = await runAxe(page)
  expect(passes.length).toBeGreaterThan(10)
  return [...violations, ...incomplete].map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join()}`)
}

/** Keeps the part that fills the place back. @returns what lets it come */
const holdPart = (world: World) => {
  let release = () => {}
  const released = new Promise<void>((done) => (release = done))
  world.serve(PART, async (_request, next) => {
    await released
    return next()
  })
  return release
}

/** Where everything stands that comes after the choice. */
const standing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-privolim-declaration] :is(section,h3,h4,dl,table,tr,td,hr,hr ~ p), main > p, footer')].map(
      (element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return [element.localName, ...[x, y + scrollY, width, height].map(Math.round)].join(' ')
      },
    ),
  )

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const width of WIDTHS) {
    test(`at ${width} px everything can be read, and nothing is asked for`, async ({ page, world, browserName }) => {
      await page.setViewportSize({ width, height: 800 })
      // Over WebDriver BiDi Firefox ESR cannot be told not to run scripts; it can be forbidden to.
      servePage(world, { headers: { 'Content-Security-Policy': "script-src 'none'" } })
      await page.goto(PAGE)
      const place = placeOn(page)
      await expect(place).toContainText(UNSET)
      if (browserName === 'chromium') await expect(place.locator('noscript p')).toBeVisible()
      for (const name of ['seja', 'klepet', '_stevec', '_merilec', '_oglasi', 'privolim'])
        await expect(place.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })).toBeVisible()
      await expect(place).toContainText('Oglasi Inc. (Združene države Amerike)')
      await expect(place).toContainText('prenos podatkov iz EGP: DPF')
      await expect(place).toContainText('Informacijski pooblaščenec, Dunajska cesta 22')
      await expect(place).toContainText('Zadnja sprememba: 5. 3. 2026')
      const asked = ['/politika', '/page.css', '/privolim/privolim-declaration.css', '/privolim/privolim.js']
      expect(world.requests().map(({ path }) => path).filter((path) => !asked.includes(path))).toEqual([])
      expect(world.hosts()).toEqual(['test.example'])
    })
  }

  test('it can be read without any style sheet as well', async ({ page, world }) => {
    world.serve(PAGE, `<!doctype html><html lang="sl"><meta charset="utf-8"><title>x</title>${declaration(INVENTORY)}</html>`)
    await page.goto(PAGE)
    await expect(placeOn(page).getByRole('table')).toHaveCount(4)
    await expect(placeOn(page).getByRole('link', { name: 'Nastavitve piškotkov' })).toBeVisible()
  })
})

test.describe('where Privolim runs', () => {
  test('its own takes the place of the twin and says the same, with a button and the choice', async ({ page, world }) => {
    servePage(world, { headingLevel: 2 })
    await page.goto(PAGE)
    const place = filledOn(page)
    await expect(place.getByRole('button', { name: 'Nastavitve piškotkov' })).toBeVisible()
    await expect(place.locator('noscript, [href="#privolim"]')).toHaveCount(0)
    const shown = await place.locator('section, hr ~ p').allTextContents()
    const written = await page.evaluate((html) => {
      const template = document.createElement('template')
      template.innerHTML = html
      return [...template.content.querySelectorAll('section, hr ~ p')].map(({ textContent }) => textContent)
    }, declaration(INVENTORY))
    const calm = (texts: (string | null)[]) => texts.map((text) => text!.replaceAll(/\n */g, '').trim())
    expect(calm(shown)).toEqual(calm(written))
    // The level that the owner chose for the twin stays.
    await expect(place.locator('section > h2')).toHaveCount(4)
    await expect(place.locator('section > h3')).toHaveCount(4)
  })

  test('an empty place is filled as well', async ({ page }) => {
    await page.goto(`${HOME}declaration.html`)
    await expect(filledOn(page).locator('section > h3')).toHaveCount(4)
    await expect(filledOn(page)).toHaveAttribute('lang', 'sl')
  })

  test('the choice is shown with its days, and follows every answer', async ({ page, world, widget }) => {
    await page.clock.setFixedTime('2026-11-25T12:00:00+01:00')
    servePage(world)
    await page.goto(PAGE)
    const place = filledOn(page)
    await expect(place).toContainText(UNSET)
    await widget.rejectAll()
    await expect(place).toContainText('Vaša izbira: dovoljeni so samo nujno potrebni piškotki.')
    await expect(place).toContainText('Zadnja izbira: 25. 11. 2026 · Velja do: 25. 5. 2027')
    await choose(page, 'acceptAll')
    await expect(place).toContainText('Vaša izbira: dovolili ste vse piškotke.')
    await page.evaluate(() => window.privolim!.save({ services: { oglasi: false, merilec: false } }))
    await expect(place).toContainText('Vaša izbira: dovolili ste del storitev (Klepet in Števec).')
    await page.reload()
    await expect(place).toContainText('Vaša izbira: dovolili ste del storitev (Klepet in Števec).')
    await choose(page, 'withdraw')
    await expect(place).toContainText('Vaša izbira: dovoljeni so samo nujno potrebni piškotki.')
    await expect(place).not.toContainText(UNSET)
  })

  test('the button opens the preferences and has the focus again afterwards', async ({ page, world, widget }) => {
    servePage(world)
    await page.goto(PAGE)
    await widget.rejectAll()
    const button = filledOn(page).getByRole('button')
    await button.click()
    await expect(widget.preferences).toBeVisible()
    await widget.category('analytics').check()
    await widget.save()
    await expect(filledOn(page)).toContainText('dovolili ste del storitev (Števec in Merilec).')
    await expect(button).toBeFocused()
  })

  test('the twin\'s own link opens them too, before the button is there', async ({ page, world, widget }) => {
    servePage(world)
    world.serve(PART, { status: 404, body: '' })
    await page.goto(PAGE)
    await widget.rejectAll()
    await placeOn(page).getByRole('link', { name: 'Nastavitve piškotkov' }).click()
    await expect(widget.preferences).toBeVisible()
  })

  for (const width of WIDTHS) {
    test(`at ${width} px nothing moves when the one takes the other's place`, async ({ page, world }) => {
      await page.setViewportSize({ width, height: 800 })
      servePage(world)
      const release = holdPart(world)
      // Firefox loads until every module has come.
      await page.goto(PAGE, { waitUntil: 'domcontentloaded' })
      await expect(placeOn(page).getByRole('link', { name: 'Nastavitve piškotkov' })).toHaveCSS('display', 'inline-block')
      const before = await standing(page)
      await expect(filledOn(page)).toHaveCount(0)
      expect(before.length).toBeGreaterThan(20)
      release()
      await expect(filledOn(page)).toHaveCount(1)
      expect(await standing(page)).toEqual(before)
    })
  }

  test('on a desk nothing moves for those who have answered either', async ({ page, world, widget }) => {
    await page.setViewportSize({ width: 1440, height: 800 })
    servePage(world)
    await page.goto(PAGE)
    await widget.acceptAll()
    const release = holdPart(world)
    await page.reload({ waitUntil: 'domcontentloaded' })
    await expect(placeOn(page).getByRole('link', { name: 'Nastavitve piškotkov' })).toHaveCSS('display', 'inline-block')
    const before = await standing(page)
    await expect(filledOn(page)).toHaveCount(0)
    release()
    await expect(filledOn(page)).toContainText('dovolili ste vse')
    expect(await standing(page)).toEqual(before)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of WIDTHS) {
    test.describe(`${colorScheme}, at ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } })

      test.skip(({ browserName }) => browserName === 'firefox' && colorScheme === 'dark', 'WebDriver BiDi cannot set the scheme of Firefox ESR')

      test('axe finds nothing, in the live one and in the twin', async ({ page, world, widget }) => {
        servePage(world)
        await page.goto(PAGE)
        await widget.rejectAll()
        await expect(filledOn(page)).toHaveCount(1)
        expect(await findings(page)).toEqual([])
        servePage(world, { tag: '' })
        await page.goto(PAGE)
        expect(await findings(page)).toEqual([])
      })

      test('nothing is wider than the page, and names stand in rows with their heads', async ({ page, world }) => {
        servePage(world, { tag: '' })
        await page.goto(PAGE)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
        const table = placeOn(page).getByRole('table', { name: 'Piškotki: Analitični piškotki' })
        await expect(table.getByRole('columnheader')).toHaveText(['Ime', 'Namen', 'Trajanje', 'Ponudnik', 'Vrsta'])
        await expect(table.getByRole('row')).toHaveCount(4)
        await expect(table.getByRole('rowheader')).toHaveText(['_stevec', '_stevec_obisk', '_merilec'])
        await expect(table.getByRole('cell').first()).toHaveText('Loči obiskovalce.')
      })
    })
  }
}

test('on paper there is the choice and no button; rows stay whole, heads come again, addresses are written out', async ({
  page,
  world,
  widget,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'WebDriver BiDi has no way to set the medium of Firefox ESR.')
  const inventory = JSON.parse(INVENTORY) as { services: { provider: object }[] }
  const [service] = inventory.services
  service!.provider = { ...service!.provider, privacyUrl: 'https://klepet.example/datenschutz' }
  servePage(world, { tag: TAG.replace(INVENTORY, JSON.stringify(inventory)) })
  await page.goto(PAGE)
  await widget.rejectAll()
  await settle(page)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 500, height: 800 })
  const place = filledOn(page)
  await expect(place.getByRole('button', { includeHidden: true })).toBeHidden()
  await expect(place.getByText('Zadnja izbira:')).toBeVisible()
  await expect(place.locator('tbody tr').first()).toHaveCSS('break-inside', 'avoid')
  await expect(place.locator('tbody tr').first()).toHaveCSS('display', 'table-row')
  await expect(place.locator('thead').first()).toHaveCSS('display', 'table-header-group')
  const after = (selector: string) =>
    place.locator(selector).first().evaluate((link) => getComputedStyle(link, '::after').content)
  expect(await after('[href^="https"]')).toContain('https://klepet.example/datenschutz')
  expect(await after('[href^="mailto"]')).toMatch(/^(none|normal)$/)
})
