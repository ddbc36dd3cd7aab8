import { expect, settle, stampOf, test } from './support/widget.js'

const HOME = 'https://test.example/'

/** Whatever the widget fetches, by its name. */
const WIDGET = /\/privolim\/([^/?]+)/

test('a returning visitor downloads the core and nothing else of the widget', async ({ page, widget, world }) => {
  await page.goto(HOME)
  await widget.acceptAll()
  await settle(page)
  // What a first visitor downloads shows that the record below would show it.
  const files = () => world.requests(WIDGET).map(({ url }) => WIDGET.exec(url)![1])
  expect(files()).toEqual(expect.arrayContaining(['privolim.js', 'privolim-ui.js']))

  for (const path of ['second.html', '']) {
    const before = files().length
    await page.goto(HOME + path)
    await expect.poll(async () => (await widget.ran()).sort()).toEqual(
      ['klepet', 'merilec', 'oglasi', 'stevec', 'stevec-inline'],
    )
    await settle(page)
    expect(files().slice(before)).toEqual(['privolim.js'])
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'all')
    await expect(widget.question).toBeHidden()
  }
})

test('with the inventory inline everything is decided before the parser goes on', async ({ page, widget, world }) => {
  await page.goto('https://test.example/inline.html')
  expect(await widget.ran()).toEqual(['page'])
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['page', 'gated'])
  await settle(page)

  const before = world.requests().length
  await page.goto('https://test.example/inline.html')
  expect(await widget.ran()).toEqual(['gated', 'page'])
  await settle(page)
  const paths = world.requests().slice(before).map(({ path }) => path)
  expect(paths.filter((path) => path !== '/marker')).toEqual(['/inline.html', '/privolim/privolim.js'])
})

test('a choice written by hand equals a click', async ({ page, context, widget }) => {
  await page.goto(HOME)
  await widget.acceptAll()
  await settle(page)
  const clicked = await widget.granted()
  const revision = /\.r([0-9a-z]+)/.exec(await widget.choice())![1]

  await context.clearCookies()
  const value = `1.n1.f1.a1.m1.e0.t${stampOf(Date.now())}.r${revision}`
  await context.addCookies([{ name: 'privolim', value, url: HOME }])
  await page.goto(HOME)
  await expect.poll(async () => (await widget.ran()).length).toBe(5)
  await settle(page)
  await expect(widget.question).toBeHidden()
  expect(await widget.granted()).toEqual(clicked)
  // What was written stays as it was written, whatever the widget adds to it.
  expect((await widget.choice()).startsWith(value)).toBe(true)
})

test('a refusal written by hand equals a click', async ({ page, context, widget, world }) => {
  await page.goto(HOME)
  await widget.acceptAll()
  await settle(page)
  const revision = /\.r([0-9a-z]+)/.exec(await widget.choice())![1]

  await context.clearCookies()
  const value = `1.n1.f0.a0.m0.e0.t${stampOf(Date.now())}.r${revision}.oglasi~1`
  await context.addCookies([{ name: 'privolim', value, url: HOME }])
  const before = world.requests('*.tretji.example').length
  await page.goto(HOME)
  await settle(page)
  await expect(widget.question).toBeHidden()
  expect(await widget.granted()).toEqual(['oglasi'])
  expect(world.requests('*.tretji.example')).toHaveLength(before)
})

test('who refused sees five pages without a question and without a third party', async ({ page, widget, world }) => {
  await page.goto(HOME)
  await widget.rejectAll()
  await settle(page)
  const choice = await widget.choice()
  for (const path of ['second.html', '', 'second.html', 'no-link.html']) {
    await page.goto(HOME + path)
    await settle(page)
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    await expect(widget.question).toBeHidden()
    expect(await widget.ran()).toEqual([])
  }
  expect(world.hosts()).toEqual(['test.example'])
  expect(await widget.choice()).toBe(choice)
})
