import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, settle, stampOf, test, type Widget } from './support/widget.js'
import type { World } from './support/world.js'

const HOME = 'https://test.example/'
const DAY = 86_400_000

interface Written {
  languages?: string[]
  services: { id: string; category: string; name: string; purpose: string; cookies: Record<string, string>[] }[]
}

/** The inventory of the test pages, changed. */
const inventory = (change: (inventory: Written) => void = () => undefined): string => {
  const read = JSON.parse(readFileSync(new URL('pages/piskotki.json', import.meta.url), 'utf8')) as Written
  change(read)
  return JSON.stringify(read)
}

const serveInventory = (world: World, body: string) =>
  world.serve(`${HOME}piskotki.json`, { type: 'application/json; charset=utf-8', body })

const SHAPE = new RegExp(
  '^1\\.n1\\.f[01]\\.a[01]\\.m[01]\\.e[01]\\.t(?<time>[0-9a-z]+)\\.r(?<revision>[0-9a-z]+)' +
    '(?<more>(\\.[\\w-]+)*)(?<services>(\\.[\\w-]+~[01])*)$',
)

const partsOf = (value: string) =>
  SHAPE.exec(value)?.groups as Record<'time' | 'revision' | 'more' | 'services', string>

/** The cookie as it is once nothing more is written into it. */
const settledChoice = async (page: Page, widget: Widget) => {
  await settle(page)
  return widget.choice()
}

test.describe('what is written', () => {
  const ANSWERS: Record<string, { flags: string; services: string; answer: (widget: Widget) => Promise<void> }> = {
    // The inventory has no embeds, so nobody has consented to any.
    'accepting all': { flags: 'f1.a1.m1.e0', services: '', answer: (widget) => widget.acceptAll() },
    'refusing all': { flags: 'f0.a0.m0.e0', services: '', answer: (widget) => widget.rejectAll() },
    'one category': {
      flags: 'f0.a1.m0.e0',
      services: '',
      answer: async (widget) => {
        await widget.customize()
        await widget.category('analytics').check()
        await widget.save()
      },
    },
    'one service of a category': {
      flags: 'f1.a0.m0.e0',
      services: '.merilec~1',
      answer: async (widget) => {
        await widget.customize()
        await widget.category('functional').check()
        await widget.service('merilec').check()
        await widget.save()
      },
    },
  }

  for (const [name, { flags, services, answer }] of Object.entries(ANSWERS)) {
    test(`has the contract's shape: ${name}`, async ({ page, widget }) => {
      await page.goto(HOME)
      expect(await widget.choiceCookie()).toBeUndefined()
      const before = Math.floor(Date.now() / 1000)
      await answer(widget)
      const value = await settledChoice(page, widget)
      expect(value).toMatch(SHAPE)
      expect(value).toMatch(/^[A-Za-z0-9._~-]+$/)
      expect(value.startsWith(`1.n1.${flags}.t`)).toBe(true)
      expect(partsOf(value).services).toBe(services)
      const time = parseInt(partsOf(value).time, 36)
      expect(time).toBeGreaterThanOrEqual(before)
      expect(time).toBeLessThanOrEqual(Date.now() / 1000)

      const { expires, ...cookie } = (await widget.choiceCookie())!
      expect(cookie).toMatchObject({ domain: 'test.example', path: '/', sameSite: 'Lax', secure: true })
      // Six calendar months from now, whatever they are long.
      const due = new Date()
      due.setUTCMonth(due.getUTCMonth() + 6)
      expect(Math.abs(expires * 1000 - due.getTime())).toBeLessThan(DAY)
      const all = await page.context().cookies()
      expect(all.map((one) => one.name)).toEqual(['privolim'])
    })
  }

  test('has its attributes written out, since browsers differ in their defaults', async ({ page, widget }) => {
    await page.addInitScript(() => {
      const written: string[] = []
      Reflect.set(window, 'written', written)
      const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!
      Object.defineProperty(Document.prototype, 'cookie', {
        get: get!,
        set(this: Document, text: string) {
          if (text.startsWith('privolim=1.')) written.push(text)
          set!.call(this, text)
        },
      })
    })
    await page.goto(HOME)
    await widget.acceptAll()
    await settle(page)
    const written = await page.evaluate(() => Reflect.get(window, 'written') as string[])
    expect(written.length).toBeGreaterThan(0)
    for (const text of written) {
      const [, ...attributes] = text.split(/; */)
      const maxAge = expect.stringMatching(/^Max-Age=15\d{6}$/) as unknown as string
      expect(attributes.sort()).toEqual([maxAge, 'Path=/', 'SameSite=Lax', 'Secure'])
    }
  })

  test('P38 is not Secure where the page is not, and works there', async ({ page, widget }) => {
    await page.goto('http://test.example/')
    await widget.acceptAll()
    expect(await widget.choiceCookie()).toMatchObject({ secure: false, sameSite: 'Lax' })
    await page.goto('http://test.example/second.html')
    await expect.poll(async () => (await widget.ran()).length).toBe(5)
    await expect(widget.question).toBeHidden()
  })

  test('lasts as long as the inventory says, and no other record is kept', async ({ page, widget, world }) => {
    serveInventory(world, inventory((written) => Object.assign(written, { validFor: 'P1Y' })))
    await page.goto(HOME)
    await widget.rejectAll()
    const { expires } = (await widget.choiceCookie())!
    expect(Math.abs(expires * 1000 - Date.now() - 365.5 * DAY)).toBeLessThan(2 * DAY)
  })

  test('what re-asking needs takes 200 bytes at most, for twenty services', async ({ page, widget, world }) => {
    const twenty = inventory((written) => {
      const [one] = written.services
      written.services = Array.from({ length: 20 }, (_, index) => ({
        ...one!,
        id: `storitev-${index}`,
        category: ['functional', 'analytics', 'marketing', 'embeds'][index % 4]!,
        cookies: [1, 2, 3].map((number) => ({ ...one!.cookies[0], name: `_c${index}_${number}` })),
      }))
    })
    serveInventory(world, twenty)
    await page.goto(HOME)
    await widget.acceptAll()
    const value = await settledChoice(page, widget)
    expect(value).toMatch(SHAPE)
    expect(value.startsWith('1.n1.f1.a1.m1.e1.t')).toBe(true)
    const { length } = partsOf(value).more
    expect(length).toBeGreaterThan(0)
    expect(length).toBeLessThanOrEqual(200)

    // And it is enough to tell what is new.
    serveInventory(world, twenty.replace('"storitev-19","name":"Klepet"', '"novinka","name":"Novinka"'))
    await page.goto(HOME)
    await expect(widget.question).toContainText('Novinka')
    await expect(widget.question).not.toContainText('Klepet')
  })
})

