import type { Page } from '@playwright/test'
import { expect, test, type Widget } from '../support/widget.js'
import { bringMeasure } from './measure.js'
import { addressOf, serveSite, THEMES } from './site.js'

test.skip(({ browserName }) => browserName !== 'chromium', 'WebDriver BiDi has no way to set the media of Firefox ESR')

test.beforeEach(async ({ page, world, widget: _ }) => {
  serveSite(world)
  await bringMeasure(page)
})

/** All layers in turn, each before the eyes when `look` is called. */
const eachLayer = async (page: Page, widget: Widget, look: (layer: string) => Promise<void>) => {
  const { preferences, action } = widget
  await page.goto(addressOf({ language: 'hu' }))
  await expect(action('accept-all')).toBeVisible()
  await look('question and placeholder')
  await action('accept-all').click()
  await page.locator('[name="ime"]').fill('Ana')
  await page.locator('footer a').click()
  await expect(preferences).toBeVisible()
  for (const summary of await preferences.locator('summary').all()) await summary.click()
  await expect(preferences.getByRole('table')).toHaveCount(3)
  await look('preferences')
  await action('receipt').click()
  await expect(preferences.locator('dl')).toBeVisible()
  await look('receipt')
  await action('back').click()
  await action('withdraw').click()
  await expect(widget.host.locator('[part="notice"][data-seen]').getByRole('button')).toHaveCount(2)
  await look('notice')
  await page.goto(addressOf({ language: 'hu', path: '/brez-povezave' }))
  await expect(page.locator('privolim-reopen button')).toBeVisible()
  await look('way back')
  await page.goto(addressOf({ language: 'hu', path: '/zasebnost' }))
  await expect(page.locator('[data-privolim-declaration="filled"] table')).toHaveCount(3)
  await look('declaration')
  await page.context().clearCookies()
  await page.goto(addressOf({ language: 'hu', path: '/brez-vprasanja', stage: 'nothing' }))
  await expect(page.locator('privolim-notice button')).toBeVisible()
  await look('unasked')
}

/** Runs in the page: what is cut, wider than its place, or out of the window. */
const faultsOfRoom = () => {
  const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  const places: (ShadowRoot | Element)[] = [...roots, ...document.querySelectorAll('[data-privolim-declaration]')]
  const all = places.flatMap((place) => [...place.querySelectorAll<HTMLElement>('*')]).filter((one) => one.checkVisibility())
  const sayOf = (one: Element) => `${one.localName}[part="${one.getAttribute('part')}"] ${one.textContent.trim().slice(0, 30)}`
  const isUnseen = (one: Element) => window.measure.around(one).some((outer) => getComputedStyle(outer).clipPath !== 'none')
  const faults = all
    .filter((one) => !isUnseen(one))
    .flatMap((one) => {
      const { overflowX, overflowY, display } = getComputedStyle(one)
      const wide = display !== 'inline' && one.scrollWidth > one.clientWidth + 1
      const high = overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 1
      const scrolls = overflowX !== 'visible' || one.localName === 'button'
      const { left, right } = one.getBoundingClientRect()
      const outside = left < -1 || right > innerWidth + 1
      return [wide && scrolls && 'is wider than its place', high && 'is cut', outside && 'is out of the window']
        .filter(Boolean)
        .map((fault) => `${sayOf(one)} ${String(fault)}`)
    })
  const buttons = all.filter((one) => one.matches('button') && !isUnseen(one))
  const cut = buttons.filter((one) => one.scrollHeight > one.offsetHeight).map((one) => `${sayOf(one)} is higher than its button`)
  const page = document.documentElement
  return [...faults, ...cut, ...(page.scrollWidth > page.clientWidth ? ['the page scrolls sideways'] : [])]
}

/** WCAG 1.4.12, in every root, as an extension of a visitor's would do it. */
const spaceText = () => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    '*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}p{margin-bottom:2em!important}',
  )
  for (const { shadowRoot } of document.querySelectorAll('*'))
    if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet]
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

for (const [name, width, height, spaced] of [
  ['A05 nothing needs scrolling sideways at 320 × 256 px (1280 × 1024 at 400 %)', 320, 256, false],
  ['A06 nothing is cut where text is spaced out, on a phone', 320, 568, true],
  ['A06 nothing is cut where text is spaced out, on a desk', 1280, 720, true],
] as const)
  test(name, async ({ page, widget }) => {
    await page.setViewportSize({ width, height })
    const faults: string[] = []
    await eachLayer(page, widget, async (layer) => {
      if (spaced) await page.evaluate(spaceText)
      faults.push(...(await page.evaluate(faultsOfRoom)).map((fault) => `${layer}: ${fault}`))
    })
    expect(faults).toEqual([])
  })

