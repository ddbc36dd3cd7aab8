import type { Page } from '@playwright/test'
import { expect, settle, test } from './support/widget.js'

const HOME = 'https://test.example/'
const CATEGORIES = ['necessary', 'functional', 'analytics', 'marketing', 'embeds']
const ALL = ['functional', 'analytics', 'marketing', 'klepet', 'stevec', 'merilec', 'oglasi']

interface Heard {
  readonly granted: string[]
  readonly denied: string[]
  readonly changed: string[]
  readonly method: string
}

/** Writes down the details of every `privolim:change`, from now on. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: unknown[] = []
    Reflect.set(window, 'heard', heard)
    document.addEventListener('privolim:change', (event) => heard.push((event as CustomEvent<unknown>).detail))
  })

const heard = (page: Page) => page.evaluate(() => Reflect.get(window, 'heard') as Heard[])

const state = (page: Page) =>
  page.evaluate(() => {
    const { choice, needsChoice } = window.privolim!
    return { categories: choice?.categories, services: choice?.services, needsChoice }
  })

// A page without gated scripts: nothing has run that a withdrawal would have to reload it for.
test.beforeEach(async ({ page, widget }) => {
  await page.goto(`${HOME}declaration.html`)
  await widget.ready()
})

test('before a choice only what is necessary is granted, and an unknown id never is', async ({ page }) => {
  expect(await state(page)).toEqual({ categories: undefined, services: undefined, needsChoice: true })
  const ids = [...CATEGORIES, 'klepet', 'stevec', 'neznano', '', 'constructor', '__proto__', 'Analytics']
  const granted = () => page.evaluate((all) => all.filter((id) => window.privolim!.granted(id)), ids)
  expect(await granted()).toEqual(['necessary'])
  await page.evaluate(() => window.privolim!.acceptAll())
  expect(await granted()).toEqual(['necessary', 'functional', 'analytics', 'marketing', 'klepet', 'stevec'])
})

test('inventory is the one that was declared, with both forms written out', async ({ page }) => {
  const services = await page.evaluate(() =>
    window.privolim!.inventory.services.map(({ id, category, cookies }) => [id, category, cookies.length]),
  )
  expect(services.slice(1)).toEqual([
    ['klepet', 'functional', 1],
    ['stevec', 'analytics', 2],
    ['merilec', 'analytics', 1],
    ['oglasi', 'marketing', 1],
  ])
  // The bare table is the site's own.
  expect(services[0]!.slice(1)).toEqual(['necessary', 1])
})

test('each answer is a method of its own, and its event tells what changed', async ({ page, widget }) => {
  await listen(page)

  await page.evaluate(() => window.privolim!.acceptAll())
  expect(await state(page)).toMatchObject({
    categories: { necessary: true, functional: true, analytics: true, marketing: true, embeds: false },
    services: {},
    needsChoice: false,
  })
  await expect(widget.question).toBeHidden()
  await page.evaluate(() => window.privolim!.rejectAll())
  expect(await state(page)).toMatchObject({ categories: { necessary: true, analytics: false }, needsChoice: false })
  await page.evaluate(() => window.privolim!.save({ categories: { functional: true }, services: { merilec: true } }))
  expect(await widget.granted()).toEqual(['functional', 'klepet', 'merilec'])
  await page.evaluate(() => window.privolim!.withdraw())
  expect(await widget.granted()).toEqual([])
  await page.evaluate(() => window.privolim!.withdraw())

  const events = await heard(page)
  expect(events.map(({ method }) => method)).toEqual(['accept-all', 'reject-all', 'save', 'withdraw', 'withdraw'])
  const [accepted, rejected, saved, withdrawn, again] = events as [Heard, Heard, Heard, Heard, Heard]
  expect(accepted.granted).toEqual(expect.arrayContaining(['necessary', ...ALL]))
  expect(accepted.denied.filter((id) => id !== 'embeds')).toEqual([])
  expect(accepted.changed.slice().sort()).toEqual(ALL.slice().sort())
  expect(rejected.denied).toEqual(expect.arrayContaining(ALL))
  expect(rejected.changed.slice().sort()).toEqual(ALL.slice().sort())
  expect(saved.changed.slice().sort()).toEqual(['functional', 'klepet', 'merilec'])
  expect(saved.granted).toEqual(expect.arrayContaining(['functional', 'klepet', 'merilec']))
  expect(saved.denied).toEqual(expect.arrayContaining(['analytics', 'stevec', 'marketing', 'oglasi']))
  expect(withdrawn.changed.slice().sort()).toEqual(['functional', 'klepet', 'merilec'])
  expect(again.changed).toEqual([])
})

test('the buttons take the same road', async ({ page, widget }) => {
  await listen(page)
  await widget.acceptAll()
  await widget.openByLink()
  await widget.category('analytics').uncheck()
  await widget.save()
  await widget.openByLink()
  await widget.withdraw()
  await widget.openByLink()
  await widget.rejectAll()
  const methods = (await heard(page)).map(({ method }) => method)
  expect(methods).toEqual(['accept-all', 'save', 'withdraw', 'reject-all'])
})

test('save leaves what it does not name, and warns of an unknown id once', async ({ page, widget, complaints }) => {
  const save = (decision: object) => page.evaluate((one) => window.privolim!.save(one), decision)
  await save({ categories: { analytics: true } })
  expect(await widget.granted()).toEqual(['analytics', 'stevec', 'merilec'])
  await save({ services: { merilec: false } })
  expect(await widget.granted()).toEqual(['analytics', 'stevec'])
  await save({ categories: { functional: true } })
  expect(await widget.granted()).toEqual(['functional', 'analytics', 'klepet', 'stevec'])
  await save({ services: { neznano: true } })
  await save({ services: { neznano: true }, categories: { marketing: true } })
  expect(await widget.granted()).toEqual(['functional', 'analytics', 'marketing', 'klepet', 'stevec', 'oglasi'])
  await save({ categories: { necessary: false, embeds: true } })
  expect(await page.evaluate(() => window.privolim!.granted('necessary'))).toBe(true)
  expect(await page.evaluate(() => window.privolim!.granted('embeds'))).toBe(false)
  expect(await widget.choice()).toMatch(/^1\.n1\.f1\.a1\.m1\.e0\./)
  expect(await widget.choice()).not.toContain('neznano')
  await expect.poll(() => complaints.warnings).toHaveLength(1)
  expect(complaints.warnings[0]).toContain('neznano')
})

test('LAB-8b subscribers hear changes until they end it, and one that throws harms none', async ({
  page,
  complaints,
}) => {
  const told = await page.evaluate(() => {
    const consent = window.privolim!
    const lines: string[] = []
    const end = consent.subscribe(({ granted, needsChoice }) => {
      lines.push(`one: ${granted.includes('stevec')}, ${needsChoice}`)
    })
    consent.subscribe(() => {
      throw new Error('napaka poslušalca')
    })
    consent.subscribe(({ choice, denied }) => {
      lines.push(`two: ${denied.includes('stevec')}, ${choice?.categories.analytics}`)
    })
    consent.acceptAll()
    end()
    end()
    consent.rejectAll()
    return lines
  })
  expect(told).toEqual(['one: true, false', 'two: false, true', 'two: true, false'])
  await expect.poll(() => complaints.errors).toHaveLength(2)
  expect(complaints.uncaught).toEqual([])
})

test('choice tells what was decided and when', async ({ page, widget }) => {
  await page.evaluate(() => window.privolim!.save({ categories: { analytics: true }, services: { stevec: false } }))
  const choice = await page.evaluate(() => window.privolim!.choice!)
  const { necessary, functional, analytics, marketing, embeds } = choice.categories
  expect([necessary, functional, analytics, marketing, embeds]).toEqual([true, false, true, false, false])
  expect(choice.services).toEqual({ stevec: false })
  expect(Math.abs(choice.time - Date.now() / 1000)).toBeLessThan(60)
  expect(await widget.choice()).toContain(`.r${choice.revision}`)
  await expect(widget.host).toHaveAttribute('data-privolim-choice', 'partial')
})

test('what calls refer to needs no `this`', async ({ page, widget }) => {
  await page.evaluate(() => {
    const { acceptAll, granted } = window.privolim!
    acceptAll()
    if (!granted('analytics')) throw new Error('denied')
  })
  expect(await widget.granted()).toEqual(ALL)
})

test('answers that come from the page close the question and the preferences', async ({ page, widget }) => {
  await expect(widget.question).toBeVisible()
  await widget.customize()
  await page.evaluate(() => window.privolim!.rejectAll())
  await expect(widget.preferences).toBeHidden()
  await expect(widget.question).toBeHidden()
  await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
})

test.describe('calls made before the inventory is there', () => {
  test.beforeEach(({ world }) => {
    world.serve(`${HOME}piskotki.json`, async (_request, next) => ({ ...(await next()), delay: 400 }))
  })

  const CALLS: Record<string, string[]> = {
    acceptAll: ALL,
    rejectAll: [],
    save: ['analytics', 'stevec', 'merilec'],
  }
  for (const [call, granted] of Object.entries(CALLS)) {
    test(`${call} takes effect after it`, async ({ page, widget }) => {
      await page.goto(`${HOME}early.html?call=${call}`)
      expect(await page.evaluate(() => Reflect.get(window, 'early') as unknown)).toEqual([false, true, false])
      await widget.ready()
      await expect.poll(() => widget.choice()).not.toBe('')
      expect(await widget.granted()).toEqual(granted)
      const told = await page.evaluate(() => [Reflect.get(window, 'heard'), Reflect.get(window, 'events')] as unknown[])
      expect(told).toEqual([[granted.includes('analytics')], ['ready', 'change']])
      await settle(page)
      await expect(widget.question).toBeHidden()
    })
  }

  test('openPreferences opens them then', async ({ page, widget }) => {
    await page.goto(`${HOME}early.html?call=openPreferences`)
    await expect(widget.preferences).toBeVisible()
  })

  test('privolim:ready is said once, after the gates are attached', async ({ page, widget }) => {
    await page.goto(`${HOME}early.html`)
    await widget.ready()
    expect(await page.evaluate(() => Reflect.get(window, 'events') as unknown)).toEqual(['ready'])
  })
})

test.describe('of several tags on a page', () => {
  test('the first wins, and the second says so', async ({ page, widget, world, complaints }) => {
    await page.goto(`${HOME}twice.html`)
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(await page.evaluate(() => Reflect.get(window, 'first') === window.privolim)).toBe(true)
    await expect(page.locator('[id="privolim"]')).toHaveCount(1)
    expect(world.requests(`${HOME}ni-ga.json`)).toEqual([])
    expect(complaints.warnings).toHaveLength(1)
    expect(complaints.errors).toEqual([])
    await widget.acceptAll()
    expect(await widget.granted()).toEqual(ALL)
  })

  test('all but the first log one warning together', async ({ page, complaints }) => {
    await page.goto(`${HOME}twice.html`)
    await page.evaluate(async () => {
      for (let number = 0; number < 3; number++) {
        const script = document.createElement('script')
        script.src = '/privolim/privolim.js'
        const loaded = new Promise((done) => script.addEventListener('load', done))
        document.head.append(script)
        await loaded
      }
    })
    await settle(page)
    expect(complaints.warnings).toHaveLength(1)
  })
})

test('P35 in a frame of the same origin nothing is shown, but gates follow the choice', async ({
  page,
  widget,
  world,
}) => {
  await page.goto(`${HOME}frame.html`)
  await expect(widget.question).toBeVisible()
  const frame = page.frames().find((one) => one.url().endsWith('/framed.html'))!
  await frame.evaluate(() => window.privolim!.ready)
  await settle(page)
  await expect(page.frameLocator('iframe').locator('#privolim')).toHaveAttribute('data-privolim-view', 'closed')
  await expect(page.frameLocator('iframe').getByRole('button')).toHaveCount(0)
  expect(world.hosts()).toEqual(['test.example'])

  await widget.acceptAll()
  await settle(page)
  await page.goto(`${HOME}frame.html`)
  await expect.poll(() => world.requests('https://stevec.tretji.example/framed.js')).not.toEqual([])
  await expect(page.frameLocator('iframe').getByRole('button')).toHaveCount(0)
})
