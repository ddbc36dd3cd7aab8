import type { Page } from '@playwright/test'
import { expect, settle, stampOf, test, type Widget } from '../support/widget.js'
import type { World } from '../support/world.js'
import { inline } from './openPage.js'

const HOST = 'www.x.test.example'
const HOME = `https://${HOST}/`

interface Row {
  readonly name: string
  readonly storage?: string
  readonly party?: string
  readonly domain?: string
}

const service = (id: string, category: string, ...records: (string | Row)[]) => ({
  id,
  name: id,
  category,
  purpose: 'preskus',
  provider: { name: `${id} d.o.o.`, country: 'SI' },
  cookies: records.map((record) => ({
    purpose: 'Preskus.',
    duration: '1 leto',
    ...(typeof record === 'string' ? { name: record } : record),
  })),
})

/** One that is needed, and one that leaves traces. */
const SERVICES = [service('prijava', 'necessary', 'seja'), service('stevec', 'analytics', '_sled', '_sled_*')]

interface Site {
  readonly services?: readonly object[]
  readonly cookieDomain?: string | undefined
  readonly body?: string
  /** What stands before Privolim's own tag. */
  readonly before?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
}

/** Serves the same page at every address of a host, and nothing else there. */
const serveSite = (world: World, host: string, { services = SERVICES, cookieDomain, body = '', before = '', headers = {} }: Site) =>
  world.serve(host, ({ path }) => {
    if (path.startsWith('/privolim/') || path === '/marker') return undefined
    const inventory = JSON.stringify({ controller: { name: 'Društvo za preskuse' }, services, cookieDomain })
    return {
      headers,
      body: `<!doctype html><html lang="sl"><head><meta charset="utf-8">${before}
<script type="application/json" id="privolim-inventory">${inventory}</script><script src="/privolim/privolim.js"></script>
<title>Preskus</title><link rel="icon" href="data:,"></head>
<body><main><h1>Preskus</h1><p><a href="#privolim">Nastavitve</a></p>${body}</main></body></html>`,
    }
  })

/** How often a page of the host has been asked for. */
const loads = (world: World, host = HOST) =>
  world.requests(host).filter(({ path }) => !path.startsWith('/privolim/') && path !== '/marker').length

const cookiesOf = async (page: Page) => {
  const cookies = await page.context().cookies()
  return cookies.map(({ name }) => name).sort()
}

const accept = async (page: Page, widget: Widget) => {
  await widget.acceptAll()
  await settle(page)
}

const withdraw = async (page: Page, widget: Widget) => {
  await widget.openByLink()
  await widget.withdraw()
  await expect(widget.host).toHaveAttribute('data-privolim-choice', 'none')
  await settle(page)
}

const notice = ({ host }: Widget) => host.getByRole('status')

/** A host, a page on it, and domains above it. */
const ADDRESSES: Readonly<Record<string, readonly [string, string, ...string[]]>> = {
  'LAB-3 P27 on www': [HOST, '/a/b', 'x.test.example', 'test.example'],
  'LAB-3b P27 two levels down': ['a.b.x.test.example', '/', 'b.x.test.example', 'x.test.example', 'test.example'],
  'P27 two levels down and three deep': ['a.b.x.test.example', '/a/b/c.html', 'b.x.test.example', 'test.example'],
}

