/**
 * What nobody may get wrong, once more in WebKitGTK: the engine of Safari, as far as it can be had outside of it. Playwright has
 * no part in it but for running the tests.
 */
import { WEBKIT_MISSING, findWebKit } from './machine/webkit.mjs'
import { type RunningWebKit, startWebKit } from './support/startWebKit.js'
import type { ElementReference, WebDriver } from './support/webDriver.js'
import { thirdParty } from './support/widget.js'
import { expect, test as base, type World } from './support/world.js'

const HOME = 'https://test.example/'

declare global {
  interface Window {
    ran?: string[]
  }
}

/** What a visitor does with the widget, and what is to be seen of it from outside. */
interface Visit extends WebDriver {
  view(): Promise<string | undefined>
  choice(): Promise<string>
  ran(): Promise<string[]>
  granted(id: string): Promise<boolean>
  /** An element of the shadow root, once it is there to be pressed. */
  find(selector: string): Promise<ElementReference>
  /** Presses what carries an action. */
  act(action: string): Promise<void>
  /** By the page's own link. */
  openPreferences(): Promise<void>
}

const visitOf = (driven: WebDriver): Visit => {
  const { evaluate, click } = driven
  const shown = (selector: string) =>
    evaluate((wanted: string) => {
      const all = document.querySelector('#privolim')?.shadowRoot?.querySelectorAll(wanted) ?? []
      const found = Array.from(all).find((element) => element.getClientRects().length > 0)
      // What is pressed with a mouse has to be on the screen, and dialogs scroll.
      found?.scrollIntoView({ block: 'nearest' })
      return found
    }, selector) as Promise<unknown> as Promise<ElementReference | null>
  const find = async (selector: string) => {
    await expect.poll(() => shown(selector), `${selector} is shown`).toBeTruthy()
    return (await shown(selector))!
  }
  return {
    ...driven,
    find,
    view: () => evaluate(() => document.querySelector<HTMLElement>('#privolim')?.dataset.privolimView),
    choice: async () => (await driven.cookies()).find(({ name }) => name === 'privolim')?.value ?? '',
    ran: () => evaluate(() => window.ran ?? []),
    granted: (id) => evaluate((wanted: string) => window.privolim!.granted(wanted), id),
    act: async (action) => click(await find(`[data-privolim-action="${action}"]`)),
    openPreferences: async () => {
      const link = await evaluate(() => {
        const opener = Array.from(document.querySelectorAll('a[href="#privolim"]')).at(-1)!
        opener.scrollIntoView()
        return opener
      })
      await click(link as unknown as ElementReference)
    },
  }
}

const test = base.extend<{ visit: Visit }, { webkit: RunningWebKit }>({
  webkit: [
    async ({}, use) => {
      const found = findWebKit()
      if (!found) throw new Error(WEBKIT_MISSING)
      const webkit = await startWebKit(found)
      await use(webkit)
      webkit.close()
    },
    // A browser's first start takes its time where others are at work.
    { scope: 'worker', timeout: 60_000 },
  ],
  visit: async ({ webkit, runningWorld, world }, use) => {
    world.serve('*.tretji.example', thirdParty)
    const driven = await webkit.open(runningWorld.port)
    await use(visitOf(driven))
    await driven.close()
  },
})

const others = (world: World) => world.hosts().filter((host) => host !== 'test.example')

/** For tests that nothing happened: what was begun has come to rest after some turns of the page's own. */
const settle = async (visit: Visit, world: World) => {
  await expect.poll(() => visit.evaluate(() => !!window.privolim)).toBe(true)
  for (let turn = 0; turn < 5; turn++) {
    const before = world.requests().length
    await visit.evaluate(() => fetch('/marker', { method: 'HEAD' }).then(() => true))
    if (world.requests().length > before + 1) turn = 0
  }
}

