import type { Page } from '@playwright/test'
import { expect, settle, test, type Widget } from './support/widget.js'
import type { World } from './support/world.js'

const GATES = 'https://test.example/gates'

/** Saves the named services as granted and leaves the rest as they are. */
const grant = (page: Page, ...services: string[]) =>
  page.evaluate(
    (ids) => window.privolim!.save({ services: Object.fromEntries(ids.map((id) => [id, true])) }),
    services,
  )

const deny = (page: Page, ...services: string[]) =>
  page.evaluate(
    (ids) => window.privolim!.save({ services: Object.fromEntries(ids.map((id) => [id, false])) }),
    services,
  )

const visit = async (page: Page, widget: Widget, file: string) => {
  await page.goto(`${GATES}/${file}`)
  await widget.ready()
  await settle(page)
}

const namesAsked = (world: World, host: string) => world.requests(host).map(({ path }) => path)

test('P01 P04 LAB-1 scripts of one service are fetched side by side and run in document order', async ({
  page,
  widget,
  world,
}) => {
  // The first is not answered before the last has been asked for.
  world.serve('https://stevec.tretji.example/a.js', async (_request, next) => {
    await expect.poll(() => namesAsked(world, 'stevec.tretji.example')).toContain('/d.js?delay=100')
    return next()
  })
  await visit(page, widget, 'order.html')
  expect(await widget.ran()).toEqual([])
  expect(world.hosts()).toEqual(['test.example'])
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['a', 'b', 'c', 'd', 'e'])
  await settle(page)
  expect(namesAsked(world, 'stevec.tretji.example').sort()).toEqual(['/a.js?delay=500', '/b.js', '/d.js?delay=100'])
})

