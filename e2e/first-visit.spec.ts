import type { Locator, Page } from '@playwright/test'
import { runAxe, TAGS } from './support/runAxe.js'
import { expect, recordsOn, settle, test, type Widget } from './support/widget.js'

const HOME = 'https://test.example/'

/** WebDriver BiDi has no way to set the scheme of Firefox ESR, so it is tested in the light one alone. */
const schemesOf = (browserName: string): ('light' | 'dark')[] =>
  browserName === 'firefox' ? ['light'] : ['light', 'dark']

const answers = (widget: Widget) => [widget.action('reject-all'), widget.action('accept-all')] as const

const boxOf = async (locator: Locator) => (await locator.boundingBox())!

test.describe('before any answer', () => {
  test('no other host is asked and nothing is stored', async ({ page, widget, world }) => {
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(world.hosts()).toEqual(['test.example'])
    expect(await widget.ran()).toEqual([])
    expect(await recordsOn(page)).toEqual([])
    expect(await widget.granted()).toEqual([])
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'unset')
  })

  test('the question says who asks, for what, and who else learns of it', async ({ page, widget }) => {
    await page.goto(HOME)
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'banner')
    await expect(widget.question).toContainText('Društvo za preskuse')
    await expect(widget.question).toContainText('pomnjenje vaših nastavitev, merjenje obiska in oglaševanje')
    // Four services, each of another provider, one of them in the United States.
    await expect(widget.question).toContainText('4 zunanji ponudniki')
    await expect(widget.question).toContainText('Združene države')
    await expect(widget.question.getByRole('link', { name: 'Politika zasebnosti' })).toHaveAttribute(
      'href',
      '/declaration.html',
    )
    await expect(widget.question.getByRole('button')).toHaveText(['Zavrni vse', 'Sprejmi vse', 'Prilagodi izbiro'])
  })

  const DEEDS: Record<string, (page: Page, widget: Widget) => Promise<unknown>> = {
    'pressing Escape': (page) => page.keyboard.press('Escape'),
    'scrolling': (page) => page.mouse.wheel(0, 2000),
    'clicking on the page': (page) => page.locator('h1').click(),
    'clicking on the text of the question': (_page, widget) => widget.question.getByRole('heading').click(),
    'following a link': (page) => page.locator('#next').click(),
    'reloading': (page) => page.reload(),
    'looking at the preferences': async (page, widget) => {
      await widget.customize()
      await widget.category('analytics').check()
      await page.keyboard.press('Escape')
      await expect(widget.preferences).toBeHidden()
    },
  }

  test('nothing but an answer is an answer', async ({ page, widget, world }) => {
    await page.goto(HOME)
    for (const [name, deed] of Object.entries(DEEDS)) {
      await test.step(name, async () => {
        await expect(widget.question).toBeVisible()
        await deed(page, widget)
        await expect(widget.question).toBeVisible()
        await settle(page)
        expect(await widget.granted()).toEqual([])
        expect(await widget.ran()).toEqual([])
        expect(world.hosts()).toEqual(['test.example'])
        expect(await recordsOn(page)).toEqual([])
      })
    }
    expect(new URL(page.url()).pathname).toBe('/second.html')
  })
})