for (const theme of THEMES)
  test(`A04 parts of the interface stand out from what they are on: ${theme}`, async ({ page, widget }) => {
    const faults: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      // Else a knob may be on its way from one colour to the other.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(addressOf({ theme }))
      await widget.customize()
      await widget.service('stevec').check()
      const ratios = await page.evaluate(() => {
        const { around, backdrop, contrast } = window.measure
        const dialog = document.querySelector('#privolim')!.shadowRoot!.querySelector('dialog')!
        const on = (one: Element) => backdrop(around(one)[1]!)
        return [...dialog.querySelectorAll('input,[part="answer"] button,[part="save"]')].flatMap((one) => {
          const { borderTopColor, backgroundColor } = getComputedStyle(one)
          const name = one.ariaLabel ?? one.textContent
          if (!one.matches('input')) {
            const edge = one.matches('[part="answer"] button') ? backgroundColor : borderTopColor
            return [[name, contrast(edge, on(one))]] as const
          }
          const knob = getComputedStyle(one, '::before').backgroundColor
          return [
            [name, contrast(borderTopColor, on(one))],
            [`${name}, the knob`, contrast(knob, [...on(one), backgroundColor])],
          ] as const
        })
      })
      expect(ratios).toHaveLength(7 * 2 + 3)
      for (const [name, ratio] of ratios) if (ratio < 3) faults.push(`${colorScheme}: ${name}: ${ratio.toFixed(2)}`)
    }
    expect(faults).toEqual([])
  })

test('A11 nothing goes by itself, however long one waits', async ({ page, widget }) => {
  await page.clock.install()
  await page.goto(addressOf())
  await page.clock.runFor(1000)
  await expect(widget.question).toBeVisible()
  await page.clock.runFor('05:00:00')
  await expect(widget.question).toBeVisible()
  expect(await widget.choice()).toBe('')
  await widget.action('accept-all').click()
  await page.locator('[name="ime"]').fill('Ana')
  await page.clock.runFor(1000)
  await widget.openByLink()
  await widget.action('withdraw').click()
  await page.clock.runFor(1000)
  const notice = widget.host.locator('[part="notice"][data-seen]')
  await expect(notice.getByRole('button')).toHaveCount(2)
  await page.clock.runFor('05:00:00')
  await expect(notice.getByRole('button')).toHaveCount(2)
})

test('A12 nothing moves for those who want no motion, and there is something that would', async ({ page, widget }) => {
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelector('#privolim')!.shadowRoot!.querySelectorAll('*')].filter((one) =>
        [undefined, '::before'].some((pseudo) => {
          const { transitionDuration, animationName } = getComputedStyle(one, pseudo)
          return transitionDuration !== '0s' || animationName !== 'none'
        }),
      ).length,
    )
  await page.goto(addressOf())
  await widget.customize()
  expect(await moving()).toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await moving()).toBe(0)
})

test('A12 in forced colours answers and switches have an edge, and a switch shows its state', async ({ page, widget }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(addressOf())
  await widget.customize()
  const looks = () =>
    widget.preferences.evaluate((dialog) =>
      [...dialog.querySelectorAll('[part="answer"] button,[part="save"],input')].map((one) => {
        const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(one)
        const edge = window.measure.contrast(borderTopColor, window.measure.backdrop(window.measure.around(one)[1]!))
        return { isEdged: edge > 3 && borderTopWidth !== '0px', backgroundColor, isOn: (one as HTMLInputElement).checked }
      }),
    )
  await widget.service('stevec').check()
  await page.waitForTimeout(200)
  const found = await looks()
  expect(found.filter(({ isEdged }) => !isEdged)).toEqual([])
  const coloursOf = (isOn: boolean) => new Set(found.filter((one) => one.isOn === isOn).map((one) => one.backgroundColor))
  expect([coloursOf(true).size, coloursOf(false).size]).toEqual([1, 1])
  expect(coloursOf(true)).not.toEqual(coloursOf(false))
})

test('A12 nothing of it is printed, but the declaration', async ({ page, widget }) => {
  const shown: string[] = []
  await eachLayer(page, widget, async (layer) => {
    await page.emulateMedia({ media: 'print' })
    const seen = await page.evaluate(() => {
      const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
      const pieces = roots.flatMap((root) => [...root.querySelectorAll('button,dialog,[popover],[part="notice"]')])
      const isThere = (one: Element) => one.checkVisibility() && one.getBoundingClientRect().height > 0
      return pieces.filter(isThere).map((one) => `${one.localName} ${one.textContent}`)
    })
    shown.push(...seen.map((piece) => `${layer}: ${piece}`))
    await page.emulateMedia({ media: 'screen' })
  })
  expect(shown).toEqual([])
})
