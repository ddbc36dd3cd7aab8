import type { Page } from '@playwright/test'
import { expect, settle, test, type Widget } from './support/widget.js'
import type { World } from './support/world.js'

const FOLDER = 'https://test.example/migration'
const ANALYTICS = 'stevec.tretji.example'
const MARKETING = 'oglasi.tretji.example'
const VIDEO = 'video.tretji.example'
const GIF = 'R0lGODlhAQABAAAAACwAAAAAAQABAAA='

interface Tool {
  readonly name: string
  /** What runs before any answer. */
  readonly necessary: string
  /** What runs, in its order, once analytics are granted, and no other category. */
  readonly analytics: string
  /** What runs beside that once everything is granted. */
  readonly more: string
  /** What runs on refusal. */
  readonly refused?: string
  /** What else than scripts is fetched for analytics, as the tool can mark it. */
  readonly assets?: readonly string[]
  /** Whether the tool can mark a frame. */
  readonly frame: boolean
  /** A script that is inserted later. */
  readonly late: string
}

const TOOLS: readonly Tool[] = [
  {
    name: 'cookiebot',
    necessary: 'on',
    analytics: 'abc',
    more: 'def',
    assets: ['/image.gif'],
    frame: true,
    late: 'data-cookieconsent="statistics"',
  },
  {
    name: 'vanilla-cookieconsent',
    necessary: 'n',
    analytics: 'abcm',
    more: 'de',
    refused: 'x',
    frame: false,
    late: 'data-category="analytics"',
  },
  {
    name: 'klaro',
    necessary: '',
    analytics: 'abc',
    more: 'de',
    assets: ['/image.gif', '/sheet.css'],
    frame: true,
    late: 'data-type="application/javascript" data-name="googleAnalytics"',
  },
  {
    name: 'onetrust',
    necessary: 'n',
    analytics: 'abc',
    more: 'def',
    assets: ['/image.gif'],
    frame: true,
    late: 'class="optanon-category-C0002"',
  },
  {
    name: 'complianz',
    necessary: '',
    analytics: 'abc',
    more: 'de',
    assets: ['/image.gif'],
    frame: true,
    late: 'data-service="google-analytics" data-category="statistics"',
  },
  {
    name: 'cookieyes',
    necessary: 'n',
    analytics: 'abc',
    more: 'de',
    frame: false,
    late: 'data-cookieyes="cookieyes-analytics"',
  },
]

const sorted = (letters: string) => letters.split('').sort()

const visit = async (page: Page, widget: Widget, name: string) => {
  await page.goto(`${FOLDER}/${name}.html`)
  await widget.ready()
  await settle(page)
}

const others = (world: World) => world.hosts().filter((host) => host !== 'test.example')

const pathsAt = (world: World, host: string) => world.requests(host).map(({ path }) => path.replace(/\?.*/, ''))

const grantAnalytics = (page: Page) => page.evaluate(() => window.privolim!.save({ categories: { analytics: true } }))

const fetchedParts = (world: World) => world.requests('test.example').map(({ path }) => path)

test.beforeEach(({ world, widget: _ }) => {
  world.serve(VIDEO, '<!doctype html><title>x</title><p>VSEBINA</p>')
  // Chromium asks a second time for what turns out to be no image.
  world.serve(`https://${ANALYTICS}/image.gif`, { type: 'image/gif', body: Buffer.from(GIF, 'base64') })
})

