import type { BrowserContext, Page } from '@playwright/test'
import { HOME, SERVICES, serveInventory, servePage } from './support/asking.js'
import { expect, settle, stampOf, test, type Widget, widgetOn } from './support/widget.js'

const [KLEPET, STEVEC, OGLASI, VIDEO] = SERVICES

/** What was there when the visitor answered. */
const BEFORE = [KLEPET, STEVEC, OGLASI]

const MERILNIK = {
  id: 'merilnik',
  name: { sl: 'Merilnik', en: 'Gauge' },
  category: 'analytics',
  purpose: 'merjenje hitrosti',
  provider: { name: 'Merilnik Inc.', country: 'JP' },
  cookies: [{ name: '_merilnik', purpose: 'Meri.', duration: '1 leto' }],
}

/** Functional and analytics were allowed, marketing was refused. */
const answerBefore = async (page: Page, widget: Widget) => {
  await page.goto(HOME)
  await widget.customize()
  await widget.category('functional').check()
  await widget.category('analytics').check()
  await widget.save()
  // What there was to know is written down once the answer has been seen to.
  await expect.poll(() => widget.choice()).toMatch(/\.[ks]\w/)
  await settle(page)
  expect(await widget.granted()).toEqual(['functional', 'analytics', 'klepet', 'stevec'])
}

const textOf = async ({ host }: Widget) => (await host.getByRole('region').textContent())!.replaceAll('\u00a0', ' ')

const flagsOf = async (widget: Widget) => (await widget.choice()).slice(0, '1.n1.f0.a0.m0.e0'.length)

const isNotAsked = async (page: Page, widget: Widget) => {
  await page.goto(HOME)
  await settle(page)
  await expect(widget.question).toBeHidden()
  expect(await page.evaluate(() => window.privolim!.needsChoice)).toBe(false)
}

test.beforeEach(async ({ page, widget, world }) => {
  servePage(world)
  serveInventory(world, { services: BEFORE })
  await answerBefore(page, widget)
})

test.describe('a new service in a category that was allowed', () => {
  test.beforeEach(async ({ page, widget, world }) => {
    serveInventory(world, { services: [...BEFORE, MERILNIK] })
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
  })

  test('closes that category, names the service, and asks about nothing else', async ({ page, widget }) => {
    const stored = await widget.choice()
    for (const time of ['at first', 'again, on the next page']) {
      const text = await textOf(widget)
      expect(text, time).toContain('Novo: Merilnik (Japonska).')
      expect(text, time).toContain('Vaše druge izbire ostanejo nespremenjene.')
      expect(text, time).toContain('piškotke za merjenje obiska.')
      // Those of the category that is asked about; those of the others are not.
      expect(text, time).toContain('Podatke prejmeta 2 zunanja ponudnika.')
      expect(text, time).toContain('prostora (Japonska).')
      expect(await widget.granted(), time).toEqual(['functional', 'klepet'])
      expect(await widget.choice(), time).toBe(stored)
      await page.goto(HOME)
      await expect(widget.question).toBeVisible()
    }
  })

  test('accepting answers for that category alone: what was refused stays refused', async ({ page, widget }) => {
    await widget.acceptAll()
    const granted = ['functional', 'analytics', 'klepet', 'stevec', 'merilnik']
    expect(await widget.granted()).toEqual(granted)
    expect(await flagsOf(widget)).toBe('1.n1.f1.a1.m0.e0')
    await settle(page)
    await isNotAsked(page, widget)
    expect(await widget.granted()).toEqual(granted)
  })

  test('rejecting answers for that category alone: what was allowed stays allowed', async ({ page, widget }) => {
    await widget.rejectAll()
    expect(await widget.granted()).toEqual(['functional', 'klepet'])
    expect(await flagsOf(widget)).toBe('1.n1.f1.a0.m0.e0')
    await settle(page)
    await isNotAsked(page, widget)
    expect(await widget.granted()).toEqual(['functional', 'klepet'])
  })

  test('is named in the language of the visitor, with its country', async ({ page, widget, world }) => {
    servePage(world, { tag: 'data-lang="en"' })
    await page.goto(HOME)
    await expect.poll(() => textOf(widget)).toContain('New: Gauge (Japan).')
    expect(await textOf(widget)).toContain('Your other choices remain unchanged.')
    expect(await textOf(widget)).toContain('measuring visits')
  })

  test('the preferences show what holds, and save no more than is on', async ({ page, widget }) => {
    await widget.customize()
    await expect(widget.category('functional')).toBeChecked()
    for (const box of [widget.category('analytics'), widget.service('stevec'), widget.service('merilnik')])
      await expect(box).not.toBeChecked()
    await page.keyboard.press('Escape')
    // Looking is no answer.
    await expect(widget.question).toContainText('Novo: Merilnik (Japonska).')
    expect(await widget.granted()).toEqual(['functional', 'klepet'])
    await widget.customize()
    await widget.service('merilnik').check()
    await widget.save()
    expect(await widget.granted()).toEqual(['functional', 'klepet', 'merilnik'])
    await settle(page)
    await isNotAsked(page, widget)
  })

  test('an answer in another tab is one for this tab too', async ({ page, context, widget }) => {
    const other = await openOther(context)
    await expect(other.widget.question).toContainText('Novo: Merilnik (Japonska).')
    await other.widget.acceptAll()
    await expect(widget.question).toBeHidden()
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    expect(await widget.granted()).toEqual(['functional', 'analytics', 'klepet', 'stevec', 'merilnik'])
    await isNotAsked(page, widget)
  })

  test('a choice that has ended meanwhile has everything asked anew', async ({ page, context, widget }) => {
    const old = new Date()
    old.setUTCMonth(old.getUTCMonth() - 7)
    const value = (await widget.choice()).replace(/\.t\w+/, `.t${stampOf(old.getTime())}`)
    await context.addCookies([{ name: 'privolim', value, url: HOME }])
    await page.goto(HOME)
    await expect(widget.question).toContainText('pomnjenje vaših nastavitev, merjenje obiska in oglaševanje')
    await expect(widget.question).not.toContainText('Novo:')
    expect(await widget.granted()).toEqual([])
    await widget.acceptAll()
    expect(await flagsOf(widget)).toBe('1.n1.f1.a1.m1.e0')
  })
})

