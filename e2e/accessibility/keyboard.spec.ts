import type { Page } from '@playwright/test'
import { expect, test as base, type Widget } from '../support/widget.js'
import { bringMeasure } from './measure.js'
import { addressOf, type Asked, serveSite, THEMES } from './site.js'

/** A visitor without a mouse. */
interface Keyboard {
  open(asked?: Asked): Promise<void>
  press(key: string): Promise<void>
  /** Where the focus is: in which layer, on what, and by what name. Empty where nothing has it. */
  at(): Promise<string>
  /** Presses a key for each stop that is expected, and looks where it leads. */
  expectTour(expected: readonly string[], key?: 'Tab' | 'Shift+Tab'): Promise<void>
  /** Presses Tab until a stop is reached, and says which ones were passed. */
  tabTo(stop: string): Promise<string[]>
}

// Firefox takes long over each key.
base.describe.configure({ timeout: 120_000 })

const test = base.extend<{ keyboard: Keyboard }>({
  // After the widget's own fixture, which answers for all third parties.
  keyboard: async ({ page, world, widget: _widget }, use) => {
    serveSite(world)
    await bringMeasure(page)
    const press = (key: string) => page.keyboard.press(key)
    const at = () => page.evaluate(nameOfFocused)
    await use({
      open: async (asked) => {
        await page.goto(addressOf(asked))
        await expect(page.locator('[data-privolim-placeholder]')).toHaveCount(asked?.path ? 0 : 1)
      },
      press,
      at,
      expectTour: async (expected, key = 'Tab') => {
        const stops: string[] = []
        for (const _ of expected) {
          await press(key)
          stops.push(await at())
        }
        expect(stops).toEqual(expected)
      },
      tabTo: async (stop) => {
        const passed: string[] = []
        while (passed.length < 60) {
          await press('Tab')
          const now = await at()
          if (now === stop) return passed
          passed.push(now)
        }
        throw new Error(`Tab does not reach »${stop}«, but:\n${passed.join('\n')}`)
      },
    })
  },
})

/** Runs in the page. */
const nameOfFocused = () => {
  const focused = window.measure.focused()
  if (!focused) return ''
  const root = focused.getRootNode()
  const host = root instanceof ShadowRoot ? root.host : undefined
  const layers = { 'dialog': 'dialog', '[part=notice]': 'notice', '[popover]': host?.id ? 'question' : 'unasked' }
  const inside = Object.entries(layers).find(([selector]) => focused.closest(selector))?.[1]
  const layer = host ? (inside ?? (host.localName === 'div' ? 'placeholder' : 'way back')) : 'page'
  const name = focused.ariaLabel ?? (focused.title || focused.getAttribute('name') || focused.textContent)
  return `${layer}: ${focused.localName} ${focused.matches('[role=group]') ? '' : name.trim()}`.trim()
}

const BARS = 'driven from outside, Firefox may keep the focus in its own bars, between the last stop of a page and the first'

const LANGUAGES = ['slovenščina', 'italiano', 'magyar', 'English', 'Deutsch', 'hrvatski']

const inLayer = (layer: string, ...stops: string[]) => stops.map((stop) => `${layer}: ${stop}`)

const QUESTION = inLayer(
  'question',
  ...LANGUAGES.map((name) => `button ${name}`),
  'a Politika zasebnosti',
  'button Zavrni vse',
  'button Sprejmi vse',
  'button Prilagodi izbiro',
)

const PAGE = [
  'page: a Zasebnost',
  ...inLayer('placeholder', 'button Prikaži to vsebino', 'button Vedno prikaži vsebine te storitve', 'a Odpri na strani ponudnika'),
  ...inLayer('page', 'input ime', 'button Pošlji', 'a Nastavitve piškotkov'),
]

const HEADING = 'dialog: h2 Nastavitve piškotkov'

