import { createHash } from 'node:crypto'
import { expect, settle, test } from '../support/widget.js'
import { external, inline, openPage } from './openPage.js'

const INLINE = '<script type="text/plain" data-privolim="stevec"'

test('P08 a vendor finds a script to insert itself before, also where its own was the first', async ({
  page,
  world,
  widget,
}) => {
  const vendor = (name: string, place: string) => `(function (d) {
    var s = d.createElement('script'); s.async = 1; s.src = 'https://stevec.tretji.example/${name}.js'
    ${place}.parentNode.insertBefore(s, ${place})
  })(document)`
  const first = `${INLINE} id="first">${vendor('first', "d.getElementsByTagName('script')[0]")}</script>`
  const own = `${INLINE} id="own">${vendor('own', 'd.currentScript')}</script>`
  await openPage(page, world, own, { before: first })
  await widget.acceptAll()
  await expect.poll(async () => (await widget.ran()).sort()).toEqual(['first', 'own'])
  await expect(page.locator('head > script[src$="first.js"] + #first')).toHaveCount(1)
  await expect(page.locator('script[src$="own.js"] + #own')).toHaveCount(1)
})

test.describe('LAB-2 under a policy that comes with the page', () => {
  const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  // Spaces, an entity that is none, and letters beyond ASCII: a hash fits no other text.
  const text = '\n  (window.ran ||= []).push("zgoščeno &amp; celo" ) ;\n'
  const STYLES = "style-src 'self'; default-src 'self'; img-src data:"

  const POLICIES: Record<string, { policy: string; ran: string[] }> = {
    'P09 P10 of nonces alone': { policy: `script-src 'nonce-abc'; ${STYLES}`, ran: ['a', 'b', 'c'] },
    'P10 of nonces and what trusted scripts create': {
      policy: `script-src 'nonce-abc' 'strict-dynamic'; ${STYLES}`,
      // Inserted by a script that is trusted, so trusted itself, whether it has a nonce or not.
      ran: ['a', 'b', 'c', 'bare', 'zgoščeno &amp; celo'],
    },
    'P10 of hashes and hosts': {
      policy: `script-src 'self' ${hashOf(text)} https://stevec.tretji.example; ${STYLES}`,
      ran: ['a', 'c', 'bare', 'zgoščeno &amp; celo'],
    },
  }

  for (const [name, { policy, ran }] of Object.entries(POLICIES)) {
    test(`${name} what it lets through runs, and the widget breaks none of it`, async ({
      page,
      world,
      widget,
      complaints,
    }) => {
      await page.addInitScript(() => {
        const violations: string[] = []
        Reflect.set(window, 'violations', violations)
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
          violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`)
        })
      })
      const nonce = 'nonce="abc"'
      const file = (at: string) => external(at, 'stevec', nonce)
      const marked = file('a.js') + inline('b', 'stevec', nonce) + file('c.js')
      const bare = `${external('bare.js')}${INLINE}>${text}</script>`
      const headers = { 'Content-Security-Policy': policy }
      await openPage(page, world, marked + bare, { tag: nonce, headers })
      await expect(widget.question).toHaveCSS('position', 'fixed')
      await widget.customize()
      await page.keyboard.press('Escape')
      expect(await page.evaluate(() => Reflect.get(window, 'violations') as unknown)).toEqual([])
      await widget.acceptAll()
      await expect.poll(() => widget.ran()).toEqual(ran)
      await settle(page)
      expect(await widget.ran()).toEqual(ran)
      expect(complaints.errors).toEqual([])
      // What is left out is what the author left out of the policy: nothing of the widget's own.
      const violations = await page.evaluate(() => Reflect.get(window, 'violations') as string[])
      for (const violation of violations) expect(violation).toMatch(/^script-src-elem (inline|https:\/\/stevec)/)
    })
  }
})

test.describe('P11 under »require-trusted-types-for«', () => {
  const headers = { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types privolim" }

  test('P11 the question, the preferences and the answer work', async ({ page, world, widget }) => {
    await openPage(page, world, '', { headers })
    await widget.customize()
    await widget.category('analytics').check()
    await widget.save()
    expect(await widget.granted()).toEqual(['analytics', 'stevec'])
    await page.reload()
    await widget.ready()
    expect(await widget.granted()).toEqual(['analytics', 'stevec'])
    await expect(widget.question).toBeHidden()
  })

  test('P11 LAB-2b files and inline text are released by the policy »privolim«', async ({
    page,
    world,
    widget,
    complaints,
  }) => {
    await openPage(page, world, inline('inline') + external('a.js') + external('b.js', 'oglasi'), { headers })
    await widget.acceptAll()
    await expect.poll(async () => (await widget.ran()).sort()).toEqual(['a', 'b', 'inline'])
    // Firefox lists what the policy has stopped beside what nobody caught.
    expect(complaints.uncaught.filter((line) => !line.includes('injection sink'))).toEqual([])
    expect(complaints.errors).toEqual([])
  })
})

test('P12 what a request is made with holds for what is fetched ahead as well', async ({
  page,
  world,
  widget,
}) => {
  const quiet = 'referrerpolicy="no-referrer" fetchpriority="low"'
  await openPage(page, world, external('a.js?delay=200', 'stevec', quiet) + external('b.js', 'stevec', quiet))
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
  const asked = world.requests('stevec.tretji.example').map(({ path, headers }) => `${path} ${headers.referer}`)
  expect(asked.sort()).toEqual(['/a.js?delay=200 undefined', '/b.js undefined'])
  await expect(page.locator('script[fetchpriority="low"]')).toHaveCount(2)
})

test.describe('a mark without type="text/plain"', () => {
  const body = `<script id="pozabljen" data-privolim="stevec">(window.ran ||= []).push('forgotten')</script>
    <script data-privolim="stevec" src="https://stevec.tretji.example/forgotten-too.js"></script>`

  test('P14 holds nothing, but is not run again when it is granted', async ({ page, world, widget }) => {
    await openPage(page, world, body + inline('held'))
    await expect.poll(() => widget.ran()).toEqual(['forgotten', 'forgotten-too'])
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['forgotten', 'forgotten-too', 'held'])
    await settle(page)
    expect(await widget.ran()).toHaveLength(3)
  })

  test('P14 is an error that names the element and the fix', async ({ page, world, complaints }) => {
    await openPage(page, world, `${body}<script data-privolim="stevec" type="application/json">{}</script>`)
    await expect.poll(() => complaints.errors).toHaveLength(2)
    for (const error of complaints.errors) expect(error).toContain('type="text/plain"')
    for (const name of ['pozabljen', 'forgotten-too.js']) expect(complaints.errors.join()).toContain(name)
  })
})

test.describe('P37 import maps', () => {
  test('P37 are not held: one that is marked is refused with an error, and stops nothing', async ({
    page,
    world,
    widget,
    complaints,
  }) => {
    const map = `${INLINE} data-type="importmap" id="zemljevid">{ "imports": { "x": "/x.js" } }</script>`
    await openPage(page, world, map + inline('after'))
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['after'])
    expect(complaints.uncaught).toEqual([])
    await expect.poll(() => complaints.errors).toEqual([expect.stringContaining('importmap')])
    await expect(page.locator('script[type="importmap"]')).toHaveCount(0)
  })

  test('P37 one that is marked stops no other script of its service', async ({ page, world, widget }) => {
    const map = `${INLINE} data-type="importmap">{ "imports": { "x": "/x.js" } }</script>`
    await openPage(page, world, map + inline('after') + external('last.js'))
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['after', 'last'])
  })
})
