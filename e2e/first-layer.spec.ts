import type { Page } from '@playwright/test'
import { HOME, LANGUAGES, LINK, SERVICES, serveInventory, servePage, twoFrames } from './support/asking.js'
import { expect, recordsOn, settle, test, type Widget } from './support/widget.js'

const QUESTION = '#privolim #question'

/** Whatever language it speaks. */
const questionOf = ({ host }: Widget) => host.getByRole('region')

const asked = async (page: Page, widget: Widget) => {
  await page.goto(HOME)
  await expect(questionOf(widget)).toBeVisible()
  await twoFrames(page)
}

/** What is seen of the question; runs in the page. */
const look = () => {
  const root = document.querySelector('#privolim')!.shadowRoot!
  const question = root.querySelector<HTMLElement>('#question')!
  const text = question.querySelector<HTMLElement>('[part="text"]')!
  /** Near each corner and in the middle, where a pointer would hit it. */
  const isWhole = (button: HTMLElement) => {
    const { left, right, top, bottom } = button.getBoundingClientRect()
    const points = [left + 6, (left + right) / 2, right - 6].flatMap((x) =>
      [top + 6, (top + bottom) / 2, bottom - 6].map((y) => [x, y] as const),
    )
    return (
      left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight &&
      points.every(([x, y]) => document.elementFromPoint(x, y)?.id === 'privolim' && root.elementFromPoint(x, y) === button)
    )
  }
  /** Its words stand within it. */
  const holdsItsWords = (button: HTMLElement) => {
    const words = document.createRange()
    words.selectNodeContents(button)
    const [inner, outer] = [words.getBoundingClientRect(), button.getBoundingClientRect()]
    return (
      inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
    )
  }
  const buttons = [...question.querySelectorAll<HTMLElement>('[data-privolim-action]')]
  const named = (isWell: (button: HTMLElement) => boolean) =>
    buttons.filter((button) => !isWell(button)).map(({ dataset }) => dataset['privolimAction'])
  return {
    buttons: buttons.length,
    share: question.getBoundingClientRect().height / innerHeight - 0.0001,
    notWhole: named(isWhole),
    clipped: named(holdsItsWords),
    low: named(({ offsetHeight }) => offsetHeight >= 24),
    sideways: [document.scrollingElement!, question, text].some((one) => one.scrollWidth > one.clientWidth),
    isCut: text.scrollHeight > text.clientHeight,
    isReachable: text.tabIndex === 0,
    /** At least a line of the text is to be read at once. */
    shows: text.clientHeight >= parseFloat(getComputedStyle(text.querySelector('p')!).lineHeight),
  }
}

/** What `look` finds where all is well; whether the text is cut is another matter. */
const WELL = { buttons: 3, notWhole: [], clipped: [], low: [], sideways: false, shows: true }

/** Beside the largest share of the height that the question may take. */
const SCREENS = [
  [320, 568, 0.4],
  [360, 640, 0.4],
  [390, 844, 0.4],
  [844, 390, 0.4],
  [768, 1024, 0.4],
  // 1280 × 1024 at 400 % (WCAG 1.4.10).
  [320, 256, 0.6],
] as const

test.beforeEach(({ world }) => serveInventory(world))