const preferencesWith = (...ofChoice: string[]) =>
  inLayer(
    'dialog',
    'button Zapri brez shranjevanja',
    ...LANGUAGES.map((name) => `button ${name}`),
    'summary Prikaži piškotke (2\u00a0piškotka)',
    'input Dovoli: Analitični piškotki',
    'input Dovoli storitev: Števec',
    'a Politika zasebnosti ponudnika (odpre se v novem oknu)',
    'input Dovoli storitev: Merilec',
    'summary Prikaži piškotke (3\u00a0piškotki)',
    'input Dovoli: Oglaševalski piškotki',
    'input Dovoli storitev: Oglasi',
    'summary Prikaži piškotke (1\u00a0piškotek)',
    'input Dovoli: Zunanje vsebine',
    'input Dovoli storitev: Video',
    ...ofChoice.map((name) => `button ${name}`),
    'a info@test.example',
    'a +386 1 234 56 78',
    'a zasebnost@test.example',
    'a Politika zasebnosti',
    'button Zavrni vse',
    'button Sprejmi vse',
    'button Shrani izbiro',
  )

test.describe('by keyboard alone', () => {
  test('A01 the question comes first, then the page; both ways, and nothing holds the focus', async ({ keyboard, page, widget }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await keyboard.open()
    await expect(widget.question).toBeVisible()
    expect(await keyboard.at()).toBe('')
    await keyboard.expectTour([...QUESTION, ...PAGE])
    await keyboard.expectTour([...QUESTION, ...PAGE].reverse().slice(1), 'Shift+Tab')
  })

  test('A05 on a small screen the text of the question is a stop of its own, which scrolls', async ({ keyboard, page, widget }) => {
    await page.setViewportSize({ width: 320, height: 480 })
    await keyboard.open()
    await expect(widget.question).toBeVisible()
    await keyboard.expectTour(['question: div', ...QUESTION, PAGE[0]!])
    await keyboard.expectTour([...QUESTION].reverse(), 'Shift+Tab')
    await keyboard.press('Shift+Tab')
    const text = widget.question.locator('[part="text"]')
    await keyboard.press('Home')
    await expect.poll(() => text.evaluate((one) => one.scrollTop)).toBe(0)
    await keyboard.press('End')
    await expect.poll(() => text.evaluate((one) => one.scrollHeight - one.clientHeight - one.scrollTop)).toBeLessThan(2)
  })

  test('the language is chosen with Enter or Space, and the focus stays on it', async ({ keyboard, page, widget }) => {
    await keyboard.open()
    await expect(widget.question).toBeVisible()
    await keyboard.tabTo('question: button italiano')
    await keyboard.press('Enter')
    await expect(widget.host).toHaveAttribute('lang', 'it')
    await expect.poll(keyboard.at).toBe('question: button italiano')
    await keyboard.press('Shift+Tab')
    await keyboard.press('Space')
    await expect(widget.host).toHaveAttribute('lang', 'sl')
    await expect.poll(keyboard.at).toBe('question: button slovenščina')
    await page.keyboard.press('Tab')
    expect(await keyboard.at()).toBe('question: button italiano')
  })

  for (const [name, key, choice] of [
    ['Zavrni vse', 'Enter', 'none'],
    ['Sprejmi vse', 'Space', 'all'],
  ] as const)
    test(`»${name}« is given with ${key}, and Tab goes on to the page`, async ({ keyboard, widget }) => {
      await keyboard.open({ path: '/brez-povezave' })
      await expect(widget.question).toBeVisible()
      await keyboard.tabTo(`question: button ${name}`)
      await keyboard.press(key)
      await expect(widget.host).toHaveAttribute('data-privolim-choice', choice)
      await expect(widget.question).toBeHidden()
      expect(await keyboard.at()).toBe('')
      await keyboard.expectTour(['page: a Na prvo stran'])
    })

  test('A02 the preferences: a heading, every stop in order, and no way out but its own', async ({
    keyboard,
    page,
    widget,
    browserName,
  }) => {
    test.skip(browserName === 'firefox', BARS)
    await page.setViewportSize({ width: 1280, height: 900 })
    await keyboard.open()
    await expect(widget.question).toBeVisible()
    await keyboard.tabTo('question: button Prilagodi izbiro')
    await keyboard.press('Enter')
    await expect.poll(keyboard.at).toBe(HEADING)
    await keyboard.expectTour(preferencesWith())
    // The browser's own bar may come between the last stop and the first.
    const round = await keyboard.tabTo('dialog: button Zapri brez shranjevanja')
    expect(round.filter(Boolean)).toEqual([])
    await keyboard.press('Enter')
    await expect(widget.preferences).toBeHidden()
    await expect.poll(keyboard.at).toBe('question: button Prilagodi izbiro')
  })

  test('A02 Space switches, arrows scroll, Enter opens a table, and Escape drops it all', async ({ keyboard, page, widget }) => {
    await page.setViewportSize({ width: 1280, height: 600 })
    await keyboard.open()
    await expect(widget.question).toBeVisible()
    await keyboard.tabTo('question: button Prilagodi izbiro')
    await keyboard.press('Space')
    await expect.poll(keyboard.at).toBe(HEADING)
    await keyboard.tabTo('dialog: input Dovoli: Analitični piškotki')
    await keyboard.press('Space')
    await expect(widget.service('stevec')).toBeChecked()
    await keyboard.tabTo('dialog: input Dovoli storitev: Merilec')
    await keyboard.press('Space')
    await expect(widget.service('merilec')).not.toBeChecked()
    await expect(widget.category('analytics')).toHaveJSProperty('indeterminate', true)
    // An arrow neither switches nor moves the focus; it scrolls what there is to be read.
    const body = widget.preferences.locator('[part="body"]')
    const before = await body.evaluate((one) => one.scrollTop)
    for (const _ of [1, 2, 3]) await keyboard.press('ArrowDown')
    await expect.poll(() => body.evaluate((one) => one.scrollTop)).toBeGreaterThan(before)
    await expect(widget.service('merilec')).not.toBeChecked()
    expect(await keyboard.at()).toBe('dialog: input Dovoli storitev: Merilec')
    await keyboard.tabTo('dialog: summary Prikaži piškotke (3\u00a0piškotki)')
    await keyboard.press('Enter')
    await expect(widget.preferences.getByRole('table')).toBeVisible()
    await keyboard.press('Space')
    await expect(widget.preferences.getByRole('table')).toBeHidden()
    await keyboard.press('Escape')
    await expect(widget.preferences).toBeHidden()
    await expect.poll(keyboard.at).toBe('question: button Prilagodi izbiro')
    expect(await widget.choice()).toBe('')
    await keyboard.press('Enter')
    await expect.poll(keyboard.at).toBe(HEADING)
    for (const box of await widget.preferences.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  })

  test('a service is allowed and saved; the page\'s link opens again; the receipt and the way back from it', async ({
    keyboard,
    page,
    widget,
    browserName,
  }) => {
    test.skip(browserName === 'firefox', BARS)
    await page.setViewportSize({ width: 1280, height: 900 })
    await keyboard.open()
    await expect(widget.question).toBeVisible()
    await keyboard.tabTo('question: button Prilagodi izbiro')
    await keyboard.press('Enter')
    await keyboard.tabTo('dialog: input Dovoli storitev: Števec')
    await keyboard.press('Space')
    await keyboard.tabTo('dialog: button Shrani izbiro')
    await keyboard.press('Enter')
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'partial')

    // Where Tab goes on from after the dialog is the browser's business; that the page's link is reached is ours.
    await keyboard.tabTo('page: a Nastavitve piškotkov')
    await keyboard.press('Enter')
    await expect.poll(keyboard.at).toBe(HEADING)
    await keyboard.expectTour(preferencesWith('Prekliči privolitev', 'Potrdilo o izbiri'))
    await keyboard.tabTo('dialog: button Potrdilo o izbiri')
    await keyboard.press('Enter')
    await expect.poll(keyboard.at).toBe('dialog: h2 Potrdilo o izbiri')
    const stops = ['Zapri', 'Prenesi (JSON)', 'Prenesi za tisk', 'Kopiraj', 'Nazaj'].map((name) => `dialog: button ${name}`)
    await keyboard.expectTour(stops)
    await keyboard.press('Enter')
    await expect.poll(keyboard.at).toBe('dialog: button Potrdilo o izbiri')
    await keyboard.press('Escape')
    await expect.poll(keyboard.at).toBe('page: a Nastavitve piškotkov')
  })

  test('a receipt that is longer than the screen is a stop that scrolls', async ({ keyboard, page, widget }) => {
    await page.setViewportSize({ width: 320, height: 480 })
    await keyboard.open()
    await widget.rejectAll()
    await widget.openByLink()
    await keyboard.tabTo('dialog: button Potrdilo o izbiri')
    await keyboard.press('Enter')
    await expect.poll(keyboard.at).toBe('dialog: h2 Potrdilo o izbiri')
    await keyboard.expectTour(['dialog: button Zapri', 'dialog: div'])
    await keyboard.press('End')
    const body = widget.preferences.locator('[part="body"]')
    await expect.poll(() => body.evaluate((one) => one.scrollHeight - one.clientHeight - one.scrollTop)).toBeLessThan(2)
  })

  test('consent is withdrawn, and the notice that follows is read and closed', async ({
    keyboard,
    page,
    widget,
    browserName,
  }) => {
    test.skip(browserName === 'firefox', BARS)
    await page.setViewportSize({ width: 1280, height: 900 })
    await keyboard.open()
    await expect(widget.question).toBeVisible()
    await keyboard.tabTo('question: button Sprejmi vse')
    await keyboard.press('Enter')
    await expect.poll(() => widget.ran()).toBeTruthy()
    await keyboard.tabTo('page: input ime')
    await page.keyboard.type('Ana')
    await keyboard.tabTo('page: a Nastavitve piškotkov')
    await keyboard.press('Enter')
    await expect.poll(keyboard.at).toBe(HEADING)
    await keyboard.tabTo('dialog: button Prekliči privolitev')
    await keyboard.press('Enter')
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
    await expect.poll(keyboard.at).toBe('page: a Nastavitve piškotkov')
    const notice = widget.host.locator('[part="notice"][data-seen]')
    await expect(notice.getByRole('button')).toHaveCount(2)
    // It comes first on the page, so after its last stop Tab leads to it, by way of the browser's bar.
    const passed = await keyboard.tabTo('notice: button Osveži stran')
    expect(passed.filter(Boolean)).toEqual([])
    await keyboard.expectTour(['notice: button Zapri obvestilo'])
    await keyboard.press('Space')
    await expect(notice).toHaveCount(0)
    await keyboard.expectTour(['page: a Zasebnost'])
  })

  test('A14 a frame is shown just once, and the focus goes into it', async ({
    keyboard,
    page,
    widget,
    browserName,
  }) => {
    await keyboard.open()
    await expect(widget.question).toBeVisible()
    await keyboard.tabTo('placeholder: button Prikaži to vsebino')
    await keyboard.press('Enter')
    await expect(page.frameLocator('iframe').getByRole('button', { name: 'Predvajaj' })).toBeVisible()
    expect(await keyboard.at()).toBe('page: iframe Posnetek')
    const content = page.frames()[1]!
    await expect.poll(() => content.evaluate(() => document.hasFocus())).toBe(true)
    // Keys that WebDriver BiDi presses in Firefox go to the page, whatever frame has the focus.
    if (browserName === 'firefox') return
    await keyboard.press('Tab')
    expect(await content.evaluate(() => document.activeElement!.textContent)).toBe('Predvajaj')
    await keyboard.press('Tab')
    expect(await keyboard.at()).toBe('page: input ime')
  })

  test('the way back in the corner opens the preferences, and has the focus again afterwards', async ({ keyboard, widget }) => {
    await keyboard.open({ path: '/brez-povezave' })
    await widget.rejectAll()
    const stop = 'way back: button Nastavitve piškotkov'
    await keyboard.tabTo(stop)
    await keyboard.press('Enter')
    await expect.poll(keyboard.at).toBe(HEADING)
    await keyboard.press('Escape')
    await expect(widget.preferences).toBeHidden()
    await expect.poll(keyboard.at).toBe(stop)
  })

  test('the sentence that nothing is asked can be followed and closed', async ({ keyboard, page, widget }) => {
    await keyboard.open({ path: '/brez-vprasanja', stage: 'nothing' })
    const said = page.locator('privolim-notice')
    await expect(said.getByRole('button')).toBeVisible()
    await keyboard.expectTour(['page: a Na prvo stran', 'page: a Seznam piškotkov'])
    await keyboard.press('Enter')
    await expect.poll(keyboard.at).toBe(HEADING)
    await keyboard.press('Escape')
    await expect(widget.preferences).toBeHidden()
    await expect.poll(keyboard.at).toBe('page: a Seznam piškotkov')
    await keyboard.expectTour(['unasked: button Zapri obvestilo'])
    await keyboard.press('Enter')
    await expect(said).toHaveCount(0)
  })
})