for (const [name, [host, path, ...parents]] of Object.entries(ADDRESSES)) {
  test(`${name}, no domain, path or attribute lets a cookie outlive the withdrawal`, async ({ page, world, widget }) => {
    serveSite(world, host, {})
    await page.goto(`https://${host}${path}`)
    await accept(page, widget)
    const paths = ['/', '/a', '/a/', '/a/b'].filter((one) => path.startsWith(one))
    const places = ['', host, ...parents].flatMap((domain) =>
      paths.map((one) => `Path=${one}${domain && `; Domain=${domain}`}`),
    )
    const kinds = ['', '; Secure', '; Secure; SameSite=Strict', '; Secure; SameSite=None; Partitioned', '; Max-Age=99999']
    const written = await page.evaluate(
      ([where, how]) => {
        let index = 0
        // The same name in every place at once, and a name of its own for every place and kind.
        for (const place of where) {
          document.cookie = `_sled=1; ${place}`
          for (const kind of how) document.cookie = `_sled_${++index}=1; ${place}${kind}`
        }
        document.cookie = '__Secure-sled=1; Secure; Path=/'
        document.cookie = '__Host-sled=1; Secure; Path=/'
        // What is not declared, or necessary, in the same places.
        for (const [number, place] of where.entries()) document.cookie = `csrf_${number}=1; ${place}`
        for (const one of ['seja', 'x_sled', '_sle', '_SLED']) document.cookie = `${one}=1; Path=/`
        return document.cookie.split('; ').length
      },
      [places, kinds] as const,
    )
    expect(written).toBe(1 + places.length * (2 + kinds.length) + 2 + 4)
    const others = ['__Host-sled', '__Secure-sled', '_SLED', '_sle', 'privolim', 'seja', 'x_sled']
    const expected = [...others, ...places.map((_, number) => `csrf_${number}`)].sort()
    await withdraw(page, widget)
    const seen = await page.evaluate(() => document.cookie.split('; ').map((pair) => pair.replace(/=.*/, '')))
    expect(seen.sort()).toEqual(expected)
    expect(await cookiesOf(page)).toEqual(expected)
    await expect(notice(widget).getByRole('button')).toHaveCount(0)
  })
}

test('P27 names with the prefixes that browsers guard go as well', async ({ page, world, widget }) => {
  serveSite(world, HOST, { services: [service('stevec', 'analytics', '__Secure-sled', '__Host-sled', '__Host-s*')] })
  await page.goto(`${HOME}a/b`)
  await accept(page, widget)
  await page.evaluate(() => {
    document.cookie = '__Secure-sled=1; Secure; Path=/a; Domain=test.example'
    for (const name of ['sled', 's1']) document.cookie = `__Host-${name}=1; Secure; Path=/`
  })
  expect((await cookiesOf(page)).length).toBe(4)
  await withdraw(page, widget)
  expect(await cookiesOf(page)).toEqual(['privolim'])
  await expect(notice(widget).getByRole('button')).toHaveCount(0)
})

test('P27 what a service that stays granted, or a necessary one, declares too is left alone', async ({
  page,
  world,
  widget,
}) => {
  serveSite(world, HOST, {
    services: [
      service('prijava', 'necessary', 'skupni'),
      service('stevec', 'analytics', '_sled', '_skupni', 'skupni'),
      service('oglasi', 'marketing', '_skupni'),
    ],
  })
  await page.goto(HOME)
  await accept(page, widget)
  await page.evaluate(() => {
    for (const name of ['_sled', '_skupni', 'skupni']) document.cookie = `${name}=vrednost; Path=/`
    for (const name of ['_skupni', 'skupni']) document.cookie = `${name}=vrednost; Path=/; Domain=test.example`
    window.privolim!.save({ services: { stevec: false } })
  })
  await expect.poll(() => cookiesOf(page)).toEqual(['_skupni', '_skupni', 'privolim', 'skupni', 'skupni'])
  await settle(page)
  const cookies = await page.context().cookies()
  expect(cookies.filter(({ value }) => value === 'vrednost')).toHaveLength(4)
  await expect(notice(widget).getByRole('button')).toHaveCount(0)
})

test('P27 keys of web storage and databases go by name and pattern, also a database that is still open', async ({
  page,
  world,
  widget,
}) => {
  const rows = ['localStorage', 'sessionStorage', 'indexedDB'].flatMap((storage) => [
    { name: `_${storage}`, storage },
    { name: `_${storage}:*`, storage },
  ])
  serveSite(world, HOST, {
    services: [service('stevec', 'analytics', ...rows)],
    // It keeps its database open, which keeps the database from being deleted until the page is gone.
    body: `<script type="text/plain" data-privolim="stevec">indexedDB.open('_indexedDB:odprta').onsuccess = (event) =>
      ((window.ran ||= []).push('odprta'), window.odprta = event.target.result)</script>`,
  })
  await page.goto(HOME)
  await widget.acceptAll()
  await expect.poll(() => widget.ran()).toEqual(['odprta'])
  await page.evaluate(async () => {
    const names = ['_localStorage', '_sessionStorage', '_indexedDB'].flatMap((name) => [name, `${name}:1`, `${name}2`])
    for (const name of names) {
      localStorage.setItem(name, '1')
      sessionStorage.setItem(name, '1')
      await new Promise((done) => {
        indexedDB.open(name).onsuccess = ({ target }) => {
          ;(target as IDBOpenDBRequest).result.close()
          done(0)
        }
      })
    }
  })
  await withdraw(page, widget)
  const left = () =>
    page.evaluate(async () => ({
      local: Object.keys(localStorage).sort(),
      session: Object.keys(sessionStorage).sort(),
      databases: (await indexedDB.databases()).map(({ name = '' }) => name).sort(),
    }))
  const keys = ['_indexedDB', '_indexedDB2', '_indexedDB:1', '_localStorage2', '_sessionStorage2']
  await expect.poll(left).toEqual({
    local: [...keys, '_sessionStorage', '_sessionStorage:1'].sort(),
    session: [...keys, '_localStorage', '_localStorage:1'].sort(),
    databases: ['_indexedDB2', '_localStorage', '_localStorage2', '_localStorage:1', '_sessionStorage', '_sessionStorage2', '_sessionStorage:1'],
  })
  // The page that held it open is gone, and so nothing is left to tell of.
  expect(loads(world)).toBe(2)
  await expect(notice(widget).getByRole('button')).toHaveCount(0)
})

