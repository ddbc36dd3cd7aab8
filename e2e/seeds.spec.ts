import type { Page } from '@playwright/test'
import { expect, settle, test } from './support/widget.js'
import type { World } from './support/world.js'

const UI = /\/privolim-(ui|preferences)\b/
const GTAG = 'https://www.googletagmanager.com/gtag/js'

const script = (body: string, delay = 0) => ({ type: 'text/javascript; charset=utf-8', body, delay })

/** What the page has told Google, each command as a list. */
const commands = (page: Page): Promise<[string, ...unknown[]][]> =>
  page.evaluate(() =>
    (window.dataLayer ?? [])
      .filter((entry) => String(entry) === '[object Arguments]')
      .map((entry) => [...(entry as [string])]),
  )

const lastConsent = async (page: Page) => (await commands(page)).findLast(([name]) => name === 'consent')

const googleCookies = async (page: Page) => {
  const cookies = await page.context().cookies()
  return cookies.map(({ name }) => name).filter((name) => name.startsWith('_ga')).sort()
}

const cookieNames = async (page: Page) => (await page.context().cookies()).map(({ name }) => name)

const googleRequests = (world: World) => world.requests(/google|doubleclick/)

test.describe('Pojalabanda', () => {
  test('nobody is asked, since nothing needs consent', async ({ page, widget, world }) => {
    await page.goto('https://pojalabanda.com/')
    await settle(page)
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    await expect(widget.question).toBeHidden()
    expect(await page.evaluate(() => window.privolim!.needsChoice)).toBe(false)
    expect(world.requests(UI)).toEqual([])
    expect(await cookieNames(page)).toEqual([])
    expect(world.hosts()).toEqual(['pojalabanda.com'])
  })

  test('the declaration shows its ten cookies, with purposes as written and durations normalised', async ({ page }) => {
    const session = 'do konca seje'
    const forever = 'brez časovne omejitve'
    await page.goto('https://pojalabanda.com/zasebnost/')
    const table = page.locator('[data-privolim-declaration] table')
    await expect(table).toHaveCount(1)
    const cells = async (column: number) => {
      const texts = await table.locator(`tbody tr > :nth-child(${column})`).allTextContents()
      return texts.map((text) => text.replaceAll('\u00a0', ' ').trim())
    }
    const heads = await table.getByRole('columnheader').allTextContents()
    const column = (head: string) => cells(heads.indexOf(head) + 1)
    const rows = await Promise.all([column('Ime'), column('Namen'), column('Trajanje')])
    expect(rows[0].map((name, index) => [name, rows[1][index], rows[2][index]])).toEqual([
      ['email', 'Piškotek, uporabljen med ustvarjanjem uporabniškega računa.', session],
      ['destination_url', 'Piškotek, uporabljen med prijavo za preusmeritev na zahtevano stran.', session],
      [
        'sso_destination_url',
        'Piškotek, uporabljen med enotno prijavo (SSO) za preusmeritev na zahtevano stran.',
        session,
      ],
      ['fsl', 'Piškotek, ki omogoča nastavitev prijave na celotnem zaslonu.', session],
      ['theme_key', 'Piškotek, ki omogoča personalizacijo teme spletne strani.', forever],
      ['cn', 'Piškotek, ki beleži uporabnikova odstranjena in počiščena obvestila.', forever],
      [
        '_bypass_cache',
        'Piškotek, uporabljen skupaj s piškotkom “fsl” za omogočanje prijave na celotnem zaslonu.',
        session,
      ],
      ['_t', 'Piškotek, ki omogoča preverjanje pristnosti uporabnika.', '60 dni'],
      [
        '_forum_session',
        'Sejni piškotek, ki omogoča povezovanje uporabnikovih dejanj tekom seje v brskalniku.',
        session,
      ],
      [
        'dosp',
        'Začasen piškotek, ki obvesti uporabnika o zavrnitvi storitev.',
        'do ogleda naslednje strani',
      ],
    ])
  })
})