/** Runs in the page: what is wrong with the ring around what has focus. */
const faultsOfRing = () => {
  const { focused, around, backdrop, contrast } = window.measure
  const element = focused()!
  const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(element)
  const [width, offset] = [Number.parseFloat(outlineWidth), Number.parseFloat(outlineOffset)]
  const reach = width + offset
  const faults: string[] = []
  if (outlineStyle !== 'solid' || width < 2) return [`is ${outlineWidth} ${outlineStyle}`]
  // What is next to the ring: what the element stands on, and where the ring lies inside it, the element itself.
  const beside = offset < 0 ? element : around(element)[1]!
  const ratio = contrast(outlineColor, backdrop(beside))
  if (ratio < 3) faults.push(`has a contrast of ${ratio.toFixed(2)} to what is beside it`)
  // Where it lies outside what it stands on, its neighbour is the page, whose colour nobody knows.
  const own = around(element).find((one) => one !== element && !/, 0\)$|transparent/.test(getComputedStyle(one).backgroundColor))!
  const isPages = (one: Element) => one.getRootNode() === document
  if (offset >= 0 && !isPages(element) && isPages(own) && !own.matches('[data-privolim-placeholder]')) faults.push('lies on the page')
  for (const box of element.getClientRects())
    for (const outer of around(element).slice(1)) {
      const { overflowX } = getComputedStyle(outer)
      const isTop = outer.matches(':modal,:popover-open')
      if (overflowX !== 'visible' || isTop) {
        const clip = outer.getBoundingClientRect()
        const [left, top] = [clip.left + outer.clientLeft, clip.top + outer.clientTop]
        const over = Math.max(
          left - (box.left - reach),
          top - (box.top - reach),
          box.right + reach - (left + outer.clientWidth),
          box.bottom + reach - (top + outer.clientHeight),
        )
        if (over > 0.5) faults.push(`is cut by ${over.toFixed(1)} px at ${outer.localName}[part="${outer.getAttribute('part')}"]`)
      }
      if (isTop) break
    }
  return faults
}