test('P27 over plain http as well', async ({ page, world, widget }) => {
  serveSite(world, HOST, {})
  await page.goto(`http://${HOST}/a/b`)
  await accept(page, widget)
  await page.evaluate(() => {
    for (const domain of ['', '; Domain=www.x.test.example', '; Domain=test.example'])
      for (const path of ['/', '/a', '/a/']) document.cookie = `_sled=1; Path=${path}${domain}`
    document.cookie = 'seja=1; Path=/'
  })
  expect((await cookiesOf(page)).length).toBe(11)
  await withdraw(page, widget)
  expect(await cookiesOf(page)).toEqual(['privolim', 'seja'])
  await expect(notice(widget).getByRole('button')).toHaveCount(0)
})

for (const [name, cookieDomain] of [
  ['of one host', undefined],
  ['of a whole domain', 'test.example'],
] as const)
  test(`P30 the choice’s own cookie, ${name}, is one, wherever others of its name stand`, async ({ page, world, widget }) => {
    serveSite(world, HOST, { cookieDomain, body: inline('a') })
    await page.goto(`${HOME}a/b`)
    await accept(page, widget)
    await page.evaluate(
      ([value, older]) => {
        const places = ['Path=/', 'Path=/; Domain=test.example', 'Path=/a', 'Path=/a/; Domain=x.test.example; Secure']
        for (const place of places) document.cookie = `privolim=${value!.replace(/\.t\w+/, `.t${older}`)}; ${place}`
        document.cookie = `privolim=${value}; Path=/a/b`
      },
      [await widget.choice(), stampOf(Date.now() - 86_400_000)],
    )
    expect((await cookiesOf(page)).length).toBe(5)
    await page.goto(`${HOME}a/b`)
    await expect.poll(() => cookiesOf(page)).toEqual(['privolim'])
    expect(await widget.choiceCookie()).toMatchObject({ domain: cookieDomain ? '.test.example' : HOST, path: '/' })
    expect(await widget.choice()).toMatch(/^1\.n1\.f0\.a1\.m0\.e0\./)
    await withdraw(page, widget)
    await page.goto(HOME)
    await settle(page)
    expect(await cookiesOf(page)).toEqual(['privolim'])
    expect(await widget.choice()).toMatch(/^1\.n1\.f0\.a0\.m0\.e0\./)
    expect(await widget.ran()).toEqual([])
  })

test('LAB-3c nothing is written before an answer, and a question that was looked into writes nothing either', async ({
  page,
  world,
  widget,
}) => {
  serveSite(world, HOST, { body: inline('a') })
  for (const path of ['', 'a/b']) {
    await page.goto(HOME + path)
    await expect(widget.question).toBeVisible()
    await widget.customize()
    await page.keyboard.press('Escape')
    await expect(widget.question).toBeVisible()
    await settle(page)
    expect(await cookiesOf(page)).toEqual([])
    expect(
      await page.evaluate(async () => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()),
        ...(await caches.keys()),
        history.state as unknown,
      ]),
    ).toEqual([null])
  }
})

/** Writes down, while the page goes away, what it had told Google and what was on the device then. */
const LAST_WORDS = `<script>addEventListener('pagehide', () => {
  if (!window.privolim.choice) return
  const told = (window.dataLayer || []).map((one) => [...one]).filter(([name]) => name === 'consent')
  sessionStorage.zadnje = JSON.stringify({ ...told.at(-1)?.[2], cookies: document.cookie.replace(/=[^;]*/g, '') })
})</script>`

