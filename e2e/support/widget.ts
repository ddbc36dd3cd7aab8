import type { Cookie, Locator, Page } from '@playwright/test'
import { type Answer, expect, type Handler, test as base } from './world.js'

export { expect }

declare global {
  interface Window {
    /** What the scripts of the test pages write down when they run. */
    ran?: string[]
  }
}

/** The widget on one page, reached as visitors, robots and auditors reach it: by roles and by the public hooks. */
export interface Widget {
  readonly host: Locator
  /** The first layer; not there, or hidden, where nobody is asked. */
  readonly question: Locator
  /** The second layer, a dialog. */
  readonly preferences: Locator
  /** What carries an action, in whatever layer is to be seen. */
  action(name: string): Locator
  category(id: string): Locator
  service(id: string): Locator
  acceptAll(): Promise<void>
  rejectAll(): Promise<void>
  /** From the question to the preferences. */
  customize(): Promise<void>
  save(): Promise<void>
  withdraw(): Promise<void>
  /** Opens the preferences by the page's own link. */
  openByLink(): Promise<void>
  /** Resolves when the inventory has been read. */
  ready(): Promise<void>
  /** The optional categories and services that are granted now, in the order of the inventory. */
  granted(): Promise<string[]>
  /** What the scripts of the page have written down, in order. */
  ran(): Promise<string[]>
  choiceCookie(): Promise<Cookie | undefined>
  /** The value of the choice's cookie; empty where there is none. */
  choice(): Promise<string>
}

/**
 * Asks a page something, and asks again where it was loaded anew under the question: after a withdrawal a page may
 * reload itself.
 */
const asked = async <Out>(page: Page, ask: () => Promise<Out>): Promise<Out> => {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      // Or it was asked before the new page's first script had run.
      if (!/navigat|context was destroyed|reading 'ready'/i.test(String(error))) throw error
      await page.waitForLoadState()
    }
  }
}

export const widgetOn = (page: Page): Widget => {
  const host = page.locator('#privolim')
  const action = (name: string) => host.locator(`[data-privolim-action="${name}"]:visible`)
  const press = async (name: string) => {
    await action(name).click()
    await expect(host).toHaveAttribute('data-privolim-view', 'closed')
  }
  const preferences = host.getByRole('dialog')
  const choiceCookie = async () => {
    const cookies = await page.context().cookies(page.url())
    return cookies.find(({ name }) => name === 'privolim')
  }
  return {
    host,
    question: host.getByRole('region', { name: 'Obvestilo o piškotkih' }),
    preferences,
    action,
    category: (id) => preferences.locator(`input[data-privolim-category="${id}"]`),
    service: (id) => preferences.locator(`input[data-privolim-service="${id}"]`),
    acceptAll: () => press('accept-all'),
    rejectAll: () => press('reject-all'),
    customize: async () => {
      await action('preferences').click()
      await expect(preferences).toBeVisible()
    },
    save: () => press('save'),
    withdraw: () => press('withdraw'),
    openByLink: async () => {
      await page.locator('a[href="#privolim"]').last().click()
      await expect(preferences).toBeVisible()
    },
    ready: () => asked(page, () => page.evaluate(() => window.privolim!.ready)),
    granted: () => asked(page, () => page.evaluate(grantedNow)),
    ran: () => asked(page, () => page.evaluate(() => window.ran ?? [])),
    choiceCookie,
    choice: async () => (await choiceCookie())?.value ?? '',
  }
}

/** Runs in the page. */
const grantedNow = async () => {
  const consent = window.privolim!
  await consent.ready
  const services = consent.inventory.services.filter(({ category }) => category !== 'necessary')
  const ids = ['functional', 'analytics', 'marketing', 'embeds', ...services.map(({ id }) => id)]
  return ids.filter((id) => consent.granted(id))
}

/** What a page complained of, in the console or by an error that nobody caught. */
export interface Complaints {
  /** Errors and warnings of Privolim itself: browsers add lines of their own, about a 404 for instance. */
  readonly errors: string[]
  readonly warnings: string[]
  readonly uncaught: string[]
}

/** Firefox says these of any module that is not there, and of what a page's policy stops, also where the page has seen to it. */
export const isOfThePage = (message: string) => !/^(Loading module from|The page’s settings blocked)/.test(message)

const complaintsOf = async (page: Page): Promise<Complaints> => {
  const complaints: Complaints = { errors: [], warnings: [], uncaught: [] }
  // Of an error among the arguments Firefox tells the name alone.
  await page.addInitScript(() => {
    for (const kind of ['error', 'warn'] as const) {
      const say = console[kind]
      console[kind] = (...what: unknown[]) => say(what.map(String).join(' '))
    }
  })
  page.on('console', (message) => {
    if (!message.text().includes('Privolim')) return
    if (message.type() === 'error') complaints.errors.push(message.text())
    if (message.type() === 'warning') complaints.warnings.push(message.text())
  })
  page.on('pageerror', ({ message }) => {
    if (isOfThePage(message)) complaints.uncaught.push(message)
  })
  return complaints
}

/**
 * Third parties: `https://stevec.tretji.example/a.js?delay=300` answers after 300 ms with a script that writes down
 * `a`, so that a test page says by itself what comes when.
 */
export const thirdParty: Handler = ({ url }): Answer => {
  const { pathname, searchParams } = new URL(url)
  const name = pathname.split('/').at(-1)!.replace(/\.\w+$/, '')
  return {
    type: 'text/javascript; charset=utf-8',
    body: `(window.ran ||= []).push('${name}')`,
    delay: Number(searchParams.get('delay')),
  }
}

/** `test` in the stand-in world, with the widget of its page and with third parties under `tretji.example`. */
export const test = base.extend<{ widget: Widget; complaints: Complaints }>({
  widget: async ({ page, world }, use) => {
    world.serve('*.tretji.example', thirdParty)
    await use(widgetOn(page))
  },
  complaints: async ({ page }, use) => {
    await use(await complaintsOf(page))
  },
})

/**
 * For tests that nothing happened: resolves when the page has gone four times round, through a frame, a task, a pause
 * of the browser and a request of its own, without having fetched anything else. What it had begun has come to rest
 * then, and whatever it asked for is on the record of the world.
 */
export const settle = (page: Page): Promise<void> => asked(page, () => page.evaluate(comeToRest))

/** Runs in the page. */
const comeToRest = async () => {
  await window.privolim?.ready.catch(() => undefined)
  const fetched = () => performance.getEntriesByType('resource').filter(({ name }) => !name.endsWith('/marker')).length
  for (let rounds = 0, before = fetched(); rounds < 4; rounds++) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    await new Promise((done) => requestIdleCallback(done, { timeout: 200 }))
    // A page that is being left fetches nothing any more.
    await fetch('/marker', { method: 'HEAD' }).catch(() => undefined)
    if (fetched() > before) rounds = 0
    before = fetched()
  }
}

/** What the page left on the device, the choice's cookie included. */
export const recordsOn = async (page: Page): Promise<string[]> => {
  const cookies = await page.context().cookies()
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await globalThis.caches.keys()),
  ])
  return [...cookies.map(({ name }) => name), ...stored]
}

/** Seconds since 1970, as the choice's cookie has them. */
export const stampOf = (time: number): string => Math.floor(time / 1000).toString(36)