/** Runs in the page: the widget's own targets, and how large each is. */
const targets = () => {
  const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  const places: (ShadowRoot | Element)[] = [...roots, ...document.querySelectorAll('[data-privolim-declaration]')]
  return places.flatMap((place) =>
    [...place.querySelectorAll('a,button,input,summary')]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const { width, height } = one.getBoundingClientRect()
        const name = one.ariaLabel ?? (one.textContent || one.getAttribute('aria-label'))
        return { name: `${one.localName} ${name}`, part: one.getAttribute('part'), width, height }
      }),
  )
}

/** What is looked at, and the stop where the tour through it ends: further on is the browser's own bar. */
interface Visit {
  (state: string, last: string, key?: 'Tab' | 'Shift+Tab'): Promise<void>
}

const PLACEHOLDER_END = 'placeholder: a Odpri na strani ponudnika'

/** All layers in turn, each ready to be toured. */
const eachLayer = async (page: Page, widget: Widget, keyboard: Keyboard, asked: Asked, visit: Visit) => {
  const { preferences, action } = widget
  await keyboard.open(asked)
  await expect(widget.question).toBeVisible()
  await visit('question', PLACEHOLDER_END)
  await action('accept-all').click()
  await page.locator('[name="ime"]').fill('Ana')
  await widget.openByLink()
  for (const summary of await preferences.locator('summary').all()) await summary.click()
  await preferences.locator('h2').focus()
  await visit('preferences', 'dialog: button Shrani izbiro')
  await action('receipt').click()
  await expect(preferences.locator('h2')).toHaveText('Potrdilo o izbiri')
  await visit('receipt', 'dialog: button Nazaj')
  await action('back').click()
  await action('withdraw').click()
  await expect(widget.host.locator('[part="notice"][data-seen]').getByRole('button')).toHaveCount(2)
  await expect(page.locator('[data-privolim-placeholder]')).toHaveCount(1)
  // From the link at the page's end, which has the focus again.
  await visit('notice and placeholder', 'notice: button Osveži stran', 'Shift+Tab')
  await keyboard.open({ ...asked, path: '/brez-povezave' })
  await expect(page.locator('privolim-reopen').getByRole('button')).toBeVisible()
  await visit('way back', 'way back: button Nastavitve piškotkov')
  await keyboard.open({ ...asked, path: '/zasebnost' })
  await expect(page.locator('[data-privolim-declaration="filled"]')).toBeVisible()
  await visit('declaration', 'page: button Nastavitve piškotkov')
  await page.context().clearCookies()
  await keyboard.open({ ...asked, path: '/brez-vprasanja', stage: 'nothing' })
  await expect(page.locator('privolim-notice').getByRole('button')).toBeVisible()
  await visit('unasked', 'unasked: button Zapri obvestilo')
}

