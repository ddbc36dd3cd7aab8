import type { Page } from '@playwright/test'
import { expect, settle, stampOf, test, type Widget } from './support/widget.js'
import type { World } from './support/world.js'

const HOME = 'https://test.example/'

const serveInventory = (world: World, inventory: object) =>
  world.serve(`${HOME}piskotki.json`, { type: 'application/json; charset=utf-8', body: JSON.stringify(inventory) })

const flagsOf = (choice: string) => choice.slice(0, '1.n1.f0.a0.m0.e0'.length)

const servicesOf = (choice: string) => choice.split('.').filter((token) => token.includes('~'))

const isMixed = (widget: Widget, id: string) =>
  widget.category(id).evaluate((element: HTMLInputElement) => element.indeterminate)

/** What has focus, inside the shadow root too. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const outer = document.activeElement
    const inner = outer?.shadowRoot?.activeElement
    return {
      isWidgets: outer?.id === 'privolim' && !!inner,
      inDialog: !!inner?.closest('dialog'),
      action: inner?.getAttribute('data-privolim-action') ?? '',
      page: outer === document.body || outer?.id === 'privolim' ? '' : (outer?.textContent ?? ''),
    }
  })

test.describe('the dialog', () => {
  test('is a native modal one, with a name', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.customize()
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'preferences')
    await expect(widget.preferences).toHaveAccessibleName('Nastavitve piškotkov')
    expect(await widget.preferences.evaluate((dialog) => [dialog.tagName, dialog.matches(':modal')])).toEqual([
      'DIALOG',
      true,
    ])
    await expect(widget.question).toBeHidden()
    // What is beneath takes no click, not even beside the dialog.
    const beneath = await page.evaluate(() => {
      const { left, top } = document.querySelector('header a')!.getBoundingClientRect()
      return document.elementFromPoint(left + 2, top + 2)?.tagName
    })
    expect(beneath).not.toBe('A')
  })

  const WAYS: Record<string, (page: Page, widget: Widget) => Promise<unknown>> = {
    'the question\'s button': (_page, widget) => widget.action('preferences').click(),
    'a link to #privolim': (page) => page.locator('a[href="#privolim"]').click(),
    'anything marked with the action': async (page) => {
      await page.evaluate(() => {
        const opener = '<button type="button" data-privolim-action="preferences"><b>Piškotki</b></button>'
        document.querySelector('h1')!.insertAdjacentHTML('afterend', opener)
      })
      await page.getByText('Piškotki', { exact: true }).click()
    },
    'a call': (page) => page.evaluate(() => window.privolim!.openPreferences()),
  }

  for (const [name, open] of Object.entries(WAYS)) {
    test(`is opened by ${name}`, async ({ page, widget }) => {
      await page.goto(HOME)
      await expect(widget.question).toBeVisible()
      await open(page, widget)
      await expect(widget.preferences).toBeVisible()
      await expect(widget.host).toHaveAttribute('data-privolim-view', 'preferences')
      expect(new URL(page.url()).pathname).toBe('/')
      await widget.action('close').click()
      await expect(widget.preferences).toBeHidden()
      await expect(widget.question).toBeVisible()
      await expect(widget.host).toHaveAttribute('data-privolim-view', 'banner')
    })
  }

  test('is not fetched before it is opened', async ({ page, widget, world }) => {
    const parts = () => world.requests(/\/privolim\/privolim-[^/]*preferences/i)
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(parts()).toEqual([])
    await widget.customize()
    expect(parts()).toHaveLength(1)
  })

  test('opens on a later page too, with what was chosen', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.customize()
    await widget.category('functional').check()
    await widget.save()
    await page.goto(`${HOME}second.html`)
    await widget.openByLink()
    await expect(widget.category('functional')).toBeChecked()
    await expect(widget.service('klepet')).toBeChecked()
    await expect(widget.category('analytics')).not.toBeChecked()
    await expect(widget.category('marketing')).not.toBeChecked()
  })

  test('of a site that needs no consent shows contacts, and asks nothing', async ({ page, widget }) => {
    await page.goto('https://www.zmos.si/')
    await page.evaluate(() => window.privolim!.openPreferences())
    await expect(widget.preferences).toBeVisible()
    await expect(widget.preferences).toContainText('zmos@koper.si')
    await expect(widget.preferences).toContainText('Mailchimp')
    await expect(widget.preferences.getByRole('checkbox')).toHaveCount(0)
    await expect(widget.action('accept-all')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    await expect(widget.question).toBeHidden()
    expect(await page.context().cookies()).toEqual([])
  })
})

test.describe('the switches', () => {
  test('are native checkboxes, one for each category and service, none of them on', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.customize()
    const boxes = widget.preferences.locator('input')
    const found = await boxes.evaluateAll((inputs) =>
      inputs.map((input) => {
        const { type, checked, disabled, dataset } = input as HTMLInputElement
        return { type, checked, disabled, id: dataset['privolimCategory'] ?? dataset['privolimService'] }
      }),
    )
    const optional = found.filter(({ id }) => id !== 'necessary')
    expect(optional.map(({ id }) => id)).toEqual(
      ['functional', 'klepet', 'analytics', 'stevec', 'merilec', 'marketing', 'oglasi'],
    )
    for (const { type, checked, disabled } of optional) {
      expect({ type, checked, disabled }).toEqual({ type: 'checkbox', checked: false, disabled: false })
    }
    // What is necessary cannot be switched off.
    await expect(widget.preferences.locator('input[data-privolim-category="necessary"]:enabled')).toHaveCount(0)
    await expect(widget.preferences).toContainText('Vedno vključeni')
    for (const name of ['Analitični piškotki', 'Števec', 'Merilec', 'Oglaševalski piškotki']) {
      await expect(widget.preferences.getByRole('checkbox', { name })).toHaveCount(1)
    }
  })

  test('of a category set its services, and one service makes it mixed', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.customize()
    await widget.category('analytics').check()
    await expect(widget.service('stevec')).toBeChecked()
    await expect(widget.service('merilec')).toBeChecked()
    await expect(widget.service('oglasi')).not.toBeChecked()

    await widget.service('merilec').uncheck()
    await expect.poll(() => isMixed(widget, 'analytics')).toBe(true)
    await expect(widget.preferences).toContainText('Delno dovoljeno')
    await widget.service('stevec').uncheck()
    await expect.poll(() => isMixed(widget, 'analytics')).toBe(false)
    await expect(widget.category('analytics')).not.toBeChecked()

    await widget.service('merilec').check()
    await expect.poll(() => isMixed(widget, 'analytics')).toBe(true)
    await widget.category('analytics').click()
    await expect.poll(() => isMixed(widget, 'analytics')).toBe(false)
    await expect(widget.service('stevec')).toBeChecked()
    await widget.category('analytics').uncheck()
    await expect(widget.service('merilec')).not.toBeChecked()
    await widget.service('merilec').check()
    await widget.save()

    expect(flagsOf(await widget.choice())).toBe('1.n1.f0.a0.m0.e0')
    expect(servicesOf(await widget.choice())).toEqual(['merilec~1'])
    await expect.poll(() => widget.ran()).toEqual(['merilec'])
    await widget.openByLink()
    await expect.poll(() => isMixed(widget, 'analytics')).toBe(true)
    await expect(widget.service('merilec')).toBeChecked()
    await expect(widget.service('stevec')).not.toBeChecked()
  })

  test('decide nothing before they are saved', async ({ page, widget, world }) => {
    await page.goto(HOME)
    await widget.customize()
    await widget.category('analytics').check()
    await widget.service('oglasi').check()
    await settle(page)
    expect(await widget.granted()).toEqual([])
    expect(await widget.choice()).toBe('')

    await page.keyboard.press('Escape')
    await expect(widget.preferences).toBeHidden()
    await expect(widget.question).toBeVisible()

    await widget.customize()
    for (const box of await widget.preferences.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
    await settle(page)
    expect(await widget.choice()).toBe('')
    expect(world.hosts()).toEqual(['test.example'])
  })

  test('saved as they are say the same as refusing all', async ({ page, context, widget }) => {
    // When it was made, and by which button.
    const without = (choice: string) => choice.replace(/\.t\w+/, '').replace(/\.w[a-z_-]+/, '')
    await page.goto(HOME)
    await widget.customize()
    await widget.save()
    await settle(page)
    const saved = await widget.choice()
    expect(saved).toContain('.wsave_sl.')
    expect(await widget.granted()).toEqual([])
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
    await context.clearCookies()
    await page.goto(HOME)
    await widget.rejectAll()
    await settle(page)
    expect(await widget.choice()).toContain('.wreject-all_sl.')
    expect(without(await widget.choice())).toBe(without(saved))
  })
})

test.describe('focus', () => {
  test('returns to the button of the question that opened the dialog', async ({ page, widget }) => {
    await page.goto(HOME)
    for (const opening of ['first', 'second']) {
      await widget.customize()
      await page.keyboard.press('Escape')
      await expect(widget.question).toBeVisible()
      await expect
        .poll(() => focused(page), `after the ${opening} opening`)
        .toMatchObject({ isWidgets: true, inDialog: false, action: 'preferences' })
    }
  })

  test('returns to the link that opened the dialog', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.rejectAll()
    const link = page.locator('a[href="#privolim"]')
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(widget.preferences).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(widget.preferences).toBeHidden()
    await expect(link).toBeFocused()
  })

  test('returns to it after saving as well', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.rejectAll()
    const link = page.locator('a[href="#privolim"]')
    await link.focus()
    await page.keyboard.press('Enter')
    await widget.category('analytics').check()
    await widget.save()
    await expect(link).toBeFocused()
  })

  test('stays in the dialog while it is open', async ({ page, widget, world }) => {
    const service = { id: 'stevec', category: 'analytics', provider: { name: 'Števec d.o.o.' } }
    serveInventory(world, { controller: { name: 'Društvo za preskuse' }, services: [service] })
    await page.goto(HOME)
    await widget.customize()
    const stops: string[] = []
    // There are fewer than twelve stops: the whole way round, and some of it back.
    for (const key of [...Array<string>(14).fill('Tab'), ...Array<string>(4).fill('Shift+Tab')]) {
      await page.keyboard.press(key)
      const { isWidgets, inDialog, action, page: outside } = await focused(page)
      // The browser's own bar may be on the way round; nothing of the page is.
      expect(outside).toBe('')
      expect(isWidgets).toBe(inDialog)
      if (action) stops.push(action)
    }
    expect(stops).toEqual(expect.arrayContaining(['close', 'reject-all', 'accept-all', 'save']))
  })
})

test.describe('by keyboard alone', () => {
  const tabTo = async (page: Page, action: string) => {
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab')
      const now = await focused(page)
      // The question comes before the page.
      expect(now.page).toBe('')
      if (now.action === action) return
    }
    throw new Error(`Tab does not reach ${action}.`)
  }

  test('Tab reaches the question before the page, and Enter refuses', async ({ page, widget }) => {
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    await tabTo(page, 'reject-all')
    await page.keyboard.press('Enter')
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
    await expect(widget.question).toBeHidden()
  })

  test('the question does not take focus by itself', async ({ page, widget }) => {
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    expect(await focused(page)).toMatchObject({ isWidgets: false, page: '' })
  })

  test('Space accepts', async ({ page, widget }) => {
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    await tabTo(page, 'accept-all')
    await page.keyboard.press('Space')
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'all')
  })

  test('a single service can be allowed and saved', async ({ page, widget }) => {
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    await tabTo(page, 'preferences')
    await page.keyboard.press('Enter')
    await expect(widget.preferences).toBeVisible()
    const stevec = widget.service('stevec')
    const isFocused = () => stevec.evaluate((box) => (box.getRootNode() as ShadowRoot).activeElement === box)
    for (let press = 0; press < 15 && !(await isFocused()); press++) await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(stevec).toBeChecked()
    await tabTo(page, 'save')
    await page.keyboard.press('Enter')
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    expect(await widget.granted()).toEqual(['stevec'])
  })
})

test.describe('the table of records', () => {
  test('has a caption and scoped heads', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.customize()
    const section = widget.preferences.locator('section').filter({ hasText: 'Analitični piškotki' })
    await section.locator('summary').click()
    const table = section.getByRole('table')
    await expect(table).toHaveAccessibleName(/Analitični piškotki/)
    const heads = ['Ime', 'Ponudnik', 'Namen', 'Trajanje', 'Vrsta']
    await expect(table.locator('thead th[scope="col"]')).toHaveText(heads)
    await expect(table.locator('tbody th[scope="row"]')).toHaveText(['_stevec', '_stevec_obisk', '_merilec'])
    await expect(table.locator('tbody tr').first().locator('th, td')).toHaveText(
      ['_stevec', 'Števec d.o.o.', 'Loči obiskovalce.', '13 mesecev', 'lastni piškotek'],
    )
  })

  test('names the choice\'s own cookie among the necessary ones', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.customize()
    const section = widget.preferences.locator('section').filter({ hasText: 'Nujno potrebni piškotki' })
    await section.locator('summary').click()
    await expect(section.locator('tbody tr', { hasText: 'privolim' })).toContainText('6 mesecev')
    await expect(section.locator('tbody tr', { hasText: 'seja' }).first()).toContainText('do konca seje')
  })

  const records = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `_c${index}`, purpose: 'Preskus.', duration: '1 dan' }))

  const withRecords = (counts: Record<string, number>) => ({
    controller: { name: 'Društvo za preskuse' },
    services: Object.entries(counts).map(([category, count]) => ({
      id: `storitev-${category}`,
      category,
      provider: { name: 'Ponudnik' },
      cookies: records(count),
    })),
  })

  const COUNTS = [
    { functional: 1, analytics: 2, marketing: 3, embeds: 5 },
    { functional: 4, analytics: 100, marketing: 101, embeds: 102 },
  ]
  const FORMS: Record<number, string> = {
    1: '1 piškotek',
    2: '2 piškotka',
    3: '3 piškotki',
    4: '4 piškotki',
    5: '5 piškotkov',
    100: '100 piškotkov',
    101: '101 piškotek',
    102: '102 piškotka',
  }

  for (const counts of COUNTS) {
    test(`counts in Slovenian: ${Object.values(counts).join(', ')}`, async ({ page, widget, world }) => {
      serveInventory(world, withRecords(counts))
      await page.goto(HOME)
      await widget.customize()
      for (const [category, count] of Object.entries(counts)) {
        const box = page.locator(`input[data-privolim-category="${category}"]`)
        const section = widget.preferences.locator('section').filter({ has: box })
        await expect(section.locator('summary')).toHaveText(`Prikaži piškotke (${FORMS[count]})`)
      }
    })
  }

  const PROVIDERS: Record<number, string> = {
    1: 'Podatke prejme 1 zunanji ponudnik.',
    2: 'Podatke prejmeta 2 zunanja ponudnika.',
    3: 'Podatke prejmejo 3 zunanji ponudniki.',
    5: 'Podatke prejme 5 zunanjih ponudnikov.',
  }

  test('the question counts those who receive data, verb and all', async ({ page, widget, world }) => {
    for (const [count, sentence] of Object.entries(PROVIDERS)) {
      const services = Array.from({ length: Number(count) }, (_, index) => ({
        id: `storitev-${index}`,
        category: 'analytics',
        provider: { name: `Ponudnik ${index}` },
      }))
      serveInventory(world, { controller: { name: 'Društvo za preskuse' }, services })
      await page.goto(HOME)
      await expect(widget.question).toContainText(sentence)
    }
  })
})

test.describe('the last choice', () => {
  test('is shown with the day it ends, and can be withdrawn', async ({ page, context, widget }) => {
    await page.goto(HOME)
    await widget.customize()
    await expect(widget.preferences).toContainText('Izbire še niste shranili.')
    await expect(widget.action('withdraw')).toHaveCount(0)
    await widget.acceptAll()
    await settle(page)

    // The 15th of last month at noon: the same day in whatever zone the browser keeps, and six months on.
    const made = new Date()
    made.setUTCDate(15)
    made.setUTCMonth(made.getUTCMonth() - 1)
    made.setUTCHours(12, 0, 0, 0)
    const ends = new Date(made)
    ends.setUTCMonth(ends.getUTCMonth() + 6)
    const shown = (date: Date) => `15. ${date.getUTCMonth() + 1}. ${date.getUTCFullYear()}`
    const value = (await widget.choice()).replace(/\.t\w+/, `.t${stampOf(made.getTime())}`)
    await context.addCookies([{ name: 'privolim', value, url: HOME }])
    await page.goto(HOME)
    await widget.openByLink()
    await expect(widget.preferences).toContainText(`Zadnja izbira: ${shown(made)}`)
    await expect(widget.preferences).toContainText(`Velja do: ${shown(ends)}`)

    await widget.withdraw()
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
    expect(await widget.granted()).toEqual([])
    expect(flagsOf(await widget.choice())).toBe('1.n1.f0.a0.m0.e0')
    await expect(widget.question).toBeHidden()
    await page.goto(HOME)
    await settle(page)
    await expect(widget.question).toBeHidden()
    expect(await widget.ran()).toEqual([])
  })

  test('withdrawing removes the records that were declared, and no other', async ({ page, context, widget, world }) => {
    const record = (storage: string) => ({ name: `_${storage}`, purpose: 'Preskus.', duration: 'Neomejeno', storage })
    serveInventory(world, {
      controller: { name: 'Društvo za preskuse' },
      services: [
        {
          id: 'stevec',
          category: 'analytics',
          provider: { name: 'Števec d.o.o.' },
          cookies: [
            { name: '_stevec', purpose: 'Preskus.', duration: '1 leto' },
            { name: '_stevec_*', purpose: 'Preskus.', duration: '1 leto' },
            ...['localStorage', 'sessionStorage'].map(record),
          ],
        },
      ],
    })
    await page.goto(HOME)
    await widget.acceptAll()
    await page.evaluate(() => {
      const names = ['_stevec', '_stevec_1', '_stevec_2', 'kosarica', 'x_stevec']
      for (const name of names) document.cookie = `${name}=1; Path=/`
      for (const storage of [localStorage, sessionStorage]) {
        for (const name of ['_localStorage', '_sessionStorage', 'kosarica']) storage.setItem(name, '1')
      }
    })
    await widget.openByLink()
    await widget.withdraw()
    await expect
      .poll(async () => (await context.cookies()).map(({ name }) => name).sort())
      .toEqual(['kosarica', 'privolim', 'x_stevec'])
    await settle(page)
    expect(await page.evaluate(() => [Object.keys(localStorage).sort(), Object.keys(sessionStorage).sort()])).toEqual([
      ['_sessionStorage', 'kosarica'],
      ['_localStorage', 'kosarica'],
    ])
  })
})

test.describe('the way back', () => {
  const wayBack = (page: Page) => page.getByRole('button', { name: 'Nastavitve piškotkov' })

  test('is on every page that has none of its own', async ({ page, widget }) => {
    await page.goto(`${HOME}no-link.html`)
    await expect(widget.question).toBeVisible()
    await settle(page)
    await expect(wayBack(page)).toHaveCount(0)
    await widget.acceptAll()
    await expect(wayBack(page)).toBeVisible()
    await page.reload()
    await expect(wayBack(page)).toBeInViewport({ ratio: 1 })
    await wayBack(page).focus()
    await page.keyboard.press('Enter')
    await expect(widget.preferences).toBeVisible()
    await widget.withdraw()
    expect(await widget.granted()).toEqual([])
    await expect(wayBack(page)).toBeVisible()
  })

  test('is the page\'s own where it has one', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.acceptAll()
    await settle(page)
    await expect(wayBack(page)).toHaveCount(0)
    await page.reload()
    await settle(page)
    await expect(wayBack(page)).toHaveCount(0)
    await expect(page.locator('privolim-reopen')).toHaveCount(0)
  })

  test('is not there where nothing needs consent', async ({ page, world }) => {
    const cookies = [{ name: 'seja', purpose: 'Drži prijavo.', duration: '1 dan' }]
    serveInventory(world, { controller: { name: 'Društvo za preskuse' }, cookies })
    await page.goto(`${HOME}no-link.html`)
    await settle(page)
    await expect(wayBack(page)).toHaveCount(0)
  })
})

test('what the owner writes is text, never markup', async ({ page, widget, world, complaints }) => {
  const attack = '<img src=x onerror="window.attacked = true"><script>window.attacked = true</script>'
  serveInventory(world, {
    site: { name: attack },
    controller: { name: attack, address: attack, contact: { name: attack } },
    services: [
      {
        id: 'stevec',
        name: attack,
        category: 'analytics',
        purpose: attack,
        note: attack,
        provider: { name: attack, privacyUrl: 'https://stevec.tretji.example/zasebnost' },
        cookies: [{ name: attack, purpose: attack, duration: attack }],
      },
    ],
    recipients: [{ name: attack, purpose: attack, note: attack }],
  })
  await page.goto(`${HOME}declaration.html`)
  await expect(page.locator('[data-privolim-declaration]')).toContainText('<img src=x')
  await expect(widget.question).toContainText('<img src=x')
  await widget.customize()
  for (const summary of await widget.preferences.locator('summary').all()) await summary.click()
  await settle(page)
  expect(await page.evaluate(() => Reflect.has(window, 'attacked'))).toBe(false)
  await expect(page.locator('img')).toHaveCount(0)
  expect(complaints.uncaught).toEqual([])
})
