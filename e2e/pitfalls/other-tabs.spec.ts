import type { Page } from '@playwright/test'
import { expect, settle, test } from '../support/widget.js'
import { HOST, PAGE, LISTEN, FRAME, BODY, placeholder, lookAtChanged, heard, openTab } from './choices.js'
import { inline, INVENTORY, inventoryOf, openPage } from './openPage.js'

test.beforeEach(({ world }) => world.serve('video.example', '<!doctype html><title>x</title><p>VSEBINA</p>'))

test.describe('other tabs', () => {
  test('P24 LAB-4 accepting in one closes the question of the other, and releases there', async ({
    page,
    context,
    world,
    widget,
    complaints,
  }) => {
    const open = (one: Page) => openPage(one, world, BODY, { before: LISTEN })
    await open(page)
    await expect(widget.question).toBeVisible()
    const other = await openTab(context, open)
    await expect(other.widget.question).toBeVisible()
    await other.widget.acceptAll()

    await expect(widget.question).toBeHidden()
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'all')
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    await expect(page.frameLocator('iframe').getByText('VSEBINA')).toBeAttached()
    const changed = ['functional', 'analytics', 'marketing', 'embeds', 'klepet', 'stevec', 'oglasi', 'video']
    expect(await heard(page)).toEqual([{ method: 'other-tab', changed }])
    expect(await heard(other.tab)).toEqual([{ method: 'accept-all', changed }])
    expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
  })

  test('accepting in one that is older than the inventory grants nothing in the other', async ({ page, context, world, widget }) => {
    const older = { ...INVENTORY, services: INVENTORY.services.filter(({ id }) => id !== 'stevec') }
    const old = await openTab(context, (one) => openPage(one, world, BODY, { before: LISTEN, inventory: older }))
    await expect(old.widget.question).toBeVisible()
    await openPage(page, world, BODY, { before: LISTEN })
    await expect(widget.question).toBeVisible()
    await old.widget.acceptAll()

    // Tabs hear of an answer at once, and again after a second.
    await page.waitForTimeout(1500)
    await expect(widget.question).toBeVisible()
    expect([await widget.granted(), await widget.ran(), await heard(page)]).toEqual([[], [], []])
    await page.reload()
    await expect(widget.question).toContainText('Novo: stevec (Slovenija)')
    expect(await widget.granted()).toEqual(['functional', 'marketing', 'embeds', 'klepet', 'oglasi', 'video'])
  })

  test('P24 LAB-4 a withdrawal in one holds again in the other, and tells the vendors there', async ({
    page,
    context,
    world,
    widget,
  }) => {
    const inventory = {
      ...INVENTORY,
      services: [...INVENTORY.services, { use: 'google-analytics', account: 'G-ABC123' }],
    }
    const body = `${BODY}<p><input aria-label="Vnos"></p>`
    const open = (one: Page) => openPage(one, world, body, { inventory })
    await open(page)
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    await expect(page.frameLocator('iframe').getByText('VSEBINA')).toBeAttached()
    // What is typed keeps the page from being loaded anew, so that it can be asked what it was told.
    await page.getByLabel('Vnos').fill('napol napisano')
    const other = await openTab(context, open)
    await other.widget.openByLink()
    await other.widget.withdraw()

    await expect(placeholder(page)).toBeVisible()
    await expect(page.locator('iframe')).not.toHaveAttribute('src')
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
    const said = () =>
      page.evaluate(() =>
        (Reflect.get(window, 'dataLayer') as ArrayLike<unknown>[])
          .filter((command) => command[0] === 'consent')
          .map((command) => (command[2] as Record<string, string>).analytics_storage),
      )
    expect((await said()).at(-1)).toBe('denied')
    await expect(widget.action('reload')).toBeVisible()
    expect(await page.getByLabel('Vnos').inputValue()).toBe('napol napisano')
  })

  test('P24 a withdrawal in one loads the other anew, once, where something ran', async ({
    page,
    context,
    world,
    widget,
  }) => {
    const open = (one: Page) => openPage(one, world, BODY)
    await open(page)
    await widget.acceptAll()
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    const other = await openTab(context, open)
    await expect.poll(() => other.widget.ran()).toEqual(['a', 'b'])
    const before = world.requests(PAGE).length
    await other.tab.evaluate(() => window.privolim!.withdraw())
    await expect.poll(() => world.requests(PAGE).length).toBe(before + 2)
    await settle(page)
    await settle(other.tab)
    expect(await widget.ran()).toEqual([])
    expect(await other.widget.ran()).toEqual([])
    expect(world.requests(PAGE)).toHaveLength(before + 2)
  })

  test('P24 a later click builds on what another tab decided, also where nothing was heard of it', async ({
    page,
    context,
    world,
    widget,
  }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
    const open = (one: Page) => openPage(one, world, BODY)
    await open(page)
    await expect(placeholder(page)).toBeVisible()
    const other = await openTab(context, open)
    await other.tab.evaluate(() => window.privolim!.save({ services: { stevec: true } }))
    await expect.poll(() => other.widget.choice()).toContain('.stevec~1')
    expect(await widget.granted()).toEqual([])

    await placeholder(page).locator('[data-privolim-action="load-always"]').click()
    await expect.poll(() => widget.choice()).toContain('.video~1')
    expect(await widget.granted()).toEqual(['stevec', 'video'])
    await expect.poll(() => widget.ran()).toEqual(['a', 'b'])
    await expect.poll(() => other.widget.granted()).toEqual(['stevec'])
    // What has to be known later is written last.
    await settle(page)
    await lookAtChanged(other.tab, await widget.choice())
    expect(await other.widget.granted()).toEqual(['stevec', 'video'])
  })

  test('P24 the preferences begin with what another tab decided, and keep it', async ({
    page,
    context,
    world,
    widget,
  }) => {
    const open = (one: Page) => openPage(one, world, BODY)
    await open(page)
    await widget.customize()
    const other = await openTab(context, open)
    await other.tab.evaluate(() => window.privolim!.save({ categories: { functional: true } }))
    // They were about a state that is no more.
    await expect(widget.preferences).toBeHidden()
    await widget.openByLink()
    await expect(widget.category('functional')).toBeChecked()
    await widget.category('analytics').check()
    await widget.save()
    await expect.poll(() => other.widget.granted()).toEqual(['functional', 'analytics', 'klepet', 'stevec'])
  })

  test('P24 a question that is still on its way is not shown once the answer is there', async ({
    page,
    world,
    widget,
  }) => {
    await openPage(page, world, BODY, { inventory: inventoryOf({ stevec: 'analytics', video: 'embeds' }) })
    await widget.acceptAll()
    await settle(page)
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    world.serve(`${HOST}/privolim/privolim-ui.js`, (_request, next) => held.then(next))
    await openPage(page, world, BODY)
    await widget.ready()
    await expect.poll(() => world.requests(/-ui\.js$/).length).toBe(2)
    await page.evaluate(() => window.privolim!.acceptAll())
    letGo()
    await settle(page)
    await expect(widget.question).toBeHidden()
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
  })
})

