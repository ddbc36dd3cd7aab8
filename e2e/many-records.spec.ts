import type { Page } from '@playwright/test'
import { expect, test, type Widget } from './support/widget.js'
import type { World } from './support/world.js'

const HOME = 'https://test.example/'

test.use({
  launchOptions: [
    async ({ launchOptions, browserName }, use) => {
      // As with a screen reader: else Chromium leaves out of its accessibility tree what is not laid out yet.
      const args = browserName === 'chromium' ? ['--force-renderer-accessibility'] : []
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] })
    },
    { scope: 'worker' },
  ],
})

/** Of a site that declares so many records in each of its three services. */
const serveInventory = (world: World, records: number) => {
  const services = ['functional', 'analytics', 'marketing'].map((category) => ({
    id: `${category}-one`,
    name: category,
    category,
    provider: { name: 'Ponudnik d.o.o.', country: 'SI' },
    cookies: Array.from({ length: records }, (_, index) => ({
      name: `_${category}_${index}`,
      purpose: 'Šteje obiske in loči obiskovalce med seboj.',
      duration: 'P13M',
    })),
  }))
  const body = JSON.stringify({ controller: { name: 'Društvo za preskuse' }, services })
  world.serve(`${HOME}piskotki.json`, { type: 'application/json; charset=utf-8', body })
}

const open = async (page: Page, widget: Widget, world: World, records: number) => {
  serveInventory(world, records)
  await page.goto(HOME)
  await widget.customize()
}

const nodesOf = ({ preferences }: Widget) =>
  preferences.evaluate((dialog) => {
    const walker = document.createTreeWalker(dialog)
    let count = 0
    while (walker.nextNode()) count++
    return count
  })

const analytics = ({ preferences }: Widget) =>
  preferences.locator('section:has(input[data-privolim-category="analytics"])')

const unfold = async (widget: Widget) => {
  const section = analytics(widget)
  await section.locator('summary').click()
  const table = section.getByRole('table')
  await expect(table).toBeVisible()
  return table
}

test('the preferences are as large with a thousand records as with ten, until a table is opened', async ({
  page,
  widget,
  world,
}) => {
  await open(page, widget, world, 10)
  const few = await nodesOf(widget)
  await open(page, widget, world, 1000)
  expect(await nodesOf(widget)).toBe(few)
  await expect(widget.preferences.locator('summary')).toHaveText(
    [/\(1\u00a0piškotek\)/, ...Array.from({ length: 3 }, () => /\(1000\u00a0piškotkov\)/)],
  )
  await expect(widget.preferences.locator('table')).toHaveCount(0)

  await unfold(widget)
  // One table, and no other for being beside it.
  await expect(widget.preferences.locator('table')).toHaveCount(1)
  const names = await analytics(widget).locator('tbody th').allTextContents()
  expect(names).toEqual(Array.from({ length: 1000 }, (_, index) => `_analytics_${index}`))
  // Opened again it is the same, not a second one.
  await analytics(widget).locator('summary').click()
  await analytics(widget).locator('summary').click()
  await expect(analytics(widget).locator('tbody tr')).toHaveCount(1000)
})

test('a long table is a table to whoever cannot see it, to the last row', async ({ page, widget, world, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium tells its accessibility tree')
  const session = await page.context().newCDPSession(page)
  await open(page, widget, world, 1000)
  await unfold(widget)
  const rolesNow = async () => {
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => String(role?.value))
    return ['table', 'caption', 'columnheader', 'row', 'rowheader', 'cell'].map((role) => [
      role,
      roles.filter((one) => one === role).length,
    ])
  }
  await expect.poll(rolesNow).toEqual([
    ['table', 1],
    ['caption', 1],
    ['columnheader', 5],
    ['row', 1001],
    ['rowheader', 1000],
    ['cell', 4000],
  ])
})

for (const records of [3, 1000]) {
  test(`the columns of ${records} records stand beneath their heads, and nothing is cut off`, async ({
    page,
    widget,
    world,
  }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await open(page, widget, world, records)
    const table = await unfold(widget)
    await table.locator('tr').last().scrollIntoViewIfNeeded()
    const edges = await table.evaluate((element) => {
      const rows = [...element.querySelectorAll('tr')]
      const lefts = (row: Element) => [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left))
      return [rows[0]!, rows[1]!, rows.at(-1)!].map(lefts)
    })
    expect(edges[1]).toEqual(edges[0])
    expect(edges[2]).toEqual(edges[0])
    const overflow = await table.evaluate((element) => {
      const body = element.closest('[part="body"]')!
      const cells = [...element.querySelectorAll('tr:last-child > *')]
      return [body, ...cells].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    })
    expect(Math.max(...overflow)).toBeLessThanOrEqual(0)
  })
}

test('on a phone each record of a long table is a list', async ({ page, widget, world }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, widget, world, 1000)
  const table = await unfold(widget)
  const last = table.locator('tr').last()
  await last.scrollIntoViewIfNeeded()
  const lefts = await last.locator('> *').evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left))
  expect(new Set(lefts).size).toBe(1)
})