test.describe('on every screen, in every language', () => {
  test.skip(({ browserName }) => browserName === 'firefox', 'the same rules of style, which take Firefox many minutes to compute at every size; a few of them are computed there too')
  // Each goes through all languages and screens.
  test.slow()

  for (const [name, offered] of [
    ['two', (language: string) => ['sl', language === 'sl' ? 'it' : language]],
    ['six', () => LANGUAGES],
  ] as const) {
    test(`both answers are in sight and the page too, where ${name} languages are offered`, async ({
      page,
      widget,
      world,
    }) => {
      let cut = 0
      for (const language of LANGUAGES) {
        serveInventory(world, { languages: offered(language) })
        servePage(world, { tag: `data-lang="${language}"` })
        await asked(page, widget)
        await expect(widget.host).toHaveAttribute('lang', language)
        for (const [width, height, most] of SCREENS) {
          await page.setViewportSize({ width, height })
          await twoFrames(page)
          const { share, isCut, isReachable, ...rest } = await page.evaluate(look)
          const where = `${language}, ${width} × ${height}`
          expect(rest, where).toEqual(WELL)
          expect(share, where).toBeLessThanOrEqual(most)
          // What scrolls is a stop of the keyboard, and what does not is none.
          expect(isReachable, where).toBe(isCut)
          cut += Number(isCut)
        }
      }
      // Else nothing has been said about text that is cut.
      expect(cut).toBeGreaterThan(0)
    })
  }

  for (const [name, css] of [
    ['letters twice as large', 'html { font-size: 200% }'],
    // WCAG 1.4.12; bookmarklets and browser extensions put it into shadow roots as well.
    [
      'more space between letters, words and lines',
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`,
    ],
  ] as const) {
    test(`nothing is clipped by ${name}`, async ({ page, widget, world }) => {
      for (const language of LANGUAGES) {
        // Else the page's own heading is wider than the screen.
        servePage(world, { tag: `data-lang="${language}"`, head: '<style>h1 { font-size: 1rem }</style>' })
        await asked(page, widget)
        await page.evaluate((text) => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(text)
          for (const root of [document, document.querySelector('#privolim')!.shadowRoot!])
            root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
        }, css)
        for (const [width, height] of SCREENS.slice(0, 5)) {
          await page.setViewportSize({ width, height })
          await twoFrames(page)
          const { share, isCut, isReachable, ...rest } = await page.evaluate(look)
          const where = `${language}, ${width} × ${height}`
          expect(rest, where).toEqual(WELL)
          expect(share, where).toBeLessThanOrEqual(0.6)
          expect(isReachable, where).toBe(isCut)
        }
      }
    })
  }

  test('what is cut can be scrolled to by keyboard, to its last word', async ({ page, widget, world }) => {
    servePage(world)
    await page.setViewportSize({ width: 320, height: 568 })
    await asked(page, widget)
    await page.evaluate(() => getSelection()?.removeAllRanges())
    const text = page.locator(`${QUESTION} [part="text"]`)
    const isFocused = () => text.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)
    await page.keyboard.press('Tab')
    expect(await isFocused()).toBe(true)
    await expect(text).toHaveAccessibleName('Piškotki na spletni strani Preskusna stran')
    const last = page.locator(`${QUESTION} [part="controller"]`)
    const isWhole = () =>
      last.evaluate((one) => {
        const scroller = one.closest('[part="text"]')!.getBoundingClientRect()
        const { top, bottom } = one.getBoundingClientRect()
        return top >= scroller.top - 1 && bottom <= scroller.bottom + 1
      })
    expect(await isWhole()).toBe(false)
    await page.keyboard.press('End')
    await expect.poll(isWhole).toBe(true)
  })
})

test.describe('the page goes on beneath', () => {
  const LONG = `${LINK}<p style="height: 3000px"><a id="far" href="/druga">Daleč</a></p>
    <div id="above" style="position: fixed; inset: 0; z-index: 2147483647; pointer-events: none"></div>`

  test('a labelled region in the top layer: not modal, without focus, and nothing is locked', async ({
    page,
    widget,
    world,
  }) => {
    servePage(world, { body: LONG })
    await asked(page, widget)
    await expect(widget.question).toHaveAccessibleName('Obvestilo o piškotkih')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const found = await page.evaluate(() => {
      // It takes no pointer so that the page can be used; for this once it does.
      const above = document.querySelector<HTMLElement>('#above')!
      above.style.pointerEvents = 'auto'
      const root = document.querySelector('#privolim')!.shadowRoot!
      const question = root.querySelector('#question')!
      const { left, right, top, bottom } = question.getBoundingClientRect()
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)!.id
      above.style.pointerEvents = 'none'
      const { documentElement, body } = document
      return {
        tag: question.tagName,
        isOnTop: question.matches(':popover-open'),
        isModal: question.matches(':modal') || question.hasAttribute('aria-modal'),
        hit,
        focus: document.activeElement === body && !root.activeElement,
        inert: !!document.querySelector('[inert], [aria-hidden]'),
        locked: [documentElement, body].map((one) => getComputedStyle(one).overflowY),
      }
    })
    expect(found).toEqual({
      tag: 'SECTION',
      isOnTop: true,
      isModal: false,
      hit: 'privolim',
      focus: true,
      inert: false,
      locked: ['visible', 'visible'],
    })
    // It comes before the page, and lets go of focus at its end.
    const seen: string[] = []
    for (let press = 0; press < 18 && seen.at(-1) !== 'far'; press++) {
      await page.keyboard.press('Tab')
      seen.push(
        await page.evaluate(() => {
          const { activeElement } = document
          const inner = activeElement?.shadowRoot?.activeElement
          return inner?.getAttribute('data-privolim-action') ?? inner?.tagName ?? activeElement?.id ?? ''
        }),
      )
    }
    const stops = seen.filter((stop) => /^(reject-all|accept-all|preferences|far)$/.test(stop))
    expect(stops).toEqual(['reject-all', 'accept-all', 'preferences', 'far'])
    await page.mouse.move(300, 50)
    await page.mouse.wheel(0, 400)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
  })

  test('neither scrolling, Escape, a click on the page nor an hour is an answer', async ({ page, widget, world }) => {
    await page.clock.install()
    servePage(world, { body: LONG })
    await page.goto(HOME)
    await expect(questionOf(widget)).toBeVisible()
    await page.mouse.move(300, 50)
    await page.mouse.wheel(0, 400)
    await page.keyboard.press('End')
    await page.keyboard.press('Escape')
    await page.mouse.click(300, 50)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.clock.runFor('01:00:00')
    await page.clock.resume()
    await expect(questionOf(widget)).toBeVisible()
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'unset')
    expect(await widget.granted()).toEqual([])
    expect(await recordsOn(page)).toEqual([])
  })

  test('is printed without it, and without the room it takes', async ({ page, widget, world, browserName }) => {
    test.skip(browserName === 'firefox', 'WebDriver BiDi cannot set the medium of Firefox ESR')
    servePage(world)
    await asked(page, widget)
    const room = () => page.evaluate(() => parseFloat(getComputedStyle(document.body, '::after').height) || 0)
    expect(await room()).toBeGreaterThan(50)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator(QUESTION)).toBeHidden()
    expect(await room()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await expect(page.locator(QUESTION)).toBeVisible()
  })
})

test.describe('it says', () => {
  const serviceOf = (name: string, index: number, country?: string) => ({
    id: `storitev-${index}`,
    category: 'analytics',
    provider: { name, ...(country && { country }) },
  })

  const textOf = async (page: Page, widget: Widget) => {
    await page.goto(HOME)
    await expect(questionOf(widget)).toBeVisible()
    return (await questionOf(widget).locator('[part="text"]').textContent())!.replaceAll('\u00a0', ' ')
  }

  test('who asks, for what, and that one may say no and change one\'s mind', async ({ page, widget, world }) => {
    servePage(world)
    const text = await textOf(page, widget)
    expect(text).toContain('Piškotki na spletni strani Preskusna stran')
    expect(text).toContain('Upravljavec: Društvo za preskuse')
    expect(text).toContain('piškotke za pomnjenje vaših nastavitev, merjenje obiska, oglaševanje in prikaz zunanjih vsebin.')
    expect(text).toContain('Podatke prejmejo 4 zunanji ponudniki.')
    expect(text).toContain('zunaj Evropskega gospodarskega prostora (Združene države Amerike in Združeno kraljestvo).')
    expect(text).toContain('Privolitev je prostovoljna. Kadar koli jo lahko prekličete ali spremenite')
    await expect(widget.question.getByRole('link')).toHaveAttribute('href', '/zasebnost')
    await expect(widget.question.getByRole('heading', { level: 2 })).toHaveCount(1)
  })

  test('no more than is so: of few recipients, within Europe, without a policy', async ({ page, widget, world }) => {
    servePage(world)
    const [klepet] = SERVICES
    serveInventory(world, { services: [klepet], policy: undefined })
    const text = await textOf(page, widget)
    expect(text).toContain('piškotke za pomnjenje vaših nastavitev.')
    expect(text).toContain('Podatke prejme 1 zunanji ponudnik.')
    expect(text).not.toContain('Evropskega')
    await expect(widget.question.getByRole('link')).toHaveCount(0)
    // Whoever asks is no recipient.
    serveInventory(world, { services: [serviceOf('Društvo za preskuse', 0, 'SI')] })
    expect(await textOf(page, widget)).not.toContain('Podatke prejme')
  })

  const RECIPIENTS: Record<string, Record<number, string>> = {
    sl: {
      1: 'Podatke prejme 1 zunanji ponudnik.',
      2: 'Podatke prejmeta 2 zunanja ponudnika.',
      3: 'Podatke prejmejo 3 zunanji ponudniki.',
      5: 'Podatke prejme 5 zunanjih ponudnikov.',
    },
    hr: {
      1: 'Podatke prima 1 vanjski pružatelj.',
      2: 'Podatke primaju 2 vanjska pružatelja.',
      5: 'Podatke prima 5 vanjskih pružatelja.',
    },
  }

  for (const [language, sentences] of Object.entries(RECIPIENTS)) {
    test(`how many learn of it, with the right verb: ${language}`, async ({ page, widget, world }) => {
      servePage(world, { tag: `data-lang="${language}"` })
      for (const [count, sentence] of Object.entries(sentences)) {
        const names = Array.from({ length: Number(count) }, (_, index) => `Ponudnik ${index}`)
        // One provider is one recipient, however many services it has.
        const services = [...names, 'Ponudnik 0'].map((name, index) => serviceOf(name, index))
        serveInventory(world, { services })
        expect(await textOf(page, widget)).toContain(sentence)
      }
    })
  }

  test('which countries outside the European Economic Area, and none within', async ({ page, widget, world }) => {
    const services = ['US', 'NO', 'GB', 'SI', 'US/JP', 'IS', 'LI', 'CH'].map((country, index) =>
      serviceOf(`Ponudnik ${index}`, index, country),
    )
    serveInventory(world, { services })
    servePage(world, { tag: 'data-lang="en"' })
    const text = await textOf(page, widget)
    expect(text).toContain('(United States, United Kingdom, Japan and Switzerland)')
    for (const name of ['Norway', 'Slovenia', 'Iceland', 'Liechtenstein']) expect(text).not.toContain(name)
  })
})

test.describe('what has focus is never beneath the question', () => {
  const paragraphs = (count: number, from: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `<p style="min-height: 9rem"><a href="#p${from + index}">Povezava ${from + index}</a> in
        <label>polje <input name="polje${from + index}"></label></p>`,
    ).join('')

  const FOOTER = `<footer style="position: sticky; bottom: 0; padding: 0.5rem; background: #eee">
    <a href="#noga">Noga</a></footer>
    <button type="button" style="position: fixed; right: 1rem; bottom: 1rem; width: 4rem; height: 3rem">Klepet</button>`

  const BODY = `${paragraphs(3, 0)}<p style="height: 60rem">Dolg odstavek.</p>${paragraphs(3, 3)}
    <p id="last"><a href="#zadnja">Zadnja</a></p>${FOOTER}`

  /** What has focus, and whether its middle is beneath the question. */
  const focus = () => {
    const { activeElement } = document
    const root = document.querySelector('#privolim')!.shadowRoot!
    if (!activeElement || activeElement === document.body || activeElement.id === 'privolim') return
    const { left, width, top, height } = activeElement.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const over = root.querySelector('#question')!.getBoundingClientRect()
    return {
      name: activeElement.textContent || activeElement.getAttribute('name')!,
      beneath: x > over.left && x < over.right && y > over.top && y < over.bottom,
      seen: x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight,
    }
  }

  const NAMES = [
    ...[0, 1, 2, 3, 4, 5].flatMap((index) => [`Povezava ${index}`, `polje${index}`]),
    'Zadnja',
    'Noga',
    'Klepet',
  ]

  for (const position of ['bar', 'corner', 'centre']) {
    for (const [width, height] of [[320, 640], [768, 800], [1440, 900]] as const) {
      test(`${position}, ${width} × ${height}: nor is the page's end, and nothing moves`, async ({
        page,
        widget,
        world,
        browserName,
      }) => {
        servePage(world, { tag: `data-position="${position}"`, body: BODY })
        await page.addInitScript(() => {
          Reflect.set(window, 'shifts', [])
          if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) (Reflect.get(window, 'shifts') as number[]).push(Reflect.get(entry, 'value') as number)
          }).observe({ type: 'layout-shift', buffered: true })
        })
        await page.setViewportSize({ width, height })
        await page.goto(HOME)
        await expect(widget.question).toBeVisible()
        await settle(page)
        if (browserName === 'chromium')
          expect(await page.evaluate(() => Reflect.get(window, 'shifts') as number[])).toEqual([])
        const box = (await widget.question.boundingBox())!
        // Beside the scroll bar, where there is one.
        const room = await page.evaluate(() => document.documentElement.clientWidth)
        // Where it was told to stand.
        if (width > 320 && position !== 'bar') {
          expect(box.width).toBeLessThan(room)
          const [right, left] = [room - box.x - box.width, box.x]
          if (position === 'corner') expect(right).toBeLessThan(left)
          else expect(Math.abs(right - left)).toBeLessThanOrEqual(2)
        } else {
          expect(box).toMatchObject({ x: 0, width: room })
          expect(box.y + box.height).toBeCloseTo(height, 0)
        }

        const walk = async (key: string, to: string) => {
          const names: string[] = []
          // No further, into the browser's own bars: Firefox tells the page nothing of focus from then on.
          for (let press = 0; press < 26 && names.at(-1) !== to; press++) {
            await page.keyboard.press(key)
            await twoFrames(page)
            const now = await page.evaluate(focus)
            // On the question itself.
            if (!now) continue
            expect(now, `${key} to ${now.name}`).toMatchObject({ beneath: false, seen: true })
            names.push(now.name)
          }
          return names
        }
        expect(await walk('Tab', 'Klepet')).toEqual(NAMES)
        expect(await walk('Shift+Tab', 'Povezava 0')).toEqual(NAMES.slice(0, -1).reverse())

        // It is back in its place, and has taken the room there that it needs.
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
        await twoFrames(page)
        const end = await page.locator('#last').evaluate((last) => {
          const over = document.querySelector('#privolim')!.shadowRoot!.querySelector('#question')!.getBoundingClientRect()
          return over.top - last.getBoundingClientRect().bottom
        })
        expect(end).toBeGreaterThanOrEqual(-1)
      })
    }
  }

  /** Ways in which pages lay themselves out. */
  const PAGES: Record<string, string> = {
    'in columns': 'body { display: flex; align-items: flex-start } h1 { width: 20rem }',
    'in a column': 'body { display: flex; flex-direction: column; min-height: 100vh; margin: 0 }',
    'on a grid': 'body { display: grid; grid-template-columns: 1fr 3fr }',
    'as high as the window': 'html, body { height: 100%; margin: 0 }',
  }

  for (const [name, css] of Object.entries(PAGES)) {
    test(`the end of a page that is laid out ${name} can be scrolled clear of it`, async ({ page, widget, world }) => {
      const body = `<div><p style="height: 90rem">Dolg odstavek.</p><p id="last">Konec.</p></div>`
      servePage(world, { head: `<style>${css}</style>`, body })
      await page.setViewportSize({ width: 1024, height: 700 })
      await asked(page, widget)
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      await twoFrames(page)
      const { bottom, top } = await page.evaluate(() => ({
        bottom: document.querySelector('#last')!.getBoundingClientRect().bottom,
        top: document.querySelector('#privolim')!.shadowRoot!.querySelector('#question')!.getBoundingClientRect().top,
      }))
      expect(bottom).toBeLessThanOrEqual(top + 1)
    })
  }
})