test.describe('the page is loaded anew', () => {
  test('once where a script ran that is denied now, when the vendor was told and the records are gone', async ({
    page,
    world,
    widget,
  }) => {
    const services = [{ use: 'google-analytics', id: 'ga', account: 'G-XXXXXXX' }]
    serveSite(world, HOST, { services, before: LAST_WORDS })
    await page.goto(`${HOME}a/b`)
    await widget.acceptAll()
    await expect.poll(() => cookiesOf(page)).toEqual(['_ga', '_ga_XXXXXXX', 'privolim'])
    await settle(page)
    expect(loads(world)).toBe(1)
    await withdraw(page, widget)
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem('zadnje'))).toBeTruthy()
    const last = JSON.parse((await page.evaluate(() => sessionStorage.getItem('zadnje')))!) as object
    expect(last).toMatchObject({ analytics_storage: 'denied', ad_storage: 'denied', cookies: 'privolim' })
    await settle(page)
    expect(loads(world)).toBe(2)
    expect(page.url()).toBe(`${HOME}a/b`)
    expect(await page.evaluate(() => Reflect.has(window, '__gtagLoaded'))).toBe(false)
    expect(world.requests('www.googletagmanager.com')).toHaveLength(1)
  })

  test('once, however often it is withdrawn', async ({ page, world, widget }) => {
    serveSite(world, HOST, { body: inline('a') })
    await page.goto(HOME)
    await accept(page, widget)
    await page.evaluate(async () => {
      window.privolim!.withdraw()
      await new Promise((done) => requestAnimationFrame(done))
      window.privolim!.rejectAll()
      window.privolim!.withdraw()
    })
    await expect.poll(() => loads(world)).toBe(2)
    await settle(page)
    await settle(page)
    expect(loads(world)).toBe(2)
    expect(await widget.ran()).toEqual([])
  })

  test('where one of several services that ran is taken back, and not where one is added', async ({
    page,
    world,
    widget,
  }) => {
    const services = [service('stevec', 'analytics', '_sled'), service('oglasi', 'marketing', '_oglas')]
    serveSite(world, HOST, { services, body: inline('a') + inline('b', 'oglasi') })
    await page.goto(HOME)
    for (const [number, id] of ['stevec', 'oglasi'].entries()) {
      await page.evaluate((granted) => window.privolim!.save({ services: { [granted]: true } }), id)
      await expect.poll(async () => (await widget.ran()).length).toBe(number + 1)
      await settle(page)
    }
    expect(loads(world)).toBe(1)
    await page.evaluate(() => window.privolim!.save({ services: { oglasi: false } }))
    await expect.poll(() => loads(world)).toBe(2)
    await settle(page)
    expect(await widget.ran()).toEqual(['a'])
    expect(loads(world)).toBe(2)
  })

  test('not where only a frame was shown, an image or a style sheet, or nothing ran at all', async ({
    page,
    world,
    widget,
  }) => {
    world.serve('video.tretji.example', '<!doctype html><title>x</title><p>VSEBINA</p>')
    const services = [...SERVICES, service('video', 'embeds')]
    const body = `<iframe title="x" data-privolim="video" data-src="https://video.tretji.example/"></iframe>
      <img alt="" data-privolim="stevec" data-src="https://stevec.tretji.example/a.gif">`
    serveSite(world, HOST, { services, body })
    await page.goto(HOME)
    await widget.acceptAll()
    await expect(page.frameLocator('iframe').getByText('VSEBINA')).toBeVisible()
    await page.evaluate(() => void (document.cookie = '_sled=1; Path=/'))
    await withdraw(page, widget)
    await expect.poll(() => cookiesOf(page)).toEqual(['privolim'])
    await expect(page.locator('[data-privolim-placeholder]')).toHaveCount(1)
    expect(loads(world)).toBe(1)
  })

  test('not for what is necessary, nor for what runs on refusal, nor at a first refusal', async ({
    page,
    world,
    widget,
  }) => {
    serveSite(world, HOST, { body: inline('n', 'prijava') + inline('a') })
    await page.goto(HOME)
    await expect.poll(() => widget.ran()).toEqual(['n'])
    await widget.rejectAll()
    await settle(page)
    expect(loads(world)).toBe(1)
    await page.goto(HOME)
    await settle(page)
    expect(loads(world)).toBe(2)
  })
})