test.describe('a frame of the same origin', () => {
  const inventory = {
    ...INVENTORY,
    services: INVENTORY.services.map((one) => ({
      ...one,
      // What only the visitor can remove is named to the visitor.
      cookies: [{ name: '_tretji', party: 'third', purpose: 'preskus', duration: '1 dan' }],
    })),
  }

  test('P24 follows at once, and shows nothing of its own', async ({ page, world, widget }) => {
    world.serve(
      `${HOST}/okvir`,
      `<!doctype html><html lang="sl"><title>Okvir</title>
<script type="application/json" id="privolim-inventory">${JSON.stringify(inventory)}</script>
<script src="/privolim/privolim.js"></script><body>${inline('framed')}${FRAME}`,
    )
    await openPage(page, world, '<iframe id="own" title="Okvir" src="/okvir" width="700" height="400"></iframe>', {
      inventory,
    })
    const inside = page.frameLocator('#own')
    const frame = () => page.frames().find((one) => one.url().endsWith('/okvir'))!
    const ran = () => frame().evaluate(() => window.ran ?? [])
    await expect(widget.question).toBeVisible()
    await expect(inside.locator('[data-privolim-placeholder]')).toBeVisible()
    await widget.acceptAll()
    await expect.poll(ran).toEqual(['framed'])
    await expect(inside.locator('[data-privolim-placeholder]')).toHaveCount(0)

    await page.evaluate(() => window.privolim!.withdraw())
    await expect(inside.locator('[data-privolim-placeholder]')).toBeVisible()
    await expect(widget.host.locator('[part="notice"]')).toContainText('_tretji')
    await settle(page)
    await expect.poll(ran).toEqual([])
    await expect(inside.locator('#privolim')).toHaveAttribute('data-privolim-choice', 'none')
    await expect(inside.locator('#privolim')).toHaveAttribute('data-privolim-view', 'closed')
    await expect(inside.locator('#privolim').locator('*')).toHaveCount(0)
    await expect(inside.locator('privolim-reopen')).toHaveCount(0)
  })

  test('opens the preferences of the page by its own link', async ({ page, world, widget }) => {
    world.serve(
      `${HOST}/okvir`,
      `<!doctype html><html lang="sl"><title>Okvir</title>
<script type="application/json" id="privolim-inventory">${JSON.stringify(INVENTORY)}</script>
<script src="/privolim/privolim.js"></script><body><a href="#privolim">Piškotki</a>`,
    )
    await openPage(page, world, '<iframe id="own" title="Okvir" src="/okvir"></iframe>')
    await expect(widget.question).toBeVisible()
    await page.frameLocator('#own').getByRole('link').click()
    await expect(widget.preferences).toBeVisible()
    await expect(page.frameLocator('#own').getByRole('dialog')).toHaveCount(0)
  })
})