for (const { name, necessary, analytics, more, refused = '', assets = [], frame, late } of TOOLS) {
  test.describe(`a page marked up for ${name}`, () => {
    test('asks nobody for anything before an answer, and after a refusal', async ({ page, widget, world, complaints }) => {
      await visit(page, widget, name)
      await expect.poll(async () => (await widget.ran()).sort()).toEqual(sorted(necessary))
      await widget.rejectAll()
      await expect.poll(async () => (await widget.ran()).sort()).toEqual(sorted(necessary + refused))
      await settle(page)
      await page.reload()
      await expect.poll(async () => (await widget.ran()).sort()).toEqual(sorted(necessary + refused))
      await settle(page)
      expect(others(world)).toEqual([])
      expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
    })

    test('runs what is granted, in order and once, and nothing else', async ({ page, widget, world }) => {
      await visit(page, widget, name)
      await grantAnalytics(page)
      await expect.poll(async () => (await widget.ran()).length).toBe((necessary + analytics).length)
      const files = ['/a.js', '/c.js', ...assets].sort()
      await expect.poll(() => pathsAt(world, ANALYTICS).sort()).toEqual(files)
      await settle(page)
      const ran = await widget.ran()
      expect(ran.filter((one) => 'abc'.includes(one))).toEqual(['a', 'b', 'c'])
      expect([...ran].sort()).toEqual(sorted(necessary + analytics))
      expect(others(world)).toEqual([ANALYTICS])

      await page.evaluate(() => window.privolim!.acceptAll())
      await expect.poll(async () => (await widget.ran()).sort()).toEqual(sorted(necessary + analytics + more))
      await settle(page)
      expect((await widget.ran()).filter((one) => 'de'.includes(one))).toEqual(['d', 'e'])
      expect(pathsAt(world, ANALYTICS).sort()).toEqual(files)
      expect(pathsAt(world, MARKETING).sort()).toEqual(more.includes('f') ? ['/d.js', '/f.js'] : ['/d.js'])
      expect(others(world).sort()).toEqual([MARKETING, ANALYTICS, ...(frame ? [VIDEO] : [])].sort())
    })

    test('does so on a later page as well, where it was granted before', async ({ page, widget }) => {
      await visit(page, widget, name)
      await widget.acceptAll()
      await page.reload()
      await expect.poll(async () => (await widget.ran()).sort()).toEqual(sorted(necessary + analytics + more))
      expect((await widget.ran()).filter((one) => 'abc'.includes(one))).toEqual(['a', 'b', 'c'])
    })

    test('holds what is inserted later, too', async ({ page, widget, world }) => {
      await visit(page, widget, name)
      await page.evaluate((mark) => {
        const place = document.createElement('div')
        place.innerHTML = `<script type="text/plain" ${mark} src="https://stevec.tretji.example/late.js"></script>`
        document.body.append(place)
      }, late)
      await settle(page)
      expect(others(world)).toEqual([])
      await grantAnalytics(page)
      await expect.poll(() => widget.ran()).toContain('late')
      expect(pathsAt(world, ANALYTICS).filter((path) => path === '/late.js')).toEqual(['/late.js'])
    })

    if (!frame) return
    test('shows a placeholder for the frame, and holds it again after a withdrawal', async ({ page, widget, world }) => {
      await visit(page, widget, name)
      const placeholder = page.locator('[data-privolim-placeholder]')
      await expect(placeholder).toHaveCount(1)
      await widget.acceptAll()
      await expect(page.frameLocator('#frame').getByText('VSEBINA')).toBeVisible()
      await expect(placeholder).toHaveCount(0)
      await settle(page)
      const asked = world.requests(VIDEO).length
      await page.evaluate(() => window.privolim!.withdraw())
      await expect(placeholder).toHaveCount(1)
      await settle(page)
      for (const id of ['frame', 'image'])
        await expect(page.locator(`#${id}`)).not.toHaveAttribute('src', /tretji\.example/)
      expect(world.requests(VIDEO)).toHaveLength(asked)
    })
  })
}

test('a service of vanilla-cookieconsent or Complianz can be decided about alone', async ({ page, widget, world }) => {
  for (const name of ['vanilla-cookieconsent', 'complianz']) {
    await page.context().clearCookies()
    await visit(page, widget, name)
    await page.evaluate(() => window.privolim!.save({ services: { 'google-analytics': true } }))
    await expect.poll(async () => (await widget.ran()).filter((one) => one < 'n')).toEqual(['a', 'b', 'c'])
    await settle(page)
    expect(others(world), name).toEqual([ANALYTICS])
  }
})

test('what vanilla-cookieconsent runs on refusal runs once the granted category is denied', async ({ page, widget }) => {
  await visit(page, widget, 'vanilla-cookieconsent')
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toContain('c')
  expect(await widget.ran()).not.toContain('x')
  await page.evaluate(() => window.privolim!.withdraw())
  await expect.poll(() => widget.ran()).toContain('x')
  // The page is loaded anew after a withdrawal; a browser that is closed meanwhile may hang.
  await settle(page)
})

test('a page without marks of other tools fetches nothing for them', async ({ page, widget, world }) => {
  await page.goto('https://test.example/gates/order.html')
  await widget.ready()
  await settle(page)
  expect(fetchedParts(world)).not.toContain('/privolim/privolim-dialects.js')
})

test('a name that nobody knows is denied and said once; what is nobody’s mark stays as it is', async ({
  page,
  widget,
  world,
  complaints,
}) => {
  await visit(page, widget, 'onetrust')
  await page.evaluate(() => {
    const unknown = '<script type="text/plain" data-category="ugibanje" src="https://stevec.tretji.example/u.js"></script>'
    document.body.insertAdjacentHTML('beforeend', unknown + unknown)
    document.body.insertAdjacentHTML('beforeend', '<script type="text/plain" id="template">{{ ime }}</script>')
  })
  await widget.acceptAll()
  await settle(page)
  expect(pathsAt(world, ANALYTICS)).not.toContain('/u.js')
  expect(complaints.warnings).toHaveLength(1)
  expect(complaints.warnings[0]).toContain('»ugibanje«')
  expect(await page.locator('#template').evaluate((one) => one.outerHTML)).toBe(
    '<script type="text/plain" id="template">{{ ime }}</script>',
  )
  expect(fetchedParts(world).filter((path) => path.includes('dialects'))).toHaveLength(1)
})

test('a script that carries a mark and is live is told of, since nothing holds it', async ({
  page,
  widget,
  complaints,
}) => {
  await visit(page, widget, 'cookieyes')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.setAttribute('data-cookieyes', 'cookieyes-analytics')
    script.text = '(window.ran ||= []).push("live")'
    document.body.append(script)
  })
  await expect.poll(() => complaints.warnings).toHaveLength(1)
  expect(complaints.warnings[0]).toContain('<script data-cookieyes="cookieyes-analytics">')
  expect(await widget.ran()).toContain('live')
})

test('a lazy loader fetches what is its own, and nothing that is held', async ({ page, widget, world }) => {
  await visit(page, widget, 'lazy-loader')
  await expect.poll(() => fetchedParts(world)).toContain('/own.gif')
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await settle(page)
  expect(others(world)).toEqual([])
  await widget.acceptAll()
  await expect.poll(() => others(world).sort()).toEqual([ANALYTICS, VIDEO].sort())
})
