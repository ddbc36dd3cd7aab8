import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, settle, test } from '../support/widget.js'
import { bringMeasure } from './measure.js'
import { allOf, linesOf, type Said, saidOf } from './readingOrder.js'
import { REWRITES } from './results.js'
import { addressOf, type Asked, type Language, LANGUAGES, serveSite } from './site.js'

const FOLDER = new URL('reading-order/', import.meta.url)

/** Compares with what is kept beside this file; `REWRITE=1` keeps what is found. */
const expectKept = (name: string, said: Said) => {
  const file = new URL(`${name}.txt`, FOLDER)
  const found = linesOf(said)
  if (REWRITES) {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(file, `${found.join('\n')}\n`)
  }
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
  expect(found, `${file.pathname}, written with REWRITE=1`).toEqual(kept)
}

test.use({ timezoneId: 'Europe/Ljubljana' })

test.beforeEach(async ({ page, world, widget: _ }) => {
  serveSite(world)
  await bringMeasure(page)
})

test.describe('what the browser tells a screen reader', () => {
  test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium hands out its tree')

  test.beforeEach(async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-25T10:00:00+01:00'))
  })

  test('A01 of the question', async ({ page, widget }) => {
    await page.goto(addressOf())
    await expect(widget.question).toBeVisible()
    expectKept('question', await saidOf(page, widget.question))
  })

  test('of the question that is asked anew', async ({ page, widget }) => {
    await page.goto(addressOf({ stage: 'before' }))
    await widget.rejectAll()
    // What was known is written down a moment later.
    await settle(page)
    await page.goto(addressOf())
    await expect(widget.question).toBeVisible()
    expectKept('question-asked-anew', await saidOf(page, widget.question))
  })

  test('A02 A03 of the preferences, closed and with a table open', async ({ page, widget }) => {
    await page.goto(addressOf())
    await widget.customize()
    expectKept('preferences', await saidOf(page, widget.preferences))
    await widget.service('stevec').check()
    await widget.preferences.locator('summary').nth(1).click()
    await expect(widget.preferences.getByRole('table')).toBeVisible()
    expectKept('preferences-table', await saidOf(page, widget.preferences))
  })

  test('of the receipt', async ({ page, widget }) => {
    await page.goto(addressOf())
    await widget.customize()
    await widget.service('stevec').check()
    await widget.save()
    await widget.openByLink()
    await widget.action('receipt').click()
    await expect(widget.preferences.locator('dl')).toBeVisible()
    expectKept('receipt', await saidOf(page, widget.preferences))
  })

  test('of the declaration', async ({ page, widget }) => {
    await page.goto(addressOf({ path: '/zasebnost' }))
    await widget.rejectAll()
    const place = page.locator('[data-privolim-declaration="filled"]')
    await expect(place).toContainText('Zadnja izbira')
    expectKept('declaration', await saidOf(page, place))
  })

  test('A14 of the placeholder', async ({ page, widget }) => {
    await page.goto(addressOf())
    await widget.rejectAll()
    expectKept('placeholder', await saidOf(page, page.locator('[data-privolim-placeholder]')))
  })

  test('A13 tables are the same tables where their rows become lists', async ({ page, widget }) => {
    const shape = (table: Said) => ({
      name: table.name,
      rows: allOf(table, 'row').map((row) => row.children.map(({ role, name, children }) => `${role} ${name || linesOf(children[0]!).join()}`)),
    })
    const tablesAt = async (width: number) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(addressOf({ path: '/zasebnost' }))
      const place = page.locator('[data-privolim-declaration="filled"]')
      await expect(place.locator('table')).toHaveCount(3)
      await widget.customize()
      for (const summary of await widget.preferences.locator('summary').all()) await summary.click()
      await expect(widget.preferences.locator('table')).toHaveCount(3)
      const inDialog = allOf(await saidOf(page, widget.preferences), 'table')
      await page.keyboard.press('Escape')
      await expect(widget.preferences).toBeHidden()
      const displays = await place.locator('tr').evaluateAll((rows) => rows.map((row) => getComputedStyle(row).display))
      const onPage = allOf(await saidOf(page, place), 'table')
      return { displays: [...new Set(displays)], tables: [...inDialog, ...onPage].map(shape) }
    }
    const wide = await tablesAt(1280)
    const narrow = await tablesAt(320)
    expect([wide.displays, narrow.displays]).toEqual([['table-row'], ['block']])
    expect(wide.tables).toHaveLength(6)
    for (const { rows } of wide.tables) {
      expect(new Set(rows[0]!.map((cell) => cell.split(' ')[0]))).toEqual(new Set(['columnheader']))
      expect(rows[0]).toHaveLength(5)
      for (const row of rows.slice(1))
        expect(row.map((cell) => cell.split(' ')[0])).toEqual(['rowheader', 'cell', 'cell', 'cell', 'cell'])
    }
    // The heads that stand before each cell now are those of its column.
    const withHeads = wide.tables.map(({ name, rows: [heads, ...rows] }, table) => {
      const colon = table < 3 ? ':' : ''
      const headed = rows.map(([first, ...cells]) => [
        first,
        ...cells.map((cell, index) => cell.replace('cell', heads![index + 1]!.replace('columnheader', 'cell') + colon)),
      ])
      return { name, rows: [heads, ...headed] }
    })
    expect(narrow.tables).toEqual(withHeads)
  })
})