test.describe('where the visitor has typed something', () => {
  const FIELDS = `<form><input name="ime" value="Ana"><textarea name="b">Zapis</textarea>
    <label><input type="checkbox" name="c" checked> c</label><label><input type="radio" name="r" value="1"> r</label>
    <select name="s"><option disabled>Izberite</option><option>1</option><option>2</option></select>
    <select name="m" multiple><option selected>1</option><option>2</option></select>
    <select name="z" size="2"><option>1</option><option>2</option></select>
    <input type="range" name="d"><input type="color" name="v"><input type="hidden" name="h" value="1">
    <input type="email" value=" a@b.si "><input type="number" value="ni"><input type="file"><button>Pošlji</button></form>
    <div id="zapis" contenteditable="true"></div><div contenteditable="false">Mirno</div>`

  const ways: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'a field': (page) => page.locator('[name="ime"]').fill('Ana Novak'),
    'an area of text': (page) => page.locator('[name="b"]').fill('Drug zapis'),
    'a box': (page) => page.locator('[name="c"]').uncheck(),
    'a list': (page) => page.locator('[name="s"]').selectOption('2'),
    'a list of several': (page) => page.locator('[name="m"]').selectOption(['1', '2']),
    'a slider': (page) => page.locator('[name="d"]').fill('70'),
    'a text without a field': (page) => page.locator('#zapis').fill('Osnutek'),
  }

  test('a form that nobody has touched does not keep the page from being loaded anew', async ({ page, world, widget }) => {
    serveSite(world, HOST, { body: inline('a') + FIELDS })
    await page.goto(HOME)
    await accept(page, widget)
    await withdraw(page, widget)
    await expect.poll(() => loads(world)).toBe(2)
  })

  for (const [name, type] of Object.entries(ways))
    test(`in ${name}, the page stays and says what to do`, async ({ page, world, widget }) => {
      serveSite(world, HOST, { body: inline('a') + FIELDS })
      await page.goto(HOME)
      await accept(page, widget)
      await page.evaluate(() => void (document.cookie = '_sled=1; Path=/'))
      await type(page)
      await withdraw(page, widget)
      const reload = widget.action('reload')
      await expect(reload).toBeVisible()
      expect(loads(world)).toBe(1)
      expect(await cookiesOf(page)).toEqual(['privolim'])
      await expect(notice(widget)).toHaveText(/Privolitev je preklicana\..*ko osvežite stran\./)
      expect(await page.evaluate(() => history.state as unknown)).toBeNull()
      await reload.click()
      await expect.poll(() => loads(world)).toBe(2)
      await settle(page)
      expect(await widget.ran()).toEqual([])
      expect(loads(world)).toBe(2)
      await expect(reload).toHaveCount(0)
    })
})

/** Writes again whatever is taken from it: all the time, and last of all while its page goes away. */
const TRACKER = `<script type="text/plain" data-privolim="stevec">(() => {
  const write = () => {
    document.cookie = '_sled=1; Path=/; Max-Age=99999; Domain=test.example'
    document.cookie = '_sled_2=1; Path=/a; Max-Age=99999'
    localStorage.setItem('_kljuc', '1')
  }
  write()
  setInterval(write, 5)
  for (const event of ['pagehide', 'beforeunload', 'unload', 'freeze']) addEventListener(event, write)
  document.addEventListener('visibilitychange', write)
  document.addEventListener('privolim:change', () => Promise.resolve().then(write))
  ;(window.ran ||= []).push('sledilnik')
})()</script>`