test.describe('the two answers', () => {
  const LOOK = `
    font-family font-size font-weight font-style letter-spacing line-height text-transform text-decoration-line
    color background-color background-image opacity filter visibility box-shadow outline-style cursor
    padding-top padding-right padding-bottom padding-left border-top-width border-top-style border-top-color
    border-left-width border-left-color border-top-left-radius transform scale pointer-events animation-name
  `.match(/[a-z-]+/g)!

  const lookOf = (button: Locator): Promise<Record<string, string>> =>
    button.evaluate((element, names) => {
      const style = getComputedStyle(element)
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]))
    }, LOOK)

  const expectEqual = async (widget: Widget) => {
    const [reject, accept] = answers(widget)
    expect(await lookOf(accept)).toEqual(await lookOf(reject))
    const one = await boxOf(reject)
    const other = await boxOf(accept)
    expect(Math.abs(one.width - other.width)).toBeLessThanOrEqual(2)
    expect(Math.abs(one.height - other.height)).toBeLessThanOrEqual(2)
    // Beside each other, not one after a gap.
    expect(Math.abs(one.y - other.y)).toBeLessThanOrEqual(2)
    expect(other.x - (one.x + one.width)).toBeGreaterThanOrEqual(0)
    expect(other.x - (one.x + one.width)).toBeLessThanOrEqual(24)
    // A target that a thumb hits (WCAG 2.2, 2.5.8, and more).
    expect(one.height).toBeGreaterThanOrEqual(44)
  }

  for (const width of [320, 768, 1440]) {
    test(`stand beside each other and look the same, ${width} pixels wide`, async ({ page, widget, browserName }) => {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of schemesOf(browserName)) {
        await page.emulateMedia({ colorScheme })
        await page.goto(HOME)
        await expect(widget.question).toBeVisible()
        await expectEqual(widget)
      }
      const [reject] = answers(widget)
      const neighbours = await reject.evaluate(({ tagName, nextElementSibling }) => [
        tagName,
        nextElementSibling?.tagName,
        nextElementSibling?.getAttribute('data-privolim-action'),
      ])
      expect(neighbours).toEqual(['BUTTON', 'BUTTON', 'accept-all'])
    })
  }

  test('differ between the schemes, but not from each other', async ({ page, widget, browserName }) => {
    test.skip(browserName === 'firefox', 'WebDriver BiDi cannot set the scheme of Firefox ESR')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(HOME)
    const [reject, accept] = answers(widget)
    const light = await lookOf(reject)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect((await lookOf(reject))['background-color']).not.toBe(light['background-color'])
    expect(await lookOf(accept)).toEqual(await lookOf(reject))
  })

  test('take the site\'s own look, both of them', async ({ page, widget }) => {
    await page.goto(HOME)
    await page.addStyleTag({
      content: `:root {
        --privolim-accent: rgb(120, 0, 40); --privolim-on-accent: rgb(255, 250, 240);
        --privolim-radius: 20px; --privolim-font: monospace;
      }
      button { background: red; font-size: 40px }
      #privolim::part(answer) { text-transform: uppercase; border: 3px solid rgb(1, 2, 3) }`,
    })
    for (const answer of answers(widget)) {
      await expect(answer).toHaveCSS('background-color', 'rgb(120, 0, 40)')
      await expect(answer).toHaveCSS('color', 'rgb(255, 250, 240)')
      await expect(answer).toHaveCSS('border-top-left-radius', '20px')
      await expect(answer).toHaveCSS('font-family', 'monospace')
      await expect(answer).toHaveCSS('text-transform', 'uppercase')
    }
    await expectEqual(widget)
  })

  test('cannot be styled apart from the page', async ({ page, widget }) => {
    await page.goto(HOME)
    await page.addStyleTag({
      content: `
        #privolim::part(reject), #privolim::part(reject-all) { opacity: 0.2 }
        #privolim::part(accept), #privolim::part(accept-all) { font-size: 40px }
        #privolim::part(answer):first-child, #privolim::part(answer):nth-child(1) { display: none }
        #privolim [data-privolim-action='reject-all'], [data-privolim-action='reject-all'] { visibility: hidden }`,
    })
    await expectEqual(widget)
  })

  test('are equal in the preferences too', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.customize()
    const [reject, accept] = answers(widget)
    expect(await lookOf(accept)).toEqual(await lookOf(reject))
    const [one, other] = [await boxOf(reject), await boxOf(accept)]
    expect(Math.abs(one.width - other.width)).toBeLessThanOrEqual(2)
    expect(Math.abs(one.height - other.height)).toBeLessThanOrEqual(2)
  })
})

test.describe('on a small screen', () => {
  // The second is 1280 × 1024 at 400 % (WCAG 1.4.10).
  for (const [width, height] of [[320, 640], [320, 256]] as const) {
    test(`every button is in view at ${width} × ${height}, and nothing scrolls sideways`, async ({ page, widget }) => {
      await page.setViewportSize({ width, height })
      await page.goto(HOME)
      await expect(widget.question).toBeVisible()
      for (const button of [...answers(widget), widget.action('preferences')]) {
        await expect(button).toBeInViewport({ ratio: 1 })
        // Nor does anything lie over it.
        const onTop = await button.evaluate((element) => {
          const { left, top, width: wide, height: high } = element.getBoundingClientRect()
          const root = element.getRootNode() as ShadowRoot
          return root.elementFromPoint(left + wide / 2, top + high / 2) === element
        })
        expect(onTop).toBe(true)
      }
      const sideways = () => page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)
      expect(await sideways()).toBeLessThanOrEqual(0)
      const texts = widget.question.locator('p, h2')
      for (const text of await texts.all()) {
        const overflow = await text.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
        expect(overflow).toBeLessThanOrEqual(0)
      }
      // What does not fit can be scrolled to, and read: a line of it at least is to be seen at once.
      await texts.last().scrollIntoViewIfNeeded()
      await expect(texts.last()).toBeInViewport()
      const [text, lineHeight] = await widget.question
        .locator('[part="text"]')
        .evaluate((element) => [element.clientHeight, parseFloat(getComputedStyle(element).lineHeight)] as const)
      expect(text).toBeGreaterThanOrEqual(lineHeight)
    })
  }
})

