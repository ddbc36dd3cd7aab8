import type { Page } from '@playwright/test'
import { expect, settle, test, type Widget } from '../support/widget.js'
import { axeOn, bringAxe } from './axeOn.js'
import { type Look, PLAN, type Row, type Run, runsOf, type State } from './plan.js'
import { resultOf, sayResult } from './results.js'
import { addressOf, type Asked, serveSite } from './site.js'

test.skip(({ browserName }) => browserName !== 'chromium', 'one engine is enough for rules about markup and colours')

for (const row of PLAN) {
  const { theme, scheme } = row
  test(`axe finds nothing in any state: ${theme}, ${scheme}`, async ({ page, world, widget, complaints }) => {
    // Alone it takes seconds; beside others on a busy machine it may take a while.
    test.setTimeout(120_000)
    serveSite(world)
    await bringAxe(page)
    const done: Run[] = []
    const findings: string[] = []
    const applied = new Set<string>()
    let rules: string[] = []
    await walk(page, widget, row, async (state, look) => {
      const found = await axeOn(page)
      done.push({ ...look, theme, scheme, state })
      findings.push(...found.findings.map((line) => `${state}, ${Object.values(look).join(', ')}: ${line}`))
      for (const rule of found.applied) applied.add(rule)
      rules = [...new Set([...rules, ...found.rules])]
    })
    expect(findings).toEqual([])
    expect([...complaints.errors, ...complaints.uncaught]).toEqual([])
    const inOrder = (runs: readonly Run[]) => runs.map((run) => Object.values(run).join(' ')).sort()
    expect(inOrder(done)).toEqual(inOrder(runsOf(row)))
    sayResult(resultOf(row, { runs: done.length, rules: rules.length, applied: applied.size }))
  })
}

test('axe does look into the widget, forced colours or not', async ({ page, world, widget }) => {
  serveSite(world)
  await bringAxe(page)
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors })
    await page.goto(addressOf())
    await widget.customize()
    await widget.preferences.evaluate((dialog) => {
      dialog.querySelector('input')!.removeAttribute('aria-label')
      dialog.querySelector('p')!.style.cssText = 'forced-color-adjust:none;color:#ccc;background:#fff'
    })
    const { findings } = await axeOn(page)
    for (const rule of ['color-contrast', 'label']) expect(findings.join('\n')).toContain(`breaks ${rule} at #privolim`)
  }
})

/** One visitor's way through all that there is to be seen; `visit` looks at each state once it is there. */
const walk = async (
  page: Page,
  widget: Widget,
  { theme, scheme, looks }: Row,
  visit: (state: State, look: Look) => Promise<void>,
) => {
  const [first] = looks
  const { host, preferences, action } = widget
  const put = async ({ width, media }: Look) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({
      colorScheme: scheme,
      forcedColors: media === 'forced colours' ? 'active' : 'none',
      contrast: media === 'more contrast' ? 'more' : 'no-preference',
      reducedMotion: media === 'reduced motion' ? 'reduce' : 'no-preference',
    })
  }
  const go = async (asked: Asked) => {
    await put(first)
    await page.goto(addressOf({ language: first.language, theme, stage: 'before', ...asked }))
  }
  const question = host.getByRole('region')
  const speak = async (place: typeof question, language: string) => {
    await place.locator(`[part="language"][lang="${language}"]`).click()
    await expect(place.locator(`[part="language"][lang="${language}"]`)).toHaveAttribute('aria-current', 'true')
  }
  const openByLink = async () => {
    await page.locator('footer a').click()
    await expect(preferences).toBeVisible()
  }

  await go({ path: '/' })
  await expect(question).toBeVisible()
  for (const look of looks) {
    await put(look)
    await speak(question, look.language)
    await visit('question', look)
    await action('preferences').click()
    await expect(preferences).toBeVisible()
    await visit('preferences', look)
    for (const summary of await preferences.locator('summary').all()) await summary.click()
    await expect(preferences.getByRole('table')).toHaveCount(2)
    await visit('tables', look)
    await widget.service('stevec').check()
    await widget.category('embeds').check()
    await visit('draft', look)
    if (look === looks.at(-1)) break
    await page.keyboard.press('Escape')
    await expect(question).toBeVisible()
  }

  // What the frame would load is not ours to be tested.
  await widget.category('embeds').uncheck()
  await put(first)
  await speak(preferences, first.language)
  await action('save').click()
  await expect(host.getByRole('status')).not.toBeEmpty()
  await visit('quiet notice', first)

  await openByLink()
  await visit('preferences after a choice', first)
  for (const look of looks) {
    await put(look)
    await speak(preferences, look.language)
    await action('receipt').click()
    await expect(preferences.locator('dl')).toBeVisible()
    await visit('receipt', look)
    await action('back').click()
  }

  await go({ path: '/' })
  const placeholder = page.locator('[data-privolim-placeholder]')
  await expect(placeholder.getByRole('button')).toHaveCount(2)
  await visit('placeholder', first)
  await go({ path: '/zasebnost' })
  await expect(page.locator('[data-privolim-declaration="filled"] table')).toHaveCount(2)
  await visit('declaration', first)
  await go({ path: '/brez-povezave' })
  await expect(page.locator('privolim-reopen').getByRole('button')).toBeVisible()
  await visit('way back', first)

  await go({ path: '/', stage: 'now' })
  await expect(question.locator('[part="news"]')).toContainText('Oglasi')
  await visit('question asked anew', first)
  await page.locator('[name="ime"]').fill('Ana')
  await action('accept-all').click()
  await expect.poll(() => widget.ran()).toBeTruthy()
  await openByLink()
  await action('withdraw').click()
  const notice = host.locator('[part="notice"][data-seen]')
  await expect(notice.getByRole('listitem')).toContainText('_oglasi')
  await expect(notice.getByRole('button')).toHaveCount(2)
  // The frame has gone, too.
  await expect(placeholder).toHaveCount(1)
  await settle(page)
  await visit('notice', first)

  await page.context().clearCookies()
  await go({ path: '/brez-vprasanja', stage: 'nothing' })
  await expect(page.locator('privolim-notice').getByRole('button')).toBeVisible()
  await visit('unasked', first)
}