test.describe('KŠOK', () => {
  test('before an answer no host but its own is asked, and nothing is stored', async ({ page, widget, world }) => {
    await page.goto('https://ksok.si/')
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(world.hosts()).toEqual(['ksok.si'])
    expect(await cookieNames(page)).toEqual([])
    expect(await page.evaluate(() => Reflect.has(window, '__ksokMeritve'))).toBe(false)
  })

  test('accepting loads gtag.js once a page, with the IP address anonymised', async ({ page, widget, world }) => {
    await page.goto('https://ksok.si/')
    await widget.acceptAll()
    await expect.poll(() => googleCookies(page)).toEqual(['_ga', '_ga_XXXXXXX'])
    await expect.poll(() => page.evaluate(() => Reflect.get(window, '__ksokMeritve') as unknown)).toBe(1)
    await settle(page)
    expect(googleRequests(world).map(({ url }) => url)).toEqual([`${GTAG}?id=G-XXXXXXX`])

    const told = await commands(page)
    const names = told.map(([name, what]) => (name === 'consent' ? `${name} ${String(what)}` : name))
    expect(names[0]).toBe('consent default')
    expect(names.filter((name) => name === 'consent default')).toHaveLength(1)
    expect(Object.keys(told[0]![2] as object).sort()).toEqual([
      'ad_personalization',
      'ad_storage',
      'ad_user_data',
      'analytics_storage',
      'functionality_storage',
      'personalization_storage',
      'security_storage',
    ])
    expect(told[0]![2]).toMatchObject({ analytics_storage: 'denied', ad_storage: 'denied', ad_user_data: 'denied' })
    expect(told.filter(([name]) => name === 'config')).toEqual([['config', 'G-XXXXXXX', { anonymize_ip: true }]])
    expect(await lastConsent(page)).toMatchObject([
      'consent',
      'update',
      { analytics_storage: 'granted', ad_storage: 'denied' },
    ])

    await page.goto('https://ksok.si/zasebnost/')
    await expect.poll(() => page.evaluate(() => Reflect.get(window, '__gtagLoaded') as unknown)).toEqual(['G-XXXXXXX'])
    await settle(page)
    expect(googleRequests(world)).toHaveLength(2)
    await expect(widget.question).toBeHidden()
  })

  test('withdrawing removes what Google stored and tells it so', async ({ page, widget, world }) => {
    await page.goto('https://ksok.si/')
    await widget.acceptAll()
    await expect.poll(() => googleCookies(page)).not.toEqual([])
    await page.goto('https://ksok.si/zasebnost/')
    await expect.poll(() => page.evaluate(() => Reflect.get(window, '__gtagLoaded') as unknown)).toEqual(['G-XXXXXXX'])

    await page.getByRole('contentinfo').getByRole('link', { name: 'Nastavitve piškotkov' }).click()
    await expect(widget.preferences).toBeVisible()
    await widget.withdraw()
    await expect(async () => {
      expect(await googleCookies(page)).toEqual([])
      expect(await lastConsent(page)).toMatchObject(['consent', 'update', { analytics_storage: 'denied' }])
    }).toPass()

    const before = googleRequests(world).length
    for (const path of ['/', '/zasebnost/']) {
      await page.goto(`https://ksok.si${path}`)
      await settle(page)
    }
    expect(googleRequests(world)).toHaveLength(before)
    expect(await cookieNames(page)).toEqual(['privolim'])
    await expect(widget.question).toBeHidden()
  })

  test('refusing keeps five pages free of Google, and of questions', async ({ page, widget, world }) => {
    await page.goto('https://ksok.si/')
    await widget.rejectAll()
    await settle(page)
    for (const path of ['/zasebnost/', '/', '/zasebnost/', '/']) {
      await page.goto(`https://ksok.si${path}`)
      await settle(page)
      await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
      await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
    }
    expect(world.hosts()).toEqual(['ksok.si'])
    expect(await cookieNames(page)).toEqual(['privolim'])
  })
})

test.describe('ZMOS', () => {
  test('nobody is asked, and the newsletter form names Mailchimp', async ({ page, widget, world }) => {
    await page.goto('https://www.zmos.si/')
    await settle(page)
    await expect(widget.host).toHaveAttribute('data-privolim-view', 'closed')
    await expect(widget.question).toBeHidden()
    // Its inventory is fetched, and until it is there nobody knows that it asks for nothing; the file that checks it
    // comes beside it. Nothing is shown from that file, and nothing else of the UI is fetched.
    expect(world.requests(UI).map(({ path }) => path)).toEqual(['/privolim/privolim-ui.js'])
    expect(await widget.host.evaluate(({ shadowRoot }) => shadowRoot)).toBeNull()
    expect(world.hosts()).toEqual(['www.zmos.si'])
    expect(await cookieNames(page)).toEqual([])
    await expect(page.locator('form').filter({ hasText: 'e-novice' })).toContainText('Mailchimp')
  })

  test('the declaration names Mailchimp among the recipients', async ({ page }) => {
    await page.goto('https://www.zmos.si/zasebnost/')
    const declaration = page.locator('[data-privolim-declaration]')
    await expect(declaration).toContainText(/Prejemniki podatkov: Mailchimp/)
    await expect(declaration).toContainText('e-novic')
    await expect(declaration).toContainText('ne uporablja piškotkov, za katere bi bila potrebna privolitev')
  })
})