test('the question has two equal answers, and nothing is asked of others or stored before one', async ({ visit, world }) => {
  await visit.goTo(HOME)
  const buttons = [await visit.find('[data-privolim-action="reject-all"]'), await visit.find('[data-privolim-action="accept-all"]')]
  expect([await visit.nameOf(buttons[0]!), await visit.nameOf(buttons[1]!)]).toEqual(['Zavrni vse', 'Sprejmi vse'])
  const [reject, accept] = await visit.evaluate((...answers: HTMLElement[]) => {
    const differing = ['color', 'backgroundColor', 'borderTopColor', 'fontSize', 'fontWeight', 'opacity', 'padding'] as const
    return answers.map((answer) => {
      const { width, height } = answer.getBoundingClientRect()
      const style = getComputedStyle(answer)
      return [width, height, ...differing.map((name) => style[name])]
    })
  }, ...buttons)
  expect(accept).toEqual(reject)
  await settle(visit, world)
  expect(others(world)).toEqual([])
  expect(await visit.cookies()).toEqual([])
  expect(await visit.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test('accepting runs what waited, in its order, and holds on the next page', async ({ visit, world }) => {
  await visit.goTo(HOME)
  await visit.act('accept-all')
  await expect.poll(async () => (await visit.ran()).sort()).toEqual(['klepet', 'merilec', 'oglasi', 'stevec', 'stevec-inline'])
  const ran = await visit.ran()
  expect(ran.indexOf('stevec')).toBeLessThan(ran.indexOf('stevec-inline'))
  expect(await visit.choice()).toMatch(/^1\.n1\.f1\.a1\.m1\.e0\.t/)
  await visit.goTo(`${HOME}second.html`)
  await settle(visit, world)
  expect(await visit.view()).toBe('closed')
  expect(await visit.granted('marketing')).toBe(true)
})

test('refusing runs nothing, there and on the next page, and is not asked again', async ({ visit, world }) => {
  await visit.goTo(HOME)
  await visit.act('reject-all')
  await expect.poll(() => visit.choice()).toMatch(/^1\.n1\.f0\.a0\.m0\.e0\.t/)
  await visit.reload()
  await settle(visit, world)
  await visit.goTo(`${HOME}second.html`)
  await settle(visit, world)
  expect(await visit.view()).toBe('closed')
  expect(others(world)).toEqual([])
})

test('withdrawing takes two presses, deletes, and loads the page anew without what ran', async ({ visit, world }) => {
  await visit.goTo(HOME)
  await visit.act('accept-all')
  await expect.poll(() => visit.ran()).toContain('stevec')
  await visit.evaluate(() => void (document.cookie = '_stevec=1; Path=/; Max-Age=999'))
  await visit.openPreferences()
  await visit.act('withdraw')
  await expect.poll(() => visit.choice()).toMatch(/^1\.n1\.f0\.a0\.m0\.e0\.t/)
  await expect.poll(() => visit.ran().catch(() => ['on its way'])).toEqual([])
  await settle(visit, world)
  expect((await visit.cookies()).map(({ name }) => name)).toEqual(['privolim'])
})

test('a script that was inserted later is held, and released by its own service alone', async ({ visit, world }) => {
  await visit.goTo(HOME)
  await visit.evaluate(() => {
    for (const id of ['merilec', 'oglasi']) {
      const script = document.createElement('script')
      script.type = 'text/plain'
      script.dataset.privolim = id
      script.src = `https://${id}.tretji.example/pozen-${id}.js`
      document.body.append(script)
    }
  })
  await settle(visit, world)
  expect(others(world)).toEqual([])
  await visit.evaluate(() => window.privolim!.save({ services: { merilec: true } }))
  await expect.poll(() => visit.ran()).toContain('pozen-merilec')
  await settle(visit, world)
  expect(await visit.ran()).not.toContain('pozen-oglasi')
})

test('a frame has its placeholder, and comes when it is allowed this once', async ({ visit, world }) => {
  for (const host of ['video.example', 'a.zemljevid.example']) world.serve(host, '<!doctype html><title>x</title><p>VSEBINA</p>')
  await visit.goTo(`${HOME}embeds.html`)
  await visit.act('reject-all')
  await settle(visit, world)
  expect(others(world)).toEqual([])
  const button = () =>
    visit.evaluate(() => {
      const placeholder = document.querySelector('[data-privolim-placeholder="video"]')
      const once = placeholder?.shadowRoot?.querySelector('[data-privolim-action="load-once"]')
      once?.scrollIntoView({ block: 'center' })
      return once
    }) as Promise<ElementReference | null>
  await expect.poll(button).toBeTruthy()
  await visit.click((await button())!)
  await expect.poll(() => others(world)).toEqual(['video.example'])
  expect(await visit.choice()).toMatch(/^1\.n1\.f0\.a0\.m0\.e0\.t/)
})

test('in the preferences nothing is ticked, and what is ticked and saved is what holds', async ({ visit, world }) => {
  await visit.goTo(HOME)
  await visit.act('preferences')
  const box = await visit.find('input[data-privolim-category="analytics"]')
  expect(await visit.evaluate(() => {
    const boxes = document.querySelector('#privolim')!.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=checkbox]')
    return Array.from(boxes).filter(({ checked, disabled }) => checked && !disabled).length
  })).toBe(0)
  await visit.click(box)
  await visit.act('save')
  await expect.poll(() => visit.choice()).toMatch(/^1\.n1\.f0\.a1\.m0\.e0\.t/)
  await expect.poll(async () => (await visit.ran()).sort()).toEqual(['merilec', 'stevec', 'stevec-inline'])
  await settle(visit, world)
  expect(others(world).sort()).toEqual(['merilec.tretji.example', 'stevec.tretji.example'])
})

test('by keyboard: Tab comes to the question first, Escape discards, and Enter answers', async ({ visit, world }) => {
  const focused = () =>
    visit.evaluate(() => (document.activeElement?.shadowRoot?.activeElement as HTMLElement | null)?.dataset.privolimAction)
  const tabTo = async (action: string) => {
    for (let left = 12; left && (await focused()) !== action; left--) await visit.press('Tab')
    expect(await focused()).toBe(action)
  }
  await visit.goTo(HOME)
  await visit.find('[data-privolim-action="preferences"]')
  await tabTo('preferences')
  await visit.press('Enter')
  await expect.poll(() => visit.view()).toBe('preferences')
  const isInside = () => visit.evaluate(() => !!document.activeElement?.shadowRoot?.activeElement?.closest('dialog'))
  await expect.poll(isInside).toBe(true)
  await visit.press('Escape')
  await expect.poll(() => visit.view()).toBe('banner')
  expect(await focused()).toBe('preferences')
  expect(await visit.choice()).toBe('')
  // From the page's beginning once more: both answers come before what opens the preferences.
  await visit.reload()
  await visit.find('[data-privolim-action="preferences"]')
  await tabTo('reject-all')
  await visit.press('Enter')
  await expect.poll(() => visit.choice()).toMatch(/^1\.n1\.f0\.a0\.m0\.e0\.t/)
  await settle(visit, world)
  expect(others(world)).toEqual([])
})