test('the order holds on a later page too, where they were granted before', async ({ page, widget }) => {
  await visit(page, widget, 'order.html')
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toHaveLength(5)
  await page.reload()
  await expect.poll(() => widget.ran()).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('P13 LAB-4c each runs once, also after off and on again', async ({ page, widget, world }) => {
  await visit(page, widget, 'repeated.html')
  await grant(page, 'stevec')
  await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
  await deny(page, 'stevec')
  await settle(page)
  await grant(page, 'stevec')
  await settle(page)
  await page.evaluate(() => window.privolim!.rescan())
  await page.evaluate(() => window.privolim!.acceptAll())
  await settle(page)
  // A page that was loaded anew in between has run them for itself, and once.
  expect(await widget.ran()).toEqual(['a', 'b'])
  const pages = namesAsked(world, 'test.example').filter((path) => path === '/gates/repeated.html').length
  expect(namesAsked(world, 'stevec.tretji.example').length).toBeLessThanOrEqual(pages)
})

test('P02 LAB-1b a host that never answers holds up its own service alone', async ({ page, widget, world }) => {
  world.hang('visi.tretji.example')
  await visit(page, widget, 'side-by-side.html')
  await widget.acceptAll()
  await expect.poll(async () => (await widget.ran()).sort()).toEqual(['c', 'd', 'e'])
  const ran = await widget.ran()
  expect(ran.indexOf('c')).toBeLessThan(ran.indexOf('d'))
  expect(namesAsked(world, 'visi.tretji.example')).toEqual(['/a.js'])
  // Its inline script still waits for what it may need.
  await settle(page)
  expect(await widget.ran()).not.toContain('b')
})

test('P01 what cannot be loaded, or throws, does not stop what follows', async ({ page, widget, world }) => {
  world.serve('manjka.tretji.example', { status: 404, type: 'text/plain', body: 'Ni.' })
  // As an ad blocker does it.
  await page.route('https://blokirano.tretji.example/**', (route) => route.abort('blockedbyclient'))
  await visit(page, widget, 'failing.html')
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['b', 'd', 'e', 'f'])
  expect(namesAsked(world, 'manjka.tretji.example')).toEqual(['/a.js'])
})

test.describe('the released script', () => {
  const serveFromElsewhere = (world: World) =>
    world.serve('cdn.test.example', async (_request, next) => ({
      ...(await next()),
      headers: { 'Access-Control-Allow-Origin': '*' },
    }))

  test('P07 P12 LAB-1d has every attribute of the marked one', async ({ page, widget, world }) => {
    serveFromElsewhere(world)
    await visit(page, widget, 'attributes.html')
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toContain('inline 67890')
    expect(await widget.ran()).toEqual(['own', 'onload of stevec-skript', 'onerror', 'inline 67890'])
    // Read from `document.currentScript`, as vendors do it.
    expect(await page.evaluate(() => Reflect.get(window, 'own') as object)).toEqual({
      id: 'stevec-skript',
      website: '12345',
      privolim: 'stevec',
      className: 'stevec',
      nonce: 'abc',
      integrity: expect.stringMatching(/^sha384-/),
      crossOrigin: 'anonymous',
      referrerPolicy: 'no-referrer',
      defer: true,
    })
    expect(world.requests(/own\.js$/).map(({ headers }) => [headers.origin, headers.referer])).toEqual([
      ['https://test.example', undefined],
    ])
  })

  test('P07 P08 stands where the marked one stood, and no other is left', async ({ page, widget, world }) => {
    serveFromElsewhere(world)
    await visit(page, widget, 'attributes.html')
    const count = await page.locator('script').count()
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toContain('inline 67890')
    expect(await page.locator('script').count()).toBe(count)
    await expect(page.locator('#before + script')).toHaveAttribute('id', 'stevec-skript')
    await expect(page.locator('script:has(+ #after)')).toHaveAttribute('id', 'inline')
    await expect(page.locator('script[type="text/plain"]')).toHaveCount(0)
  })
})

test('P03 LAB-1c async, module, nomodule, data and empty ones do not stall the rest', async ({
  page,
  widget,
  world,
}) => {
  world.hang('visi.tretji.example')
  world.serve('https://stevec.tretji.example/module.js', {
    type: 'text/javascript',
    body: '(window.ran ||= []).push("module")',
    headers: { 'Access-Control-Allow-Origin': '*' },
  })
  await visit(page, widget, 'kinds.html')
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toContain('last')
  await expect.poll(async () => (await widget.ran()).sort()).toEqual(['data-src', 'last', 'module', 'module-inline'])
  expect(namesAsked(world, 'visi.tretji.example')).toEqual(['/async.js'])
  const ran = await widget.ran()
  expect(ran.indexOf('module')).toBeLessThan(ran.indexOf('data-src'))
  expect(ran.indexOf('data-src')).toBeLessThan(ran.indexOf('last'))
  const data = page.locator('#data')
  await expect(data).toHaveAttribute('type', 'application/ld+json')
  expect(await data.textContent()).toBe('{ "@type": "Organization" }')
  // What does not run is not fetched either.
  await settle(page)
  expect(namesAsked(world, 'stevec.tretji.example').sort()).toEqual(['/data-src.js', '/module.js'])
})

test.describe('scripts that are inserted later', () => {
  const insert = (page: Page, name: string) =>
    page.evaluate((suffix) => {
      const one = document.createElement('script')
      one.type = 'text/plain'
      one.dataset.privolim = 'stevec'
      one.src = `https://stevec.tretji.example/appended-${suffix}.js`
      document.body.append(one)
      const place = document.createElement('div')
      place.innerHTML = `<section><script type="text/plain" data-privolim="stevec">
        (window.ran ||= []).push('html-${suffix}')
      </script></section>`
      document.body.append(place)
    }, name)

  test('LAB-4b are held and released like the others', async ({ page, widget, world }) => {
    await page.goto('https://test.example/no-link.html')
    await expect(widget.question).toBeVisible()
    await insert(page, 'before')
    await settle(page)
    expect(await widget.ran()).toEqual([])
    expect(world.hosts()).toEqual(['test.example'])
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['appended-before', 'html-before'])
    await insert(page, 'after')
    await expect.poll(() => widget.ran()).toEqual(['appended-before', 'html-before', 'appended-after', 'html-after'])
  })

  test('hold up nothing where the page has taken them out again, and wait anew where they come back', async ({
    page,
    widget,
    world,
  }) => {
    await page.goto('https://test.example/no-link.html')
    await expect(widget.question).toBeVisible()
    // As a single-page app changes its views, twice, and keeps one of them.
    await page.evaluate(() => {
      const view = (more = '') => {
        const place = document.createElement('div')
        place.innerHTML = `<script type="text/plain" data-privolim="stevec" src="https://stevec.tretji.example/same.js"></script>${more}`
        return place
      }
      const kept = view('<script type="text/plain" data-privolim="stevec">(window.ran ||= []).push("kept")</script>')
      document.body.append(kept)
      setTimeout(() => {
        kept.replaceWith(view())
        Object.assign(window, { kept })
      })
    })
    await page.waitForFunction(() => 'kept' in window)
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['same'])
    await page.evaluate(() => document.body.append(Reflect.get(window, 'kept') as Node))
    await expect.poll(() => widget.ran()).toEqual(['same', 'kept'])
    await settle(page)
    expect(world.requests('https://stevec.tretji.example/same.js').length).toBeLessThanOrEqual(2)
    expect(await widget.ran()).toEqual(['same', 'kept'])
  })

  test('stay out where they were refused', async ({ page, widget, world }) => {
    await page.goto('https://test.example/no-link.html')
    await widget.rejectAll()
    await insert(page, 'refused')
    await settle(page)
    expect(await widget.ran()).toEqual([])
    expect(world.hosts()).toEqual(['test.example'])
  })
})

