import type { Page } from '@playwright/test'
import { expect, settle, test } from '../support/widget.js'
import { external, inline, INVENTORY, openPage } from './openPage.js'

const FRAME = '<iframe title="Posnetek" width="320" height="180" data-privolim="video" data-src="https://a.video.example/x"></iframe>'

const violationsOf = (page: Page) => page.evaluate(() => Reflect.get(window, 'violations') as string[])

const LISTEN = `<script nonce="abc">
  window.violations = []
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    violations.push(effectiveDirective + ' ' + blockedURI + ' ' + sample))
</script>`

test.describe('LAB-2b where Trusted Types are required', () => {
  const headers = {
    'Content-Security-Policy':
      "default-src 'self'; script-src 'nonce-abc' 'strict-dynamic'; frame-src *; object-src *; img-src * data:; " +
      "require-trusted-types-for 'script'; trusted-types privolim",
  }
  const inventory = {
    ...INVENTORY,
    services: [...INVENTORY.services, { use: 'google-analytics', account: 'G-ABC123' }],
  }
  const nonce = 'nonce="abc"'
  const onload = `${nonce} onload="(window.ran ||= []).push('a has loaded')"`
  const body = `${external('a.js', 'stevec', onload)}${inline('b', 'stevec', nonce)}${FRAME}<div data-privolim-declaration></div>`
  // In Chromium alone what these fetch has to be trusted; over WebDriver BiDi nothing is heard of when Firefox has it.
  const plugins = `
    <object width="9" height="9" data-privolim="video" data-data="https://a.video.example/object"></object>
    <embed width="9" height="9" data-privolim="video" data-src="https://a.video.example/embed">`

  test('LAB-2b everything works by the one policy, and nothing is violated', async ({
    page,
    world,
    widget,
    complaints,
    browserName,
  }) => {
    const whole = browserName === 'chromium' ? body + plugins : body
    const held = browserName === 'chromium' ? 3 : 1
    // A handler in an attribute is forbidden by the nonces, not by Trusted Types: that is the author's own affair.
    const ownViolations = async () => (await violationsOf(page)).filter((line) => !line.startsWith('script-src-attr'))
    world.serve('a.video.example', '<!doctype html><title>x</title><p>VSEBINA</p>')
    await openPage(page, world, whole, { inventory, headers, before: LISTEN, tag: nonce })
    await expect(page.locator('[data-privolim-placeholder]')).toHaveCount(held)
    await expect(page.locator('[data-privolim-declaration] table').first()).toBeVisible()
    await widget.customize()
    await page.keyboard.press('Escape')
    await expect(widget.question).toBeVisible()
    expect(await ownViolations()).toEqual([])
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toContain('b')
    await expect(page.frameLocator('iframe').getByText('VSEBINA')).toBeVisible()
    await expect.poll(() => page.evaluate(() => Reflect.get(window, '__gtagLoaded') as unknown)).toEqual(['G-ABC123'])
    expect(await ownViolations()).toEqual([])
    expect(complaints.errors).toEqual([])
    await widget.openByLink()
    await widget.withdraw()
    await widget.ready()
    await expect(page.locator('[data-privolim-placeholder]')).toHaveCount(held)
    expect(await ownViolations()).toEqual([])
  })
})

test.describe('a page that has changed what everybody builds on', () => {
  const pollution = `<script>
    for (const [name, value] of Object.entries({
      analytics: true, granted: () => true, services: { stevec: true, video: true }, categories: { analytics: true },
      privolim: 'necessary', choice: {}, stamp: 'x', open: true, news: 'x', expires: 1, gpc: true, extend() {},
    }))
      Object.prototype[name] = value
    Array.prototype.extra = function () { return this.length }
    Array.prototype.last = function () { return this[this.length - 1] }
  </script>`

  test('so that no inventory can be read any more: denied, and no exception', async ({ page, world, widget, complaints }) => {
    const before = `<script>
      for (const name of ['use', 'connect', 'src', 'type', 'id', 'category']) Object.prototype[name] = 'x'
    </script>`
    await openPage(page, world, inline('held') + FRAME, { before })
    await settle(page)
    expect(await widget.ran()).toEqual([])
    expect(await page.evaluate(() => window.privolim!.granted('analytics'))).toBe(false)
    expect(world.hosts()).toEqual(['test.example'])
    expect(complaints.uncaught).toEqual([])
  })

  for (const when of ['before', 'after'] as const)
    test(`${when} Privolim: everything stays denied, and the question can be answered`, async ({ page, world, widget, complaints }) => {
      const place = when === 'before' ? { before: pollution } : { head: pollution }
      await openPage(page, world, inline('held') + external('held-too.js') + FRAME, place)
      await expect(widget.question).toBeVisible()
      await page.evaluate(() => window.privolim!.save({ categories: {}, services: {} }))
      await settle(page)
      expect(await widget.ran()).toEqual([])
      expect(world.hosts()).toEqual(['test.example'])
      expect(await page.evaluate(() => ['analytics', 'stevec', 'extra', 'granted'].map((id) => window.privolim!.granted(id)))).toEqual([false, false, false, false])
      await widget.openByLink()
      await widget.acceptAll()
      await expect.poll(() => widget.ran()).toEqual(['held', 'held-too'])
      expect(complaints.uncaught).toEqual([])
    })
})

