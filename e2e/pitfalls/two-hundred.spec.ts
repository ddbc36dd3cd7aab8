import type { Page } from '@playwright/test'
import { expect, settle, test } from '../support/widget.js'
import { external, openPage } from './openPage.js'

const MARKS = ['klepet', 'stevec', 'oglasi'] as const

/** 200 scripts of three services, dealt out in turn; every tenth is inline. */
const scripts = Array.from({ length: 200 }, (_, index) => {
  const mark = MARKS[index % 3]!
  const name = `${mark}-${index}`
  return index % 10 === 9
    ? `<script type="text/plain" data-privolim="${mark}">(window.ran ||= []).push('${name}')</script>`
    : external(`${name}.js`, mark)
})

const names = Array.from({ length: 200 }, (_, index) => `${MARKS[index % 3]}-${index}`)
const ofMark = (list: readonly string[], mark: string) => list.filter((name) => name.startsWith(mark))

const save = (page: Page, analytics: boolean) =>
  page.evaluate((value) => window.privolim!.save({ categories: { analytics: value } }), analytics)

test('200 scripts in three services run once each, in the order of their service', async ({ page, world, widget }) => {
  await openPage(page, world, scripts.join(''))
  await widget.acceptAll()
  await expect.poll(async () => (await widget.ran()).length, { timeout: 20_000 }).toBe(200)
  await settle(page)
  const ran = await widget.ran()
  for (const mark of MARKS) expect(ofMark(ran, mark)).toEqual(ofMark(names, mark))
  // Each was asked for once as well, whatever was fetched ahead.
  const asked = world.requests('stevec.tretji.example').map(({ path }) => path)
  expect(asked).toHaveLength(180)
  expect(new Set(asked).size).toBe(180)
})

test('they run once each also after on, off and on again', async ({ page, world, widget }) => {
  // What was typed keeps the page from being loaded anew.
  await openPage(page, world, `<label>Ime <input id="ime"></label>${scripts.join('')}`)
  await page.locator('#ime').fill('Ana')
  await widget.acceptAll()
  await expect.poll(async () => (await widget.ran()).length, { timeout: 20_000 }).toBe(200)
  await save(page, false)
  await settle(page)
  await save(page, true)
  await settle(page)
  const ran = await widget.ran()
  for (const mark of MARKS) expect(ofMark(ran, mark)).toEqual(ofMark(names, mark))
})

test('off while they are coming holds what has not run, and on goes on where it stopped', async ({
  page,
  world,
  widget,
}) => {
  // As if something had been typed.
  await openPage(page, world, `<label>Ime <input id="ime"></label>${scripts.join('')}`)
  await page.locator('#ime').fill('Ana')
  await page.evaluate(() => {
    const push = Array.prototype.push
    const ran: string[] = []
    ran.push = (...what) => {
      const length = push.apply(ran, what)
      if (what[0] === 'stevec-100') window.privolim!.save({ categories: { analytics: false } })
      return length
    }
    window.ran = ran
  })
  await widget.acceptAll()
  await expect.poll(async () => ofMark(await widget.ran(), 'oglasi').length, { timeout: 20_000 }).toBe(66)
  await settle(page)
  expect(ofMark(await widget.ran(), 'stevec').at(-1)).toBe('stevec-100')
  await save(page, true)
  await expect.poll(async () => (await widget.ran()).length, { timeout: 20_000 }).toBe(200)
  expect(ofMark(await widget.ran(), 'stevec')).toEqual(ofMark(names, 'stevec'))
})

test('the click closes the question and is painted before the first of them runs', async ({ page, world, widget }) => {
  await openPage(page, world, scripts.join(''), {
    before: `<script>
      addEventListener('click', () => {
        const state = () => document.querySelector('#privolim').dataset.privolimView + ' ' + document.querySelectorAll('script[type="text/plain"]').length
        const seen = (window.seen = [])
        // Listeners of the window are the last of the click.
        seen.push('click ' + state() + ' ' + (window.ran || []).length)
        requestAnimationFrame(() => seen.push('frame ' + state() + ' ' + (window.ran || []).length))
      })
    </script>`,
  })
  await widget.acceptAll()
  await expect.poll(async () => (await widget.ran()).length, { timeout: 20_000 }).toBe(200)
  expect(await page.evaluate(() => Reflect.get(window, 'seen') as string[])).toEqual([
    'click closed 200 0',
    'frame closed 200 0',
  ])
})