for (const scheme of ['light', 'dark'] as const)
  for (const theme of THEMES)
    test.describe(`${theme}, ${scheme}`, () => {
      test.use({ colorScheme: scheme })
      // Colours are the same in both engines; Firefox is there for what it scrolls and cuts. Each key takes it long.
      test.skip(
        ({ browserName }) => browserName === 'firefox' && (scheme === 'dark' || theme !== 'default'),
        'colours are the same in both engines',
      )

      test('A04 A08 every stop has a ring that can be seen, whole; every target is large enough', async ({
        page,
        widget,
        keyboard,
      }) => {
        test.setTimeout(240_000)
        const faults = new Set<string>()
        const ringed = new Set<string>()
        // Sizes, and what is cut off, are the same in both schemes.
        for (const [width, height] of scheme === 'light' ? WINDOWS : WINDOWS.slice(0, 1)) {
          await page.context().clearCookies()
          await page.setViewportSize({ width, height })
          await eachLayer(page, widget, keyboard, { theme }, async (state, last, key = 'Tab') => {
            // What scrolls becomes a stop once its size is known.
            await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
            for (const { name, part, ...size } of await page.evaluate(targets)) {
              const least = /^(answer|save)$/.test(part ?? '') ? 44 : 24
              if (Math.min(size.width, size.height) < 24 || size.height < least)
                faults.add(`${state}, ${width} px: ${name} is ${size.width.toFixed(1)} × ${size.height.toFixed(1)} px`)
            }
            let stop = ''
            for (let presses = 0; stop !== last; presses++) {
              expect(presses, `${state}, ${width} px: »${last}« is not reached`).toBeLessThan(60)
              await keyboard.press(key)
              stop = await keyboard.at()
              // The page's own ring is the page's; the declaration wears it too.
              if (!stop || (stop.startsWith('page') && stop !== 'page: a Seznam piškotkov')) continue
              ringed.add(`${state}: ${stop}`)
              for (const fault of await page.evaluate(faultsOfRing)) faults.add(`${state}, ${width} px: the ring of ${stop} ${fault}`)
            }
          })
        }
        expect([...faults]).toEqual([])
        expect(ringed.size).toBe(RINGED[scheme])
      })
    })

const WINDOWS = [[1280, 720], [320, 568]] as const

/** Stops of the widget's own in all layers; one of them scrolls on a small screen alone. */
const RINGED = { light: 55, dark: 54 }
