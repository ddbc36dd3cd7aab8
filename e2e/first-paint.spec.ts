import type { Page } from '@playwright/test'
import { expect, settle, test, type Widget } from './support/widget.js'

test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium tells layout shifts and the largest paint')

/** The demo sites, and whether each asks. */
const SITES = [
  ['https://pojalabanda.com', false],
  ['https://ksok.si', true],
  ['https://www.zmos.si', false],
  ['https://kobeinmini.eu', true],
  ['https://www.kostra.si', true],
] as const

const SCREENS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]

interface Painted {
  readonly element: string
  readonly size: number
  readonly url: string
}

interface Noted {
  shifts: number[]
  paints: Painted[]
}

/** Runs in the page before anything else: writes down what moves, and what is the largest that has been painted. */
const note = () => {
  const noted: Noted = { shifts: [], paints: [] }
  Reflect.set(window, 'noted', noted)
  // From the body on, since what Privolim adds before it counts for nothing here.
  const nameOf = (element: Element | null): string => {
    const parent = element?.parentElement
    if (!element || element === document.body || !parent) return element?.localName ?? ''
    return `${nameOf(parent)} ${element.localName}:${[...parent.children].indexOf(element)}`
  }
  const observe = (type: string, work: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(work)).observe({ type, buffered: true })
  observe('layout-shift', (entry) => noted.shifts.push((entry as PerformanceEntry & { value: number }).value))
  observe('largest-contentful-paint', (entry) => {
    const { element, size, url } = entry as PerformanceEntry & { element: Element | null; size: number; url: string }
    // What stands in a shadow root has no element here.
    noted.paints.push({ element: nameOf(element), size, url })
  })
}

const noted = (page: Page) => page.evaluate(() => Reflect.get(window, 'noted') as Noted)

/** The largest paint of a page that has come to rest. */
const largest = async (page: Page): Promise<Painted | undefined> => {
  await settle(page)
  return (await noted(page)).paints.at(-1)
}

/** What a visitor does with the question there; the last of it sends it away. */
const DEEDS: Readonly<Record<string, (page: Page, widget: Widget) => Promise<unknown>>> = {
  'opening the preferences, and leaving them': async (page, widget) => {
    await widget.customize()
    await page.keyboard.press('Escape')
  },
  'scrolling to the end': (page) => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight)),
  'answering': (_page, widget) => widget.rejectAll(),
}

test.beforeEach(({ page }) => page.addInitScript(note))

for (const [site, asks] of SITES) {
  for (const viewport of SCREENS) {
    test.describe(`${new URL(site).host} at ${viewport.width} × ${viewport.height}`, () => {
      test.use({ viewport })

      test('the largest paint is that of the page without Privolim', async ({ page, widget, world }) => {
        let isThere = false
        world.serve(`${site}/privolim/privolim.js`, (_request, next) =>
          isThere ? next() : { status: 404, type: 'text/plain', body: '' },
        )
        await page.goto(`${site}/`)
        const alone = (await largest(page))!
        expect(alone.size).toBeGreaterThan(0)
        await expect(widget.host).toHaveCount(0)
        isThere = true
        await page.goto(`${site}/`)
        if (asks) await expect(widget.question).toBeVisible()
        expect(await largest(page)).toEqual(alone)
      })

      // Without Privolim this page lacks its declaration, which may well be what is largest on it.
      test('nor is it the question on the policy page', async ({ page, widget }) => {
        await page.goto(`${site}/zasebnost/`)
        if (asks) await expect(widget.question).toBeVisible()
        const { element } = (await largest(page))!
        expect(element).toMatch(/^body /)
      })

      test('nothing moves when the question comes, stays and goes', async ({ page, widget }) => {
        await page.goto(`${site}/`)
        await settle(page)
        expect((await noted(page)).shifts).toEqual([])
        if (!asks) return
        for (const [name, deed] of Object.entries(DEEDS)) {
          await test.step(name, async () => {
            await expect(widget.question).toBeVisible()
            await deed(page, widget)
            await settle(page)
            expect((await noted(page)).shifts).toEqual([])
          })
        }
      })
    })
  }
}

test('what is measured would be noticed', async ({ page, widget }) => {
  await page.goto('https://ksok.si/')
  await expect(widget.question).toBeVisible()
  await settle(page)
  const before = await noted(page)
  // A question that came late, in the page and above it all.
  await widget.host.evaluate((host) => {
    const text = document.createElement('p')
    text.style.cssText = 'font-size: 60px; margin: 0'
    text.textContent = 'Piškotki na spletni strani '.repeat(12)
    host.shadowRoot!.append(text)
  })
  await expect.poll(async () => (await noted(page)).shifts).not.toEqual([])
  await expect.poll(async () => (await noted(page)).paints.at(-1)).not.toEqual(before.paints.at(-1))
  expect((await noted(page)).paints.at(-1)!.element).toBe('')
})