test.describe('P28 a tracker that writes its records again', () => {
  const services = [service('stevec', 'analytics', '_sled', '_sled_*', { name: '_kljuc', storage: 'localStorage' })]
  const traces = async (page: Page) => [
    ...(await cookiesOf(page)).filter((name) => name !== 'privolim'),
    ...(await page.evaluate(() => Object.keys(localStorage))),
  ]

  test('loses them for good with the page that it ran on', async ({ page, world, widget }) => {
    serveSite(world, HOST, { services, body: TRACKER })
    await page.goto(`${HOME}a/b`)
    await widget.acceptAll()
    await expect.poll(() => traces(page)).toEqual(['_sled', '_sled_2', '_kljuc'])
    await withdraw(page, widget)
    await expect.poll(() => traces(page)).toEqual([])
    expect(loads(world)).toBe(2)
    await page.goto(`${HOME}c`)
    await settle(page)
    expect(await traces(page)).toEqual([])
    await page.goto(`${HOME}a/b`)
    await settle(page)
    expect(await traces(page)).toEqual([])
    expect(await widget.ran()).toEqual([])
    expect(loads(world)).toBe(4)
  })

  test('while the visitor types on, loses them at the next start', async ({ page, world, widget }) => {
    serveSite(world, HOST, { services, body: `${TRACKER}<input>` })
    await page.goto(`${HOME}a/b`)
    await accept(page, widget)
    await page.locator('input').fill('Ana')
    await withdraw(page, widget)
    await expect(widget.action('reload')).toBeVisible()
    await expect.poll(() => traces(page)).toEqual(['_sled', '_sled_2', '_kljuc'])
    await page.goto(`${HOME}a/c`)
    await expect.poll(() => traces(page)).toEqual([])
    await settle(page)
    expect(await traces(page)).toEqual([])
  })

  test('what stands where another page alone can see it goes when the visitor comes there', async ({
    page,
    world,
    widget,
  }) => {
    serveSite(world, HOST, { services })
    await page.goto(HOME)
    await widget.rejectAll()
    await settle(page)
    await page.context().addCookies([{ name: '_sled_3', value: '1', domain: HOST, path: '/globoko/spodaj' }])
    await page.goto(HOME)
    await settle(page)
    expect(await traces(page)).toEqual(['_sled_3'])
    await page.goto(`${HOME}globoko/spodaj/`)
    await expect.poll(() => traces(page)).toEqual([])
  })
})

test.describe('what scripts cannot remove', () => {
  const FOREIGN = service(
    'video',
    'embeds',
    { name: 'TUJI', party: 'third', domain: 'video.example' },
    { name: 'tuji_*', domain: 'video.example' },
    { name: 'brez_domene', party: 'third' },
  )
  const own = ['_sled', '_skriti', '_druga_pot', '_ni_ga', '__Host-ni_ga', { name: '_slika', storage: 'pixel' }]
  const HIDDEN = service('stevec', 'analytics', ...own)
  const services = [service('prijava', 'necessary', 'seja'), HIDDEN, FOREIGN]
  const headers = {
    'Set-Cookie': [
      'seja=1; Path=/; HttpOnly; Secure',
      '_skriti=1; Path=/; Domain=test.example; HttpOnly; Max-Age=9999',
      '_druga_pot=1; Path=/a; HttpOnly; Max-Age=9999',
    ],
  }
  const NAMES = [`${HOST}: _skriti, _druga_pot`, 'video.example: TUJI, tuji_*', 'video d.o.o.: brez_domene']

  /** What is to be said, heard and seen. */
  const expectSaid = async (widget: Widget) => {
    const said = notice(widget)
    await expect(said.getByRole('button')).toBeVisible()
    await expect(said).toBeInViewport({ ratio: 1 })
    await expect(said.getByRole('listitem')).toHaveText(NAMES)
    await expect(said).toContainText('v nastavitvah brskalnika')
    await expect(said).not.toContainText('ni_ga')
    await expect(said).not.toContainText('_slika')
    await expect(said).not.toContainText('seja')
    await expect(said).not.toContainText('_sled')
  }

  const expectKept = async (page: Page) => {
    const cookies = await page.context().cookies()
    expect(cookies.map(({ name, value }) => name + (name === 'privolim' ? '' : value)).sort()).toEqual([
      '_druga_pot1',
      '_skriti1',
      'privolim',
      'seja1',
    ])
  }

  test('is named, with what to do, and the notice can be closed', async ({ page, world, widget }) => {
    serveSite(world, HOST, { services, headers })
    await page.goto(`${HOME}a/b`)
    await accept(page, widget)
    await expect(notice(widget).getByRole('button')).toHaveCount(0)
    // Firefox lets scripts write over an HttpOnly cookie, to all appearances, on the page that it first came with.
    await page.reload()
    await withdraw(page, widget)
    await expectSaid(widget)
    await expectKept(page)
    expect(loads(world)).toBe(2)
    expect(await page.evaluate(() => history.state as unknown)).toBeNull()
    await notice(widget).getByRole('button').press('Enter')
    await expect(notice(widget).getByRole('button')).toHaveCount(0)
    // And it is said anew when there is something anew.
    await widget.openByLink()
    await widget.acceptAll()
    await settle(page)
    await expect(notice(widget).getByRole('button')).toHaveCount(0)
    await withdraw(page, widget)
    await expectSaid(widget)
    await page.goto(HOME)
    await settle(page)
    await expect(notice(widget)).toHaveCount(0)
  })

  for (const [name, state] of [
    ['none', null],
    ['its own', { korak: 3, naslov: { a: [1] } }],
    ['an empty one', {}],
    ['a text', 'korak 3'],
    ['a list', [1, 2]],
  ] as const)
    test(`is said on the page that was loaded anew, whose state in the history is left as it was: ${name}`, async ({
      page,
      world,
      widget,
    }) => {
      serveSite(world, HOST, { services, headers, body: inline('a') })
      await page.goto(`${HOME}a/b`)
      await page.evaluate((before) => history.replaceState(before, ''), state)
      await accept(page, widget)
      await withdraw(page, widget)
      await expect.poll(() => loads(world)).toBe(2)
      await expectSaid(widget)
      expect(await page.evaluate(() => history.state as unknown)).toEqual(state)
      await expectKept(page)
      // It does not go with what the visitor opens next, and what is said later is seen too.
      await widget.openByLink()
      await page.keyboard.press('Escape')
      await expectSaid(widget)
      await page.reload()
      await settle(page)
      await expect(notice(widget)).toHaveCount(0)
      expect(await page.evaluate(() => history.state as unknown)).toEqual(state)
      expect(loads(world)).toBe(3)
    })

  test('is not named where a first answer refuses it: nobody has been let in', async ({ page, world, widget }) => {
    serveSite(world, HOST, { services, headers, body: inline('a') })
    await page.goto(`${HOME}a/b`)
    await widget.rejectAll()
    await settle(page)
    await expect(notice(widget).getByRole('button')).toHaveCount(0)
    await page.reload()
    await settle(page)
    await expect(notice(widget)).toHaveCount(0)
    await expectKept(page)
    expect(loads(world)).toBe(2)
  })

  test('is named for what was taken back alone', async ({ page, world, widget }) => {
    serveSite(world, HOST, { services, headers })
    await page.goto(HOME)
    await accept(page, widget)
    await page.evaluate(() => window.privolim!.save({ categories: { embeds: false } }))
    await expect(notice(widget).getByRole('button')).toBeVisible()
    await expect(notice(widget)).toContainText('TUJI')
    await expect(notice(widget)).toContainText('Vaša izbira je shranjena.')
    await expect(notice(widget)).not.toContainText('_skriti')
  })
})

