import { expect, recordsOn, settle, stampOf, test } from '../support/widget.js'
import { external, inline, INVENTORY, inventoryOf, openPage } from './openPage.js'

test('P31 LAB-7 a name that holds another one grants nothing of it', async ({ page, world, widget }) => {
  const inventory = inventoryOf({
    'simpleanalytics': 'marketing',
    'stevec': 'analytics',
    'stevec-2': 'analytics',
    'xstevec': 'functional',
  })
  const marks = ['stevec', 'stevec-2', 'xstevec', 'simpleanalytics', 'analytics', 'Analytics', 'simple', 'vec-2']
  const body = marks.map((mark) => inline(mark, mark)).join('')
  await openPage(page, world, body, { inventory })
  await page.evaluate(() => window.privolim!.save({ services: { 'simpleanalytics': true, 'xstevec': true } }))
  await expect.poll(() => widget.ran()).toEqual(['xstevec', 'simpleanalytics'])
  await page.reload()
  await expect.poll(() => widget.ran()).toEqual(['xstevec', 'simpleanalytics'])

  // And as it is written by hand.
  const [, revision] = /\.r(\w+)/.exec(await widget.choice())!
  for (const [tokens, expected] of Object.entries({ 'stevec-2~1': ['stevec-2'], 'stevec~1.stevec-2~0': ['stevec'] })) {
    const value = `1.n1.f0.a0.m0.e0.t${stampOf(Date.now())}.r${revision}.${tokens}`
    await page.context().clearCookies()
    await page.context().addCookies([{ name: 'privolim', value, url: page.url() }])
    await page.reload()
    await widget.ready()
    expect(await widget.granted()).toEqual(expected)
    await settle(page)
    expect(await widget.ran(), tokens).toEqual(expected)
  }
})

test('LAB-10 where everything is strictly necessary, nobody is asked and nothing is stored', async ({
  page,
  world,
  widget,
}) => {
  const inventory = {
    ...inventoryOf({ prijava: 'necessary' }),
    cookies: [{ name: 'seja', purpose: 'Drži prijavo.', duration: 'Trajanje seje' }],
  }
  await openPage(page, world, inline('login', 'prijava'), { inventory })
  await expect.poll(() => widget.ran()).toEqual(['login'])
  await settle(page)
  await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
  await expect(widget.host.getByRole('button')).toHaveCount(0)
  expect(await page.evaluate(() => window.privolim!.needsChoice)).toBe(false)
  expect(await recordsOn(page)).toEqual([])
  expect(world.requests(/-ui\.js|-reopen\.js/)).toEqual([])
})

test('LAB-11 a value that is none kills nothing, grants nothing, and is gone at the next answer', async ({
  page,
  world,
  widget,
  complaints,
}) => {
  for (const value of ['%7Bbroken', 'null', '"x"', '{"analytics":true}', '%']) {
    await page.context().addCookies([{ name: 'privolim', value, url: 'https://test.example' }])
    await openPage(page, world, inline('a'))
    await expect(widget.question, value).toBeVisible()
    expect(await widget.granted(), value).toEqual([])
  }
  expect(await widget.ran()).toEqual([])
  await widget.rejectAll()
  expect(await widget.choice()).toMatch(/^1\.n1\.f0\.a0\.m0\.e0\./)
  expect((await page.context().cookies()).length).toBe(1)
  expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
})

test('LAB-12 what was withdrawn stays so, and an older answer does not come back from under the domain', async ({
  page,
  world,
  widget,
}) => {
  const inventory = { ...INVENTORY, cookieDomain: 'test.example' }
  const origin = 'https://www.test.example'
  const visit = () => openPage(page, world, inline('a') + external('b.js'), { inventory, origin })
  await visit()
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
  expect(await widget.choiceCookie()).toMatchObject({ domain: '.test.example' })
  const granting = await widget.choice()

  // Beside it stands one from before the site chose its domain, which grants as well.
  const old = granting.replace(/\.t\w+/, `.t${stampOf(Date.now() - 86_400_000)}`)
  await page.context().addCookies([{ name: 'privolim', value: old, url: origin }])
  await visit()
  await widget.openByLink()
  await widget.withdraw()
  await settle(page)
  await visit()
  await settle(page)
  expect(await widget.granted()).toEqual([])
  expect(await widget.ran()).toEqual([])
  await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')

  // On the other name of the site too.
  await openPage(page, world, inline('a'), { inventory })
  await widget.ready()
  expect(await widget.granted()).toEqual([])
  expect((await page.context().cookies()).map(({ name, domain }) => name + domain)).toEqual(['privolim.test.example'])
})