test.describe('document.cookie that the page has replaced', () => {
  for (const [what, getter] of [
    ['throws', '() => { throw new Error("no") }'],
    ['gives nothing', '() => undefined'],
    ['gives junk', '() => "privolim=1.n1.f1; privolim=; =; privolim=1.n1.f1.a1.m1.e1.tzzzzzzz.r1"'],
    ['gives a number', '() => 5'],
  ] as const)
    test(`and that ${what}: denied, answerable, without an exception`, async ({ page, world, widget, complaints }) => {
      const before = `<script>Object.defineProperty(document, 'cookie', { get: ${getter}, set() {}, configurable: true })</script>`
      await openPage(page, world, inline('held'), { before })
      await expect(widget.question).toBeVisible()
      await settle(page)
      expect(await widget.ran()).toEqual([])
      await widget.acceptAll()
      await expect.poll(() => widget.ran()).toEqual(['held'])
      await expect(page.locator('#privolim').getByRole('status')).toContainText('ni bilo mogoče shraniti')
      expect(complaints.uncaught).toEqual([])
    })
})

test.describe('#privolim', () => {
  test('that an ad blocker removes leaves the page usable and everything denied', async ({ page, world, widget, complaints }) => {
    const blocker = `<script>
      new MutationObserver(() => document.querySelector('#privolim')?.remove()).observe(document, { childList: true, subtree: true })
    </script>`
    await openPage(page, world, `${inline('held')}<p style="height:3000px"></p><button onclick="this.textContent = 'Pritisnjen'">Gumb</button>`, { before: blocker })
    await widget.ready()
    await settle(page)
    await expect(page.locator('#privolim')).toHaveCount(0)
    await page.getByRole('button', { name: 'Gumb' }).click()
    await expect(page.getByRole('button', { name: 'Pritisnjen' })).toBeVisible()
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0)
    expect(await widget.ran()).toEqual([])
    await page.evaluate(() => window.privolim!.openPreferences())
    await page.evaluate(() => window.privolim!.acceptAll())
    await expect.poll(() => widget.ran()).toEqual(['held'])
    expect(complaints.uncaught).toEqual([])
  })

  test('that a style sheet hides leaves the page usable and everything denied', async ({ page, world, widget, complaints }) => {
    await openPage(page, world, inline('held'), { head: '<style>#privolim { display: none !important }</style>' })
    await widget.ready()
    await settle(page)
    await page.getByRole('link', { name: 'Nastavitve' }).focus()
    await expect(page.getByRole('link', { name: 'Nastavitve' })).toBeFocused()
    expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('visible')
    expect(await widget.ran()).toEqual([])
    expect(complaints.uncaught).toEqual([])
  })
})

test.describe('a page that never rests', () => {
  test('every change of which makes another: what is marked amid them is found, and the page goes on', async ({ page, world, widget, complaints }) => {
    const storm = `<script>
      let left = 3000
      const place = () => document.body ?? document.documentElement
      new MutationObserver(() => {
        if (left-- > 0) place().append(Object.assign(document.createElement('i'), { hidden: true }))
      }).observe(document, { childList: true, subtree: true })
    </script>`
    await openPage(page, world, inline('held'), { before: storm })
    await expect(widget.question).toBeVisible()
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), inline('amid'))
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['held', 'amid'])
    expect(complaints.uncaught).toEqual([])
  })

  test('10,000 unmarked nodes: one query for all where they come at once, and none over the page where they come singly', async ({ page, world, widget }) => {
    await openPage(page, world, inline('held'), {
      before: `<script>
        const query = Document.prototype.querySelectorAll
        window.queries = 0
        Document.prototype.querySelectorAll = function (selector) { queries++; return query.call(this, selector) }
      </script>`,
    })
    await widget.rejectAll()
    await settle(page)
    const atOnce = await page.evaluate(async () => {
      const counted = window as unknown as { queries: number }
      const before = counted.queries
      document.body.append(...Array.from({ length: 10_000 }, () => document.createElement('b')))
      await new Promise((done) => setTimeout(done))
      return counted.queries - before
    })
    // One for each kind of thing that is looked for, whatever the number of nodes.
    expect(atOnce).toBeLessThan(10)
    const singly = await page.evaluate(async () => {
      const counted = window as unknown as { queries: number }
      const before = counted.queries
      for (let index = 0; index < 500; index++) {
        document.body.append(document.createElement('b'))
        await Promise.resolve()
      }
      await new Promise((done) => setTimeout(done))
      return counted.queries - before
    })
    expect(singly).toBe(0)
    // And what is marked is found by the next look.
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', `<div><p>${html}</p></div>`), inline('late'))
    await page.evaluate(() => window.privolim!.acceptAll())
    await expect.poll(() => widget.ran()).toEqual(['held', 'late'])
  })
})

test('a browser without constructed style sheets, or without channels, is not thrown at', async ({ page, world, widget, complaints }) => {
  await openPage(page, world, inline('held'), {
    before: '<script>delete window.BroadcastChannel; window.CSSStyleSheet = undefined</script>',
  })
  await widget.ready()
  await settle(page)
  expect(await widget.ran()).toEqual([])
  await page.evaluate(() => window.privolim!.acceptAll())
  await expect.poll(() => widget.ran()).toEqual(['held'])
  expect(complaints.uncaught).toEqual([])
})