test.describe('A09 what has become of an answer is said', () => {
  const SAID: readonly (readonly [string, string, (press: (action: string) => Promise<void>) => Promise<void>])[] = [
    ['accepting', 'Dovolili ste vse piškotke.', (press) => press('accept-all')],
    ['refusing', 'Zavrnili ste vse piškotke, ki niso nujno potrebni.', (press) => press('reject-all')],
    [
      'saving',
      'Vaša izbira je shranjena.',
      async (press) => {
        await press('preferences')
        await press('save')
      },
    ],
  ]
  for (const [name, text, answer] of SAID)
    test(`in a status that was there before its words: ${name}`, async ({ page, widget }) => {
      await page.goto(addressOf())
      await expect(widget.question).toBeVisible()
      const first = firstWordsOf(page, widget.host)
      await answer((action) => widget.action(action).click())
      const status = widget.host.getByRole('status')
      await expect(status).toHaveText(text)
      expect(await first()).toBe('')
    })

  test('and withdrawing, once more in the same place', async ({ page, widget, browserName }) => {
    await page.goto(addressOf({ stage: 'before' }))
    await widget.acceptAll()
    const status = widget.host.getByRole('status')
    await expect(status).toHaveText('Dovolili ste vse piškotke.')
    await widget.openByLink()
    await widget.action('withdraw').click()
    await expect(status).toHaveText('Privolitev je preklicana.')
    if (browserName !== 'chromium') return
    expect(linesOf(await saidOf(page, widget.host.locator('[part="notice"]')))).toEqual([
      'status [live polite]',
      '  paragraph »Privolitev je preklicana.«',
    ])
  })
})

/** What a status held when it came: only what comes afterwards is announced. */
const firstWordsOf = (page: Page, host: Locator) => {
  const begun = host.evaluate((one) => {
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const added of addedNodes)
          if (added instanceof HTMLElement && added.matches('[role="status"]')) Reflect.set(window, 'firstWords', added.textContent)
    }).observe(one.shadowRoot!, { childList: true })
  })
  return async () => {
    await begun
    return page.evaluate(() => Reflect.get(window, 'firstWords') as string | undefined)
  }
}

/** Runs in the page: languages in which text of the widget's stands, whatever the page says of itself. */
const spoken = () => {
  const { lang } = document.documentElement
  document.documentElement.lang = 'fr'
  const hosts = [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot)
  const places = [...hosts.map(({ shadowRoot }) => shadowRoot!), ...document.querySelectorAll('[data-privolim-declaration]')]
  const languages = places.flatMap((place) =>
    [...place.querySelectorAll('*')]
      .filter((one) => !one.matches('style,script,[part="language"]') && one.checkVisibility())
      .filter((one) => [...one.childNodes].some((node) => node instanceof Text && node.data.trim()))
      .map((one) => window.measure.around(one).find((outer) => outer.hasAttribute('lang'))?.getAttribute('lang')),
  )
  document.documentElement.lang = lang
  return [...new Set(languages)]
}

test.describe('A10 the language of the parts', () => {
  for (const language of ['it', 'hu', 'en', 'de', 'hr'] as const)
    test(`is said on a page in ${language}, and on a Slovenian one where it is chosen`, async ({ page, widget, browserName }) => {
      test.skip(browserName !== 'chromium', 'one engine is enough for attributes')
      const open = (asked: Asked) => page.goto(addressOf({ language, ...asked }))
      await page.goto(addressOf({ language: 'sl' }))
      await widget.host.locator(`[part="language"][lang="${language}"]`).click()
      await expect(widget.host).toHaveAttribute('lang', language)
      // The page and its placeholder speak as they did.
      await page.locator('[data-privolim-placeholder]').evaluate((one) => one.remove())
      expect(await page.evaluate(spoken)).toEqual([language])
      await widget.action('preferences').click()
      await expect(widget.preferences).toBeVisible()
      expect(await page.evaluate(spoken)).toEqual([language])

      await page.context().clearCookies()
      await open({ path: '/' })
      await expect(page.locator('[data-privolim-placeholder] button')).toHaveCount(2)
      await widget.action('reject-all').click()
      await expect(widget.host.getByRole('status')).not.toBeEmpty()
      expect(await page.evaluate(spoken)).toEqual([language])
      await open({ path: '/zasebnost' })
      await expect(page.locator('[data-privolim-declaration="filled"]')).toBeVisible()
      expect(await page.evaluate(spoken)).toEqual([language])
      await open({ path: '/brez-povezave' })
      await expect(page.locator('privolim-reopen button')).toBeVisible()
      expect(await page.evaluate(spoken)).toEqual([language])
      await page.context().clearCookies()
      await open({ path: '/brez-vprasanja', stage: 'nothing' })
      await expect(page.locator('privolim-notice button')).toBeVisible()
      expect(await page.evaluate(spoken)).toEqual([language])
    })

  test('is Slovenian on a page in a language that is not spoken, and each language is named in itself', async ({ page, widget }) => {
    await page.goto(addressOf({ language: 'fr' as Language }))
    await expect(widget.question).toBeVisible()
    expect(await page.evaluate(spoken)).toEqual(['sl'])
    const buttons = widget.question.locator('[part="language"]')
    expect(await buttons.evaluateAll((all) => all.map((one) => [one.getAttribute('lang'), one.textContent]))).toEqual(
      LANGUAGES.map((language) => [language, new Intl.DisplayNames(language, { type: 'language' }).of(language)]),
    )
    await expect(buttons.first()).toHaveAttribute('aria-current', 'true')
  })
})
