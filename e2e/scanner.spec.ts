import type { Locator } from '@playwright/test'
import { bringMeasure } from './accessibility/measure.js'
import { HOME, LINK, SERVICES, serveInventory, servePage } from './support/asking.js'
import { expect, recordsOn, settle, test, widgetOn } from './support/widget.js'

/**
 * What @slashgear/gdpr-cookie-scanner 3.8.2 takes points for, measured as it measures. It knows no Slovenian, so its
 * words are looked for on the English page alone.
 */

const measured = (button: Locator) =>
  button.evaluate((element) => {
    const { width, height } = element.getBoundingClientRect()
    const { fontSize, color } = getComputedStyle(element)
    const contrast = window.measure.contrast(color, window.measure.backdrop(element))
    return { area: width * height, font: parseFloat(fontSize), contrast }
  })

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

test('T29 a scanner finds the words that it looks for on the English page', async ({ page, world }) => {
  serveInventory(world)
  servePage(world, { lang: 'en' })
  await page.goto(HOME)
  const question = page.locator('#privolim').getByRole('region', { name: 'Cookie notice' })
  for (const word of [/purpose/i, /third.part/i, /withdraw/i]) await expect(question).toContainText(word)
  await expect(question.getByRole('link', { name: /privacy/i })).toBeVisible()
  await expect(question.getByRole('button', { name: 'Reject all' })).toBeVisible()
})