test.describe('a value that is no choice counts as none', () => {
  type Make = (time: number, flags?: string) => string
  const now = Date.now()

  const VALID: Record<string, (choice: Make) => string> = {
    'of today': (choice) => choice(now),
    'of five months ago': (choice) => choice(now - 150 * DAY),
    'by a clock that is half a day fast': (choice) => choice(now + DAY / 2),
  }
  const DAMAGED: Record<string, (choice: Make) => string> = {
    'empty': () => '',
    'without what is necessary': (choice) => choice(now, 'n0.f1.a1.m1.e1'),
    'in another order': (choice) => choice(now, 'n1.a1.f1.m1.e1'),
    'with a category missing': (choice) => choice(now, 'n1.f1.a1.m1'),
    'with a flag that is none': (choice) => choice(now, 'n1.f1.a2.m1.e1'),
    'cut off after the flags': (choice) => choice(now).replace(/\.t.*/, ''),
    'cut off before the revision': (choice) => choice(now).replace(/\.r.*/, ''),
    'cut off in a service': (choice) => `${choice(now)}.stevec~`,
    'with a service that is neither on nor off': (choice) => `${choice(now)}.stevec~2`,
    'with something after it': (choice) => `${choice(now)}|x`,
  }
  const FOREIGN: Record<string, (choice: Make) => string> = {
    'a word': () => 'da',
    'JSON': () => '%7B%22analytics%22%3Atrue%7D',
    'a list of another tool': () => 'necessary,analytics,marketing',
    'another version': (choice) => choice(now).replace(/^1/, '2'),
    'a version that begins alike': (choice) => choice(now).replace(/^1/, '11'),
    'with something before it': (choice) => `x${choice(now)}`,
    'in capitals': (choice) => choice(now).toUpperCase(),
    'percent-encoded': (choice) => choice(now).replaceAll('.', '%2E'),
  }
  const OUT_OF_TIME: Record<string, (choice: Make) => string> = {
    'expired': (choice) => choice(now - 200 * DAY),
    'from 1970': (choice) => choice(1000),
    'from the day after tomorrow': (choice) => choice(now + 2 * DAY),
    'from far in the future': (choice) => choice(now).replace(/\.t\w+/, '.tzzzzzzzzzz'),
  }

  /** Visits with each of the values in turn. */
  const tryAll = async (page: Page, widget: Widget, values: typeof VALID, check: (name: string) => Promise<void>) => {
    await page.goto(HOME)
    await widget.acceptAll()
    const { revision } = partsOf(await settledChoice(page, widget))
    const make: Make = (time, flags = 'n1.f1.a1.m1.e1') => `1.${flags}.t${stampOf(time)}.r${revision}`
    for (const [name, value] of Object.entries(values)) {
      await test.step(name, async () => {
        await page.context().clearCookies()
        await page.context().addCookies([{ name: 'privolim', value: value(make), url: HOME }])
        await page.goto(HOME)
        await widget.ready()
        await check(name)
      })
    }
  }

  for (const [kind, values] of Object.entries({ DAMAGED, FOREIGN, OUT_OF_TIME })) {
    test(kind.toLowerCase().replaceAll('_', ' '), async ({ page, widget, complaints }) => {
      await tryAll(page, widget, values, async (name) => {
        await expect(widget.host, name).toHaveAttribute('data-privolim-view', 'banner')
        await expect(widget.host, name).toHaveAttribute('data-privolim-choice', 'unset')
        expect(await widget.granted(), name).toEqual([])
        expect(await widget.ran(), name).toEqual([])
      })
      await widget.acceptAll()
      expect(await widget.choice()).toMatch(SHAPE)
      expect(complaints).toEqual({ errors: [], warnings: [], uncaught: [] })
    })
  }

  test('but what those were made from is one', async ({ page, widget }) => {
    await tryAll(page, widget, VALID, async (name) => {
      await expect(widget.host, name).toHaveAttribute('data-privolim-choice', 'all')
      expect(await widget.granted(), name).toContain('analytics')
      await expect(widget.question).toBeHidden()
    })
  })
})

