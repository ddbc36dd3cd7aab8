import type { Page } from '@playwright/test'
import { HOME, serveInventory, servePage } from './support/asking.js'
import { expect, settle, test } from './support/widget.js'

/** A site that needs no consent. */
const NOTHING = { services: [], languages: ['sl'] }

const PLACE = '<div data-privolim-notice></div>'

const notice = (page: Page) => page.getByRole('region', { name: 'Obvestilo o piškotkih' })

const isQuiet = async (page: Page) => {
  await settle(page)
  await expect(notice(page)).toHaveCount(0)
  await expect(page.locator('privolim-notice, privolim-reopen')).toHaveCount(0)
}

test('a site that needs no consent says nothing and stores nothing by itself', async ({ page, context, world }) => {
  serveInventory(world, NOTHING)
  servePage(world)
  await page.goto(HOME)
  await isQuiet(page)
  expect(await page.evaluate(() => [window.privolim!.needsChoice, localStorage.length, sessionStorage.length])).toEqual([
    false, 0, 0,
  ])
  expect(await context.cookies()).toEqual([])
})

for (const [name, page_] of Object.entries({
  'an element of the page': { body: `${PLACE}<p>Stran.</p>` },
  'the attribute on the tag': { tag: ' data-privolim-notice' },
})) {
  test(`the owner asks for the sentence by ${name}; closed, it does not come back`, async ({ page, context, world }) => {
    serveInventory(world, NOTHING)
    servePage(world, page_)
    await page.goto(HOME)
    await expect(notice(page)).toContainText('samo nujno potrebne piškotke')
    expect(await context.cookies()).toEqual([])

    await page.getByRole('link', { name: 'Seznam piškotkov' }).click()
    await expect(page.locator('#privolim').getByRole('dialog')).toContainText('Društvo za preskuse')
    await page.keyboard.press('Escape')
    await expect(notice(page)).toBeVisible()

    await page.getByRole('button', { name: 'Zapri obvestilo' }).click()
    await isQuiet(page)
    expect((await context.cookies()).map(({ name: cookie }) => cookie)).toEqual(['privolim'])
    await page.goto(HOME)
    await isQuiet(page)
    // What is kept is declared.
    await page.evaluate(() => window.privolim!.openPreferences())
    const preferences = page.locator('#privolim').getByRole('dialog')
    await preferences.locator('summary').click()
    await expect(preferences.getByRole('rowheader', { name: 'privolim' })).toBeVisible()
  })
}

test('a site that asks never shows it', async ({ page, widget, world }) => {
  serveInventory(world)
  servePage(world, { body: PLACE })
  await page.goto(HOME)
  await expect(widget.question).toBeVisible()
  await settle(page)
  await expect(page.locator('privolim-notice')).toHaveCount(0)
})

test('closed in one tab, it goes in the other', async ({ page, context, world }) => {
  serveInventory(world, NOTHING)
  servePage(world, { body: PLACE })
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await tab.goto(HOME)
    await expect(notice(tab)).toBeVisible()
  }
  await page.bringToFront()
  await page.getByRole('button', { name: 'Zapri obvestilo' }).click()
  await expect(notice(other)).toHaveCount(0)
})
