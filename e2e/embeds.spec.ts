import type { Page } from '@playwright/test'
import { runAxe, TAGS } from './support/runAxe.js'
import type { World } from './support/world'
import { expect, test } from './support/widget'

const HOME = 'https://test.example/embeds.html'
const VIDEO = 'video.example'
const MAP = 'a.zemljevid.example'
const IMAGE = 'slika.example'

const serve = (world: World) => {
  for (const host of [VIDEO, MAP]) world.serve(host, '<!doctype html><title>x</title><p>VSEBINA</p>')
  world.serve(IMAGE, { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>' })
}

/** Long enough for whatever would have been asked of another host: a round trip of the page's own. */
const settle = (page: Page) =>
  page.evaluate(async () => {
    await window.privolim!.ready
    for (let turn = 0; turn < 5; turn++) await fetch('/embeds.html').then((answer) => answer.text())
  })

const others = (world: World) => world.hosts().filter((host) => host !== 'test.example')

const placeholders = (page: Page) => page.locator('[data-privolim-placeholder]')

const button = (page: Page, service: string, action: string) =>
  page.locator(`[data-privolim-placeholder="${service}"] [data-privolim-action="${action}"]`).first()

test.beforeEach(({ world }) => serve(world))

test('before an answer, and after a refusal, nothing of any frame, image or sheet is fetched', async ({
  page,
  world,
  widget,
}) => {
  await page.goto(HOME)
  await settle(page)
  expect(others(world)).toEqual([])
  await widget.rejectAll()
  await settle(page)
  await page.reload()
  await settle(page)
  expect(others(world)).toEqual([])
  await expect(placeholders(page)).toHaveCount(3)
})

test('P17 what is granted is fetched in place, and a withdrawal takes it away again', async ({
  page,
  world,
  widget,
}) => {
  await page.goto(HOME)
  await page.evaluate(() => {
    const frame = document.querySelector('#plain')!
    frame.addEventListener('load', () => frame.setAttribute('data-loads', 'yes'))
  })
  await widget.acceptAll()
  await expect(page.frameLocator('#plain').getByText('VSEBINA')).toBeVisible()
  await expect.poll(() => others(world).sort()).toEqual([MAP, IMAGE, VIDEO].sort())
  await expect(page.locator('#plain')).toHaveAttribute('data-loads', 'yes')
  await expect(placeholders(page)).toHaveCount(0)
  await expect(page.locator('#image')).toHaveAttribute('src', `https://${IMAGE}/a.svg`)
  await expect(page.locator('#image')).toHaveAttribute('srcset', `https://${IMAGE}/b.svg 2x`)
  await expect(page.locator('#video')).toHaveAttribute('poster', `https://${IMAGE}/c.svg`)
  await expect(page.locator('#sheet')).toHaveAttribute('href', `https://${IMAGE}/d.css`)
  await page.evaluate(() => window.privolim!.withdraw())
  await expect(placeholders(page)).toHaveCount(3)
  for (const id of ['plain', 'image', 'video', 'sheet'])
    for (const name of ['src', 'srcset', 'poster', 'href'])
      await expect(page.locator(`#${id}`), `${id} ${name}`).not.toHaveAttribute(name)
})

test('what a frame shows ends with the withdrawal, and its scripts with it', async ({ page, world, widget }) => {
  world.serve(VIDEO, '<!doctype html><p>VSEBINA</p><script>setInterval(() => fetch("/ping"), 50)</script>')
  const pings = () => world.requests(VIDEO).filter(({ path }) => path === '/ping').length
  await page.goto(HOME)
  await widget.acceptAll()
  await expect.poll(pings).toBeGreaterThan(2)
  await page.evaluate(() => window.privolim!.withdraw())
  await expect(page.frameLocator('#plain').getByText('VSEBINA')).toHaveCount(0)
  const before = pings()
  await settle(page)
  expect(pings() - before).toBeLessThanOrEqual(1)
})

test('a page that is loaded anew after a withdrawal asks for nothing that its frames showed', async ({ page, world, widget }) => {
  const frames = () => world.requests(VIDEO).length + world.requests(MAP).length
  const accept = async () => {
    await page.goto(HOME)
    await widget.acceptAll()
    await expect(page.frameLocator('#plain').getByText('VSEBINA')).toBeVisible()
    await settle(page)
    return frames()
  }
  const reloaded = async () => {
    await expect(placeholders(page)).toHaveCount(3)
    await settle(page)
    return frames()
  }
  // By the visitor, some time later.
  const before = await accept()
  await page.evaluate(() => window.privolim!.withdraw())
  await expect(placeholders(page)).toHaveCount(3)
  await page.reload()
  expect(await reloaded()).toBe(before)
  // By Privolim, at once, since a script has run.
  await page.context().clearCookies()
  const again = await accept()
  const documents = () => world.requests('test.example').filter(({ resourceType }) => resourceType === 'document').length
  await page.evaluate(async () => {
    const script = document.createElement('script')
    script.type = 'text/plain'
    script.dataset.privolim = 'video'
    script.text = 'window.ran = ["ran"]'
    document.body.append(script)
  })
  await expect.poll(() => widget.ran()).toEqual(['ran'])
  const loads = documents()
  await page.evaluate(() => window.privolim!.withdraw())
  await expect.poll(documents).toBeGreaterThan(loads)
  await expect.poll(() => widget.ran()).toEqual([])
  expect(await reloaded()).toBe(again)
})

test('on a later page of one who has accepted, frames are there at once and no placeholder is fetched', async ({
  page,
  world,
  widget,
}) => {
  await page.goto(HOME)
  await widget.acceptAll()
  await expect(page.frameLocator('#plain').getByText('VSEBINA')).toBeVisible()
  const before = world.requests().length
  await page.reload()
  await expect(page.frameLocator('#plain').getByText('VSEBINA')).toBeVisible()
  const asked = world.requests().slice(before).map(({ path }) => path)
  expect(asked.filter((path) => path.includes('placeholder') || path.includes('-ui'))).toEqual([])
})

test('a placeholder names the service, its provider, purpose and country, and links to the content', async ({
  page,
}) => {
  await page.goto(HOME)
  const placeholder = placeholders(page).first()
  await expect(placeholder).toContainText('Zunanja vsebina: Video')
  await expect(placeholder).toContainText('s ponudnikom Video d.o.o. Ponudnik bo')
  await expect(placeholder).toContainText('prikaz posnetkov · Združene države Amerike')
  await expect(placeholder.getByRole('link')).toHaveAttribute('href', `https://${VIDEO}/plain`)
})

test('a placeholder is as large as its frame, and nothing moves when it comes and goes', async ({ page, widget }) => {
  await page.setViewportSize({ width: 1000, height: 900 })
  await page.goto(HOME)
  await expect(placeholders(page)).toHaveCount(3)
  const boxes = async (selector: string) =>
    Promise.all((await page.locator(selector).all()).map((one) => one.boundingBox()))
  const held = await boxes('iframe')
  for (const [index, box] of (await boxes('[data-privolim-placeholder]')).entries())
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs(box![side] - held[index]![side]), `${index} ${side}`).toBeLessThanOrEqual(1)
  await widget.acceptAll()
  await expect(placeholders(page)).toHaveCount(0)
  expect(await boxes('iframe')).toEqual(held)
})

test('P33 LAB-9 »show this once« shows this one, stores nothing, decides nothing, and moves the focus there', async ({
  page,
  world,
  widget,
  context,
}) => {
  await page.goto(HOME)
  await button(page, 'video', 'load-once').click()
  await expect(page.frameLocator('#plain').getByText('VSEBINA')).toBeVisible()
  await expect(placeholders(page)).toHaveCount(2)
  await expect(page.locator('#plain')).toBeFocused()
  expect(world.requests(VIDEO)).toHaveLength(1)
  expect(others(world)).toEqual([VIDEO])
  expect(await context.cookies()).toEqual([])
  await expect(widget.question).toBeVisible()
  // A refusal afterwards takes it back.
  await widget.rejectAll()
  await expect(placeholders(page)).toHaveCount(3)
  await expect(page.locator('#plain')).not.toHaveAttribute('src')
  // An answer that is given elsewhere leaves the focus where it is.
  await page.locator('a[href="#privolim"]').focus()
  await page.evaluate(() => window.privolim!.acceptAll())
  await expect(placeholders(page)).toHaveCount(0)
  await expect(page.locator('a[href="#privolim"]')).toBeFocused()
})

test('P33 LAB-9 »always« grants that service alone, and the question stays open', async ({
  page,
  world,
  widget,
  context,
}) => {
  await page.goto(HOME)
  await button(page, 'zemljevid', 'load-always').click()
  await expect(page.frameLocator('#flex').getByText('VSEBINA')).toBeVisible()
  await expect(page.locator('#flex')).toBeFocused()
  expect(others(world)).toEqual([MAP])
  await expect
    .poll(async () => (await context.cookies())[0]?.value)
    .toMatch(/^1\.n1\.f0\.a0\.m0\.e0\.t\w+\.r\w+\.o\.wembed_sl\.v\w+\.k\w+\.zemljevid~1$/)
  await expect(page.locator('#privolim')).toHaveAttribute('data-privolim-choice', 'unset')
  expect(await page.evaluate(() => window.privolim!.needsChoice)).toBe(true)
  await page.reload()
  await expect(widget.question).toBeVisible()
  // Marked with its category alone, it is known by its host.
  await expect(page.frameLocator('#flex').getByText('VSEBINA')).toBeVisible()
  expect(others(world)).toEqual([MAP])
  await expect(placeholders(page)).toHaveCount(2)
})

test('a frame that is inserted later is held, and released', async ({ page, world, widget }) => {
  await page.goto(HOME)
  await page.evaluate((address) => {
    const place = document.createElement('div')
    place.innerHTML = `<iframe id="late" title="x" data-privolim="video" data-src="${address}"></iframe>`
    document.body.append(place)
  }, `https://${VIDEO}/late`)
  await expect(placeholders(page)).toHaveCount(4)
  await settle(page)
  expect(others(world)).toEqual([])
  await widget.acceptAll()
  await expect(page.frameLocator('#late').getByText('VSEBINA')).toBeVisible()
})

test('axe finds nothing in the placeholders', async ({ page }) => {
  await page.goto(HOME)
  await expect(placeholders(page)).toHaveCount(3)
  const { violations } = await runAxe(page, { tags: TAGS, within: '[data-privolim-placeholder]' })
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})