test('an API call withdraws as well where nothing has been shown yet, and shows nothing where there is nothing to say', async ({
  page,
  world,
  widget,
}) => {
  serveSite(world, HOST, { body: inline('a') })
  await page.goto(HOME)
  await accept(page, widget)
  const parts = () => world.requests(/privolim-(ui|notice)/).length
  const before = parts()
  await page.context().addCookies([{ name: '_sled', value: '1', domain: '.test.example', path: '/' }])
  await page.goto(HOME)
  await expect.poll(() => widget.ran()).toEqual(['a'])
  await settle(page)
  expect(await cookiesOf(page)).toEqual(['_sled', 'privolim'])
  await page.evaluate(() => window.privolim!.withdraw())
  await expect.poll(() => cookiesOf(page)).toEqual(['privolim'])
  await expect.poll(() => loads(world)).toBe(3)
  await settle(page)
  expect(await widget.choice()).toMatch(/^1\.n1\.f0\.a0\.m0\.e0\./)
  expect(await widget.ran()).toEqual([])
  expect(parts()).toBe(before)
  expect(loads(world)).toBe(3)
})

test('an answer in another tab that takes back what ran here is not told with the words of an older one', async ({
  page,
  world,
  widget,
}) => {
  serveSite(world, HOST, { body: `${inline('a')}<input>` })
  await page.goto(HOME)
  await accept(page, widget)
  await page.locator('input').fill('Ana')
  const other = await page.context().newPage()
  await other.goto(`${HOME}drugje`)
  await other.evaluate(() => window.privolim!.withdraw())
  await page.bringToFront()
  await expect(widget.action('reload')).toBeVisible()
  await expect(notice(widget)).toContainText('Privolitev je preklicana.')
  await expect(notice(widget)).not.toContainText('Dovolili')
})
