import { readFileSync } from 'node:fs'
import { expect, settle, test } from './support/widget.js'
import type { World } from './support/world.js'

const HOME = 'https://test.example/'

const inventory = JSON.parse(readFileSync(new URL('pages/piskotki.json', import.meta.url), 'utf8')) as object

const offer = (world: World, more: object) =>
  world.serve(`${HOME}piskotki.json`, {
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({ ...inventory, ...more }),
  })

const languageFiles = (world: World) =>
  world.requests(HOME).flatMap(({ path }) => /privolim-(it|hu|en|de|hr)\.js$/.exec(path)?.[1] ?? [])

test.describe('the language of the question', () => {
  test('is the first that the site offers, where its page speaks none of them', async ({ page, widget, world }) => {
    offer(world, { languages: ['it', 'hu'] })
    await page.goto(HOME)
    await expect(widget.action('accept-all')).toHaveText('Accetta tutti')
    await expect(widget.action('reject-all')).toHaveText('Rifiuta tutti')
    await expect(widget.host).toHaveAttribute('lang', 'it')
    await settle(page)
    expect([...new Set(languageFiles(world))]).toEqual(['it'])
    await widget.acceptAll()
    expect(await widget.choice()).toContain('.waccept-all_it')
  })

  test('is the visitor’s to change, and the focus stays where it was', async ({ page, widget, world }) => {
    offer(world, { languages: ['sl', 'it'] })
    await page.goto(HOME)
    await expect(widget.action('reject-all')).toHaveText('Zavrni vse')
    expect(languageFiles(world)).toEqual([])
    await widget.host.getByRole('button', { name: 'italiano' }).click()
    await expect(widget.action('reject-all')).toHaveText('Rifiuta tutti')
    await expect(widget.host.getByRole('button', { name: 'italiano' })).toBeFocused()
    await widget.rejectAll()
    expect(await widget.choice()).toContain('.wreject-all_it')
  })

  test('is Slovenian where another cannot be fetched, which is said once', async ({ page, widget, world, complaints }) => {
    offer(world, { languages: ['it'] })
    world.serve(`${HOME}privolim/privolim-it.js`, { status: 404, body: '' })
    await page.goto(HOME)
    await expect(widget.action('accept-all')).toHaveText('Sprejmi vse')
    await settle(page)
    expect(complaints.errors).toHaveLength(1)
    expect(complaints.uncaught).toEqual([])
    await widget.acceptAll()
    expect(await widget.choice()).toContain('.waccept-all_sl')
  })

  test('takes the site’s own words, in its own languages', async ({ page, widget, world }) => {
    const texts = {
      'banner.acceptAll': { sl: 'Dovoli vse', it: 'Consenti tutti' },
      'banner.rejectAll': { sl: 'Zavrni vse', it: 'Rifiuta tutti' },
      'banner.title': 'Piškotki <b>občine</b>',
    }
    offer(world, { languages: ['sl', 'it'], texts })
    await page.goto(HOME)
    await expect(widget.action('accept-all')).toHaveText('Dovoli vse')
    await expect(widget.question.getByRole('heading')).toHaveText('Piškotki <b>občine</b>')
    await widget.host.getByRole('button', { name: 'italiano' }).click()
    await expect(widget.action('accept-all')).toHaveText('Consenti tutti')
    await expect(widget.host.getByRole('heading', { level: 2 }).first()).toHaveText(/^Cookie/)
  })
})

test('what is saved in the preferences was asked in the language that they stand in', async ({ page, widget, world }) => {
  offer(world, { languages: ['sl', 'it'] })
  await page.goto(HOME)
  await widget.customize()
  await widget.preferences.getByRole('button', { name: 'italiano' }).click()
  await expect(widget.action('accept-all')).toHaveText('Accetta tutti')
  await expect(widget.preferences.getByRole('button', { name: 'italiano' })).toBeFocused()
  await widget.category('analytics').check()
  await widget.save()
  expect(await widget.choice()).toContain('.wsave_it')
})

test('the question goes on in the language chosen in the preferences, its button focused', async ({ page, widget, world }) => {
  offer(world, { languages: ['sl', 'it'] })
  await page.goto(HOME)
  await widget.customize()
  await widget.preferences.getByRole('button', { name: 'italiano' }).click()
  await expect(widget.action('reject-all')).toHaveText('Rifiuta tutti')
  await expect(widget.preferences.getByRole('button', { name: 'italiano' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(widget.action('reject-all')).toHaveText('Rifiuta tutti')
  await expect(widget.host).toHaveAttribute('lang', 'it')
  await expect(widget.action('preferences')).toBeFocused()
  await widget.customize()
  await expect(widget.preferences.locator('[part="language"][aria-current]')).toHaveText('italiano')
  await page.keyboard.press('Escape')
  await widget.rejectAll()
  expect(await widget.choice()).toContain('.wreject-all_it')
})

test.describe('the receipt', () => {
  test('is none before a choice, and the same on every page after it', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.ready()
    const receipt = () => page.evaluate(() => window.privolim!.receipt())
    expect(await receipt()).toBeUndefined()
    await widget.acceptAll()
    const first = await receipt()
    expect(first).toMatchObject({ way: 'accept-all_sl', denied: [] })
    expect(first!.granted).toContain('stevec')
    await settle(page)
    await page.goto(`${HOME}second.html`)
    await widget.ready()
    expect(await receipt()).toMatchObject({ id: first!.id, time: first!.time, granted: first!.granted })
    await widget.openByLink()
    await widget.withdraw()
    // The page is loaded anew, since something ran on it.
    await settle(page)
    const last = await receipt()
    expect(last).toMatchObject({ way: 'withdraw_sl' })
    expect(last!.id).not.toBe(first!.id)
  })
})