test.describe('KOBEINmini', () => {
  const HOME = 'https://kobeinmini.eu/'
  const TILL = 'https://blagajna.kobeinmini.eu/'

  test('analytics and marketing are decided apart', async ({ page, widget, world }) => {
    world.serve('analitika.example', script('window.merjenje = (kaj) => (window.ran ||= []).push(kaj)', 300))
    world.serve('oglasi.example', script('(window.ran ||= []).push("oglasi")'))
    await page.goto(HOME)
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(world.hosts()).toEqual(['kobeinmini.eu'])

    await widget.customize()
    await widget.category('analytics').check()
    await expect(widget.category('marketing')).not.toBeChecked()
    await widget.save()
    // The inline script calls what the external one, which comes late, defines.
    await expect.poll(() => widget.ran()).toEqual(['ogled'])
    await settle(page)
    expect(world.hosts()).toEqual(['kobeinmini.eu', 'analitika.example'])
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'partial')

    await widget.openByLink()
    await expect(widget.category('analytics')).toBeChecked()
    await widget.category('marketing').check()
    await widget.save()
    await expect.poll(() => widget.ran()).toEqual(['ogled', 'oglasi'])
    await settle(page)
    expect(world.requests('analitika.example')).toHaveLength(1)
    expect(world.requests('oglasi.example')).toHaveLength(1)
    await expect(widget.host).toHaveAttribute('data-privolim-choice', 'all')
  })

  test('the preferences show 26 months, and that it is a minimum where it is one', async ({ page, widget }) => {
    await page.goto(HOME)
    await widget.customize()
    const row = (name: string) => widget.preferences.getByRole('row').filter({ hasText: name })
    for (const summary of await widget.preferences.locator('summary').all()) await summary.click()
    await expect(row('vzorec_analitika').getByText('26 mesecev', { exact: true })).toBeVisible()
    await expect(row('vzorec_oglasi').getByText('najmanj 26 mesecev', { exact: true })).toBeVisible()
  })

  for (const [first, second] of [[HOME, TILL], [TILL, HOME]] as const) {
    test(`the choice made on ${new URL(first).host} holds on ${new URL(second).host}`, async ({ page, widget }) => {
      await page.goto(first)
      await widget.customize()
      await widget.service('analitika').check()
      await widget.save()
      expect(await widget.choiceCookie()).toMatchObject({ domain: '.kobeinmini.eu', path: '/' })
      await page.goto(second)
      await settle(page)
      await expect(widget.question).toBeHidden()
      await expect(widget.host).toHaveAttribute('data-privolim-choice', 'partial')
      expect(await widget.granted()).toEqual(['analytics', 'analitika'])
    })
  }
})

test.describe('Kostra', () => {
  test('Google Analytics waits for consent', async ({ page, widget, world }) => {
    await page.goto('https://www.kostra.si/')
    await expect(widget.question).toContainText('Kostra d.o.o.')
    await settle(page)
    expect(world.hosts()).toEqual(['www.kostra.si'])
    expect(await cookieNames(page)).toEqual([])
    await widget.acceptAll()
    await expect.poll(() => googleCookies(page)).toEqual(['_ga', '_ga_XXXXXXX'])
    await settle(page)
    expect(googleRequests(world).map(({ url }) => url)).toEqual([`${GTAG}?id=G-XXXXXXX`])
  })

  test('the contact person is named in the preferences and in the declaration', async ({ page, widget }) => {
    const person = /Kontaktna oseba[^:]*: Nataša Pirnčič, natasa@kostra\.si, \+386 3 490 82 20/
    await page.goto('https://www.kostra.si/zasebnost/')
    await expect(page.locator('[data-privolim-declaration]')).toContainText(person)
    await widget.customize()
    await expect(widget.preferences).toContainText(person)
  })
})