test('P15 of several ids every one must be granted, and an unknown one never is', async ({
  page,
  widget,
  complaints,
}) => {
  await visit(page, widget, 'lists.html')
  expect(await widget.ran()).toEqual(['necessary'])
  await grant(page, 'stevec')
  await expect.poll(() => widget.ran()).toEqual(['necessary', 'one'])
  await grant(page, 'oglasi')
  await expect.poll(() => widget.ran()).toEqual(['necessary', 'one', 'both'])
  await page.evaluate(() => window.privolim!.acceptAll())
  await expect.poll(() => widget.ran()).toEqual(['necessary', 'one', 'both', 'three'])
  await settle(page)
  expect(await widget.ran()).toHaveLength(4)
  expect(complaints.warnings.filter((warning) => warning.includes('neznano'))).toHaveLength(1)
  expect(complaints.errors).toEqual([])
  expect(complaints.uncaught).toEqual([])
})

test('without privolim.js nothing optional runs', async ({ page, world, widget }) => {
  world.serve('https://test.example/privolim/', { status: 404, body: '' })
  await page.goto(`${GATES}/order.html`)
  await settle(page)
  expect(await widget.ran()).toEqual([])
  expect(world.hosts()).toEqual(['test.example'])
})

test.describe('under a strict Content-Security-Policy', () => {
  test('P09 P10 LAB-2 everything works, with the nonce of Privolim\'s own tag', async ({
    page,
    widget,
    world,
    complaints,
  }) => {
    const policy = "default-src 'self'; script-src 'self' 'nonce-abc'"
    world.serve(`${GATES}/csp.html`, async (_request, next) => ({
      ...(await next()),
      headers: { 'Content-Security-Policy': policy },
    }))
    const violations = () => page.evaluate(() => Reflect.get(window, 'violations') as string[])

    await page.goto(`${GATES}/csp.html`)
    await expect(widget.question).toBeVisible()
    await expect(widget.question).toHaveCSS('position', 'fixed')
    await expect(page.locator('[data-privolim-declaration] table').first()).toBeVisible()
    await widget.customize()
    await expect(widget.category('analytics')).toBeVisible()
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['a', 'b', 'c', 'd'])
    await expect.poll(() => page.evaluate(() => Reflect.get(window, '__gtagLoaded') as unknown)).toEqual(['G-ABC123'])
    await settle(page)
    expect(await violations()).toEqual([])
    expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })

    await page.reload()
    await expect.poll(() => widget.ran()).toEqual(['a', 'b', 'c', 'd'])
    await widget.openByLink()
    await widget.withdraw()
    await settle(page)
    expect(await violations()).toEqual([])

    // And the listener hears what is forbidden.
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.src = 'https://stevec.tretji.example/forbidden.js'
      document.body.append(script)
    })
    await expect.poll(violations).toHaveLength(1)
  })
})