test('the cookie of a name that only resembles ours says nothing', async ({ page, context, widget }) => {
  const value = `1.n1.f1.a1.m1.e1.t${stampOf(Date.now())}.r0`
  await context.addCookies(['xprivolim', 'privolim2', 'Privolim'].map((name) => ({ name, value, url: HOME })))
  await page.goto(HOME)
  await expect(widget.question).toBeVisible()
  expect(await widget.granted()).toEqual([])
})

test.describe('after the inventory has changed', () => {
  const CHANGES: Record<string, (inventory: Written) => void> = {
    'P40 an edited sentence': ({ services }) => {
      services[1]!.name = 'Števec obiskov'
      services[1]!.purpose = 'ugotavljanje, kaj obiskovalce zanima'
      services[1]!.cookies[0]!.purpose = 'Razlikuje med obiskovalci.'
    },
    'another order': ({ services }) => {
      services.reverse()
      for (const { cookies } of services) cookies.reverse()
    },
    'a removed service': ({ services }) => services.splice(3, 1),
    'a removed cookie': ({ services }) => services[1]!.cookies.pop(),
    'a shorter duration': ({ services }) => (services[1]!.cookies[0]!.duration = '6 mesecev'),
    'another necessary cookie': (written) =>
      Object.assign(written, { cookies: [{ name: 'kosarica', purpose: 'Hrani košarico.', duration: '1 dan' }] }),
  }

  for (const [name, change] of Object.entries(CHANGES)) {
    test(`${name} asks nobody again`, async ({ page, widget, world }) => {
      await page.goto(HOME)
      await widget.acceptAll()
      const before = await settledChoice(page, widget)
      const granted = await widget.granted()
      serveInventory(world, inventory(change))
      await page.goto(HOME)
      await settle(page)
      await expect(widget.question).toBeHidden()
      const still = await page.evaluate(() => window.privolim!.inventory.services.map(({ id }) => id))
      const categories = ['functional', 'analytics', ...(still.includes('oglasi') ? ['marketing'] : [])]
      const kept = granted.filter((id) => still.includes(id) || categories.includes(id))
      expect((await widget.granted()).sort()).toEqual(kept.sort())
      // It ends on the day it would have ended.
      expect(partsOf(await widget.choice()).time).toBe(partsOf(before).time)
    })
  }

  const MATERIAL: Record<string, { change: (inventory: Written) => void; named: string }> = {
    'P40 a new service': {
      change: ({ services }) =>
        services.push({ ...services[3]!, id: 'pasica', name: 'Pasica', cookies: [{ ...services[3]!.cookies[0] }] }),
      named: 'Pasica',
    },
    'a new cookie': {
      change: ({ services }) => services[3]!.cookies.push({ ...services[3]!.cookies[0], name: '_oglasi_2' }),
      named: 'Oglasi',
    },
    'a longer duration': {
      change: ({ services }) => (services[3]!.cookies[0]!.duration = '2 leti'),
      named: 'Oglasi',
    },
    'another provider': {
      change: ({ services }) => Object.assign(services[3]!, { provider: { name: 'Novi oglasi Inc.', country: 'US' } }),
      named: 'Oglasi',
    },
  }

  for (const [name, { change, named }] of Object.entries(MATERIAL)) {
    test(`${name} asks about its category, by name`, async ({ page, widget, world }) => {
      await page.goto(HOME)
      await widget.acceptAll()
      await settle(page)
      serveInventory(world, inventory(change))
      const before = world.requests('oglasi.tretji.example').length
      await page.goto(HOME)
      await expect(widget.question).toBeVisible()
      await expect(widget.question).toContainText(named)
      await expect(widget.question).not.toContainText('Števec')
      await settle(page)
      expect(await widget.granted()).toEqual(['functional', 'analytics', 'klepet', 'stevec', 'merilec'])
      expect((await widget.ran()).sort()).toEqual(['klepet', 'merilec', 'stevec', 'stevec-inline'])
      expect(world.requests('oglasi.tretji.example')).toHaveLength(before)

      await widget.acceptAll()
      await settle(page)
      await page.goto(HOME)
      await settle(page)
      await expect(widget.question).toBeHidden()
      expect(await widget.granted()).toContain('marketing')
    })
  }
})