test.describe('the page beneath', () => {
  test('P36 scrolls, takes input, and its links work', async ({ page, widget }) => {
    await page.setViewportSize({ width: 1024, height: 600 })
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    expect(await page.evaluate(() => document.body.inert || document.documentElement.inert)).toBe(false)
    await page.mouse.move(300, 100)
    await page.mouse.wheel(0, 300)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
    await page.getByLabel('Ime').fill('Ana')
    await expect(page.getByLabel('Ime')).toHaveValue('Ana')
    await page.locator('#next').click()
    await expect(page).toHaveURL('https://test.example/second.html')
  })

  for (const [width, height] of [[320, 640], [1440, 900]] as const) {
    test(`its end can be scrolled clear of the question at ${width} × ${height}`, async ({ page, widget }) => {
      await page.setViewportSize({ width, height })
      await page.goto(HOME)
      await expect(widget.question).toBeVisible()
      const clearance = async () => {
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
        const end = await boxOf(page.locator('#end'))
        return (await boxOf(widget.question)).y - (end.y + end.height)
      }
      await expect.poll(clearance).toBeGreaterThanOrEqual(-1)
      await widget.rejectAll()
      // Room that nobody needs any more is given back.
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollHeight - document.body.offsetHeight))
        .toBeLessThanOrEqual(1)
      const room = await page.evaluate(() => {
        const { bottom } = document.querySelector('#end')!.getBoundingClientRect()
        return document.body.getBoundingClientRect().bottom - bottom
      })
      expect(room).toBeLessThanOrEqual(1)
    })
  }

  test('P36 what takes focus is not under the question', async ({ page, widget }) => {
    await page.setViewportSize({ width: 768, height: 500 })
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    const seen: string[] = []
    for (let press = 0; press < 20 && !seen.includes('Nastavitve piškotkov'); press++) {
      await page.keyboard.press('Tab')
      const focused = page.locator('body :focus')
      if ((await focused.count()) === 0) continue
      seen.push((await focused.textContent())!)
      const bottomOf = async () => (await boxOf(focused)).y + (await boxOf(focused)).height
      const top = (await boxOf(widget.question)).y
      await expect.poll(bottomOf, seen.at(-1)).toBeLessThanOrEqual(top + 1)
    }
    expect(seen).toEqual(expect.arrayContaining(['Na drugo stran', 'zadnjo povezavo', 'Nastavitve piškotkov']))
  })
})

test('nothing on the page moves when the question comes and goes', async ({ page, widget, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium measures layout shifts')
  await page.addInitScript(() => {
    const shifts: number[] = []
    Reflect.set(window, 'shifts', shifts)
    const note = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value') as number)
    }
    new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true })
  })
  const shifts = () => page.evaluate(() => Reflect.get(window, 'shifts') as number[])
  for (const address of ['https://ksok.si/', HOME]) {
    await page.goto(address)
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(await shifts()).toEqual([])
    await widget.rejectAll()
    await settle(page)
    expect(await shifts()).toEqual([])
  }
  // And the measure does measure.
  await page.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<div style="height:200px">Premik</div>'))
  await expect.poll(shifts).not.toEqual([])
})

test.describe('LAB-6 axe finds nothing', () => {
  test.skip(({ browserName }) => browserName !== 'chromium', 'one engine is enough for rules about markup and colours')

  const findings = async (page: Page) => {
    const { violations, passes } = await runAxe(page, { tags: TAGS })
    expect(passes.length).toBeGreaterThan(10)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${page.url()} ${id}: ${String(target)}`))
  }

  const unfold = async ({ preferences }: Widget) => {
    for (const summary of await preferences.locator('summary').all()) await summary.click()
    await expect(preferences.locator('details:not([open])')).toHaveCount(0)
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme })

      test('with the question open', async ({ page, widget }) => {
        const found: string[] = []
        for (const address of ['https://ksok.si/', HOME]) {
          await page.goto(address)
          await expect(widget.question).toBeVisible()
          found.push(...(await findings(page)))
        }
        expect(found).toEqual([])
      })

      test('with the preferences open', async ({ page, widget }) => {
        const found: string[] = []
        for (const [address, width] of [['https://kobeinmini.eu/', 1280], [HOME, 360]] as const) {
          await page.setViewportSize({ width, height: 720 })
          await page.goto(address)
          await widget.customize()
          await widget.category('analytics').check()
          await unfold(widget)
          found.push(...(await findings(page)))
        }
        expect(found).toEqual([])
      })

      test('on the page with the declaration', async ({ page, widget }) => {
        const found: string[] = []
        for (const site of ['https://pojalabanda.com', 'https://www.zmos.si', 'https://ksok.si']) {
          await page.goto(`${site}/zasebnost/`)
          await expect(page.locator('[data-privolim-declaration]')).not.toBeEmpty()
          if (await page.evaluate(() => window.privolim!.needsChoice)) await widget.rejectAll()
          found.push(...(await findings(page)))
        }
        expect(found).toEqual([])
      })

      test('with the way back in the corner', async ({ page, widget }) => {
        await page.goto('https://test.example/no-link.html')
        await widget.rejectAll()
        await expect(page.getByRole('button', { name: 'Nastavitve piškotkov' })).toBeVisible()
        expect(await findings(page)).toEqual([])
      })
    })
  }
})
