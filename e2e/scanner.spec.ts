import type { Locator } from '@playwright/test'
import { bringMeasure } from './accessibility/measure.js'
import { HOME, LINK, SERVICES, serveInventory, servePage } from './support/asking.js'
import { expect, recordsOn, settle, test, widgetOn } from './support/widget.js'

/**
 * What @slashgear/gdpr-cookie-scanner 3.8.2 takes points for, measured as it measures. It knows no Slovenian, so its
 * words are looked for on the English page alone.
 */

const measured = async (button: Locator) => {
  const { background, ...found } = await button.evaluate((element) => {
    const { width, height } = element.getBoundingClientRect()
    const { fontSize, color, backgroundColor } = getComputedStyle(element)
    const contrast = window.measure.contrast(color, window.measure.backdrop(element))
    return { area: width * height, font: parseFloat(fontSize), contrast, background: backgroundColor }
  })
  return { ...found, tone: toneOf(background) }
}

type Tone = 'green' | 'grey' | 'red' | 'neutral'

/** What it calls the colour of a button: very dark and very light ones are neutral. */
const toneOf = (colour: string): Tone => {
  const [red, green, blue] = colour.match(/[\d.]+/g)!.map((part) => Number(part) / 255) as [number, number, number]
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const [lightness, range] = [(most + least) / 2, most - least]
  if (lightness < 0.1 || lightness > 0.93) return 'neutral'
  const saturation = range && range / (1 - Math.abs(2 * lightness - 1))
  if (saturation < 0.2) return 'grey'
  const sixth = most === red ? (green - blue) / range : most === green ? (blue - red) / range + 2 : (red - green) / range + 4
  const hue = (sixth * 60 + 360) % 360
  if (hue >= 80 && hue <= 165 && saturation >= 0.25) return 'green'
  return hue <= 20 || hue >= 340 ? 'red' : 'neutral'
}

const GATED = SERVICES.map(
  ({ id }) => `<script type="text/plain" data-privolim="${id}" src="https://${id}.tretji.example/${id}.js"></script>`,
).join('\n')

for (const lang of ['sl', 'en']) {
  test(`T29 a scanner finds both answers alike and nothing before them, ${lang}`, async ({ page, world }) => {
    serveInventory(world)
    servePage(world, { lang, body: GATED + LINK })
    await bringMeasure(page)
    await page.goto(HOME)
    const widget = widgetOn(page)
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'banner')
    // Both on the first layer, so that either takes one click; the third leads to the single purposes.
    const reject = await measured(widget.action('reject-all'))
    const accept = await measured(widget.action('accept-all'))
    await expect(widget.action('preferences')).toBeVisible()
    expect(accept.area / reject.area).toBeLessThanOrEqual(3)
    expect(accept.font / reject.font).toBeLessThanOrEqual(1.3)
    expect(reject.contrast).toBeGreaterThanOrEqual(4.5)
    expect(accept.contrast / reject.contrast).toBeLessThan(1.5)
    expect(accept.tone === 'green' && ['grey', 'red'].includes(reject.tone)).toBe(false)
    expect(await widget.host.locator('input:checked').count()).toBe(0)
    await settle(page)
    expect(await recordsOn(page)).toEqual([])
    expect(world.hosts()).toEqual(['test.example'])
    await widget.rejectAll()
    await settle(page)
    expect(await recordsOn(page)).toEqual(['privolim'])
    expect(world.hosts()).toEqual(['test.example'])
  })
}

test('what it calls green, grey and red', () => {
  const tones = ['rgb(13, 79, 73)', 'rgb(40, 167, 69)', 'rgb(108, 117, 125)', 'rgb(220, 53, 69)', 'rgb(31, 78, 121)', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)'].map(toneOf)
  expect(tones).toEqual(['neutral', 'green', 'grey', 'red', 'neutral', 'neutral', 'neutral'])
})

test('T29 a scanner finds the words that it looks for on the English page', async ({ page, world }) => {
  serveInventory(world)
  servePage(world, { lang: 'en' })
  await page.goto(HOME)
  const question = page.locator('#privolim').getByRole('region', { name: 'Cookie notice' })
  for (const word of [/purpose/i, /third.part/i, /withdraw/i]) await expect(question).toContainText(word)
  await expect(question.getByRole('link', { name: /privacy/i })).toBeVisible()
  await expect(question.getByRole('button', { name: 'Reject all' })).toBeVisible()
})