test.describe('of two cookies of the name', () => {
  type Value = (revision: string) => string

  const revisionOf = async (page: Page, widget: Widget) => {
    await page.goto(HOME)
    await widget.acceptAll()
    return partsOf(await settledChoice(page, widget)).revision
  }

  const visitWith = async (page: Page, [own, wide]: readonly string[]) => {
    const context = page.context()
    // The page of before may still be about to leave one cookie only.
    await page.goto('about:blank')
    await context.clearCookies()
    await context.addCookies([
      { name: 'privolim', value: own!, url: HOME },
      { name: 'privolim', value: wide!, domain: '.test.example', path: '/' },
    ])
    expect(await context.cookies()).toHaveLength(2)
    await page.goto(HOME)
    await page.evaluate(() => window.privolim!.ready)
  }

  const refused = (age: number): Value => (r) => `1.n1.f0.a0.m0.e0.t${stampOf(Date.now() - age)}.r${r}`
  const accepted = (age: number): Value => (r) => `1.n1.f1.a1.m1.e0.t${stampOf(Date.now() - age)}.r${r}`
  const ALL = ['functional', 'analytics', 'marketing', 'klepet', 'stevec', 'merilec', 'oglasi']

  const CASES: Record<string, { values: readonly [Value, Value]; granted: string[] }> = {
    'the newer refuses, on the host': { values: [refused(DAY), accepted(9 * DAY)], granted: [] },
    'the newer refuses, on the domain': { values: [accepted(9 * DAY), refused(DAY)], granted: [] },
    'the newer accepts, on the host': { values: [accepted(DAY), refused(9 * DAY)], granted: ALL },
    'the newer accepts, on the domain': { values: [refused(9 * DAY), accepted(DAY)], granted: ALL },
    'the newer is damaged': { values: [(r) => `2${accepted(DAY)(r)}`, refused(9 * DAY)], granted: [] },
  }

  test('P26 the newest valid one holds', async ({ page, widget }) => {
    const revision = await revisionOf(page, widget)
    for (const [name, { values, granted }] of Object.entries(CASES)) {
      await test.step(name, async () => {
        await visitWith(page, values.map((value) => value(revision)))
        expect(await widget.granted(), name).toEqual(granted)
        await expect(widget.question, name).toBeHidden()
      })
    }
  })

  test('P26 the others are removed', async ({ page, context, widget }) => {
    const revision = await revisionOf(page, widget)
    for (const [name, { values }] of Object.entries(CASES)) {
      await test.step(name, async () => {
        await visitWith(page, values.map((value) => value(revision)))
        await settle(page)
        await expect.poll(async () => (await context.cookies()).length, name).toBe(1)
      })
    }
  })

  test('P26 an answer leaves one', async ({ page, context, widget }) => {
    const revision = await revisionOf(page, widget)
    await visitWith(page, [accepted(9 * DAY)(revision), refused(DAY)(revision)])
    await widget.openByLink()
    await widget.acceptAll()
    await settle(page)
    await expect.poll(async () => (await context.cookies()).length).toBe(1)
    await page.goto(HOME)
    await widget.ready()
    expect(await widget.granted()).toEqual(ALL)
  })
})