const openOther = async (context: BrowserContext) => {
  const page = await context.newPage()
  await page.goto(HOME)
  return { page, widget: widgetOn(page) }
}

test('a service that sends data to another country is asked about anew, in its category', async ({
  page,
  widget,
  world,
}) => {
  const moved = { ...OGLASI, provider: { ...OGLASI.provider, country: 'CN' } }
  serveInventory(world, { services: [KLEPET, STEVEC, moved] })
  await page.goto(HOME)
  await expect(widget.question).toContainText('Novo: Oglasi (Kitajska).')
  await expect(widget.question).toContainText('piškotke za oglaševanje.')
  // It had been refused, and what is asked about now is another thing.
  expect(await widget.granted()).toEqual(['functional', 'analytics', 'klepet', 'stevec'])
  await widget.acceptAll()
  expect(await widget.granted()).toEqual(['functional', 'analytics', 'marketing', 'klepet', 'stevec', 'oglasi'])
})

test('a category that was not there is asked about by itself', async ({ page, widget, world }) => {
  serveInventory(world, { services: [...BEFORE, VIDEO] })
  await page.goto(HOME)
  const text = await textOf(widget)
  expect(text).toContain('Novo: Video (Združeno kraljestvo).')
  expect(text).toContain('piškotke za prikaz zunanjih vsebin.')
  expect(text).toContain('Podatke prejme 1 zunanji ponudnik.')
  await widget.rejectAll()
  expect(await widget.granted()).toEqual(['functional', 'analytics', 'klepet', 'stevec'])
  expect(await flagsOf(widget)).toBe('1.n1.f1.a1.m0.e0')
})

test('several changes are named together, and asked about together', async ({ page, widget, world }) => {
  const longer = { ...KLEPET, cookies: [{ ...KLEPET.cookies[0], duration: '3 leta' }] }
  serveInventory(world, { services: [longer, STEVEC, OGLASI, MERILNIK, VIDEO] })
  await page.goto(HOME)
  const text = await textOf(widget)
  expect(text).toContain('Novo: Klepet (Nemčija), Merilnik (Japonska) in Video (Združeno kraljestvo).')
  expect(text).toContain('piškotke za pomnjenje vaših nastavitev, merjenje obiska in prikaz zunanjih vsebin.')
  expect(text).toContain('Podatke prejmejo 4 zunanji ponudniki.')
  expect(await widget.granted()).toEqual([])
  await widget.acceptAll()
  expect(await flagsOf(widget)).toBe('1.n1.f1.a1.m0.e1')
  await settle(page)
  // One more change after that is one change.
  serveInventory(world, {
    services: [longer, STEVEC, OGLASI, MERILNIK, VIDEO, { ...VIDEO, id: 'posnetki', name: 'Posnetki' }],
  })
  await page.goto(HOME)
  await expect(widget.question).toContainText('Novo: Posnetki (Združeno kraljestvo).')
  expect(await widget.granted()).toEqual(['functional', 'analytics', 'klepet', 'stevec', 'merilnik'])
})

const QUIET: Record<string, object> = {
  'other words': {
    site: { name: 'Drugo ime' },
    policy: { url: '/drugje', version: '2' },
    services: BEFORE.map((one) => ({ ...one, name: `${one.name} 2`, purpose: 'drugače povedano', note: 'Opomba.' })),
  },
  'a site\'s own texts': { services: BEFORE, texts: { 'banner.voluntary': 'Ni vam treba privoliti.' } },
  'something less': { services: [KLEPET, STEVEC] },
  'another order': { services: [OGLASI, STEVEC, KLEPET] },
  'a shorter duration': {
    services: [{ ...KLEPET, cookies: [{ ...KLEPET.cookies[0], duration: '30 dni' }] }, STEVEC, OGLASI],
  },
  'something that is strictly necessary': {
    services: [
      ...BEFORE,
      { id: 'prijava', category: 'necessary', provider: { name: 'Prijava Inc.', country: 'US' } },
    ],
    cookies: [{ name: 'kosarica', purpose: 'Hrani košarico.', duration: '1 leto' }],
  },
}

for (const [name, change] of Object.entries(QUIET)) {
  test(`${name}: nobody is asked, and every answer holds`, async ({ page, widget, world }) => {
    serveInventory(world, change)
    await isNotAsked(page, widget)
    expect((await widget.granted()).sort()).toEqual(['analytics', 'functional', 'klepet', 'stevec'])
    expect(await flagsOf(widget)).toBe('1.n1.f1.a1.m0.e0')
  })
}
