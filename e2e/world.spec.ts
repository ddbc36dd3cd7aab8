import { isNoise } from './support/isNoise.js'
import { expect, type SeenRequest, test } from './support/world.js'

// With an icon of its own, as browsers else ask the host for one.
const page = (body: string) => `<!doctype html><html lang="sl"><title>Stran</title>
<link rel="icon" href="data:,">
${body}`

test('pages have real names, and every host they ask is on record', async ({ page: tab, world }) => {
  world.serve('www.kostra.si', page('<p>Čas, šport, žaba</p><img src="https://slike.tretji.example/a.gif?x=1">'))
  await tab.goto('https://www.kostra.si/novice/')
  await expect(tab.locator('p')).toHaveText('Čas, šport, žaba')
  expect(await tab.evaluate(() => isSecureContext && location.origin)).toBe('https://www.kostra.si')
  await expect.poll(() => world.hosts()).toEqual(['www.kostra.si', 'slike.tretji.example'])
  expect(world.requests('slike.tretji.example')).toMatchObject([
    { method: 'GET', url: 'https://slike.tretji.example/a.gif?x=1', path: '/a.gif?x=1', resourceType: 'image' },
  ])
})

test.describe('a test begins', () => {
  // One after the other, so in the same worker and the same world.
  test.describe.configure({ mode: 'serial' })

  test('and leaves requests and answers behind', async ({ page: tab, world }) => {
    world.serve('ostanek.example', page(''))
    expect((await tab.goto('https://ostanek.example/'))?.status()).toBe(200)
  })

  test('and finds none of those of the test before', async ({ page: tab, world }) => {
    expect(world.requests()).toEqual([])
    expect((await tab.goto('https://ostanek.example/'))?.status()).toBe(404)
  })
})

test('names under localhost are part of the world, with and without TLS', async ({ page: tab, world }) => {
  world.serve('ksok.localhost', page('<p>Tukaj</p>'))
  await tab.goto('http://ksok.localhost:4173/a')
  await tab.goto('https://ksok.localhost/b')
  expect(world.requests('ksok.localhost').map(({ url }) => url)).toEqual([
    'http://ksok.localhost:4173/a',
    'https://ksok.localhost/b',
  ])
})

test('a context of a test\'s own and requests without a page stay inside', async ({ browser, request, world }) => {
  world.serve('ksok.si', page('<p>Tukaj</p>'))
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const tab = await context.newPage()
  await tab.goto('https://ksok.si/')
  expect((await context.request.get('https://ksok.si/iz-konteksta')).status()).toBe(200)
  expect((await request.get('https://ksok.si/brez-strani')).status()).toBe(200)
  await context.close()
  expect(world.requests('ksok.si').map(({ path }) => path)).toEqual(['/', '/iz-konteksta', '/brez-strani'])
})

test('cookies keep to domains as on the real web', async ({ page: tab, world }) => {
  world.serve('*.kobeinmini.eu', page(''))
  await tab.goto('https://kobeinmini.eu/')
  await tab.evaluate(() => {
    document.cookie = 'wide=1; Domain=kobeinmini.eu; Path=/'
    document.cookie = 'own=1; Path=/'
    document.cookie = 'suffix=1; Domain=eu; Path=/'
    document.cookie = 'foreign=1; Domain=ksok.si; Path=/'
  })
  expect(await tab.evaluate(() => document.cookie)).toBe('wide=1; own=1')
  await tab.goto('https://blagajna.kobeinmini.eu/')
  expect(await tab.evaluate(() => document.cookie)).toBe('wide=1')
  expect(world.requests('blagajna.kobeinmini.eu')[0]?.headers.cookie).toBe('wide=1')
})

test('answers are chosen: the latest first, the one before it by next()', async ({ page: tab, world }) => {
  const busy = { status: 503, type: 'text/plain', body: 'prvi', headers: { 'X-Mera': '1' }, delay: 300 }
  world.serve('https://ksok.si/api', busy)
  world.serve('ksok.si', ({ path }) => (path === '/' ? page('') : undefined))
  world.serve('https://ksok.si/api/dva', async (_request, next) => ({ ...(await next()), status: 200 }))
  await tab.goto('https://ksok.si/')
  const fetched = await tab.evaluate(async () => {
    const begin = performance.now()
    const [one, two] = await Promise.all(['/api/ena', '/api/dva'].map((path) => fetch(path)))
    const took = performance.now() - begin
    return { one: one!.status, two: two!.status, text: await two!.text(), mark: one!.headers.get('x-mera'), took }
  })
  expect(fetched).toMatchObject({ one: 503, two: 200, text: 'prvi', mark: '1' })
  expect(fetched.took).toBeGreaterThan(250)
  expect((await tab.goto('https://nikogar.example/'))?.status()).toBe(404)
})

test('what a page sends is on record', async ({ page: tab, world }) => {
  world.serve('ksok.si', page(''))
  await tab.goto('https://ksok.si/')
  await tab.evaluate(() => navigator.sendBeacon('/dokazilo', JSON.stringify({ revision: 'čšž' })))
  await expect.poll(() => world.requests('https://ksok.si/dokazilo')).toMatchObject([
    { method: 'POST', body: '{"revision":"čšž"}' },
  ])
})

test('an address that hangs holds what waits for it until it is let go', async ({ page: tab, runningWorld: world }) => {
  world.serve('ksok.si', page('<script src="https://visi.example/a.js"></script><p>Potem</p>'))
  world.hang('https://visi.example/')
  await tab.goto('https://ksok.si/', { waitUntil: 'commit' })
  await expect.poll(() => world.hosts()).toContain('visi.example')
  await tab.waitForTimeout(300)
  await expect(tab.locator('p')).toHaveCount(0)
  world.reset()
  await expect(tab.locator('p')).toHaveText('Potem')
})

test.describe('the stand-in for gtag.js', () => {
  const site = page(`<script>
    window.dataLayer = []
    function gtag() { dataLayer.push(arguments) }
    gtag('consent', 'default', { analytics_storage: 'denied' })
  </script>
  <script src="https://www.googletagmanager.com/gtag/js?id=G-ABC123"></script>`)

  test('stores nothing while denied, and on the widest domain once granted', async ({ page: tab, world, context }) => {
    world.serve('www.zmos.si', site)
    await tab.goto('https://www.zmos.si/')
    expect(await tab.evaluate(() => Reflect.get(window, '__gtagLoaded'))).toEqual(['G-ABC123'])
    expect(await context.cookies()).toEqual([])
    await tab.evaluate(() => window.gtag!('consent', 'update', { analytics_storage: 'granted' }))
    const cookies = await context.cookies()
    const places = cookies.map(({ name, domain }) => `${name} ${domain}`)
    expect(places.toSorted()).toEqual(['_ga .zmos.si', '_ga_ABC123 .zmos.si'])
    // Chromium keeps no cookie longer than 400 days, whatever its script asks for.
    expect(cookies[0]!.expires - Date.now() / 1000).toBeGreaterThan(390 * 86_400)
  })

  test('passes over arrays, as Google does', async ({ page: tab, world, context }) => {
    world.serve('www.zmos.si', site)
    await tab.goto('https://www.zmos.si/')
    const granted = ['consent', 'update', { analytics_storage: 'granted' }]
    await tab.evaluate((entry) => window.dataLayer!.push(entry), granted)
    expect(await context.cookies()).toEqual([])
  })
})

test('a browser\'s own traffic is told from what pages ask for', () => {
  const noise = (url: string, site?: string) => {
    const { host, pathname } = new URL(url)
    return isNoise({ host, path: pathname, headers: { 'sec-fetch-site': site } } as unknown as SeenRequest)
  }
  expect(noise('https://firefox.settings.services.mozilla.com/v1/')).toBe(true)
  expect(noise('http://update.googleapis.com/service/update2/json')).toBe(true)
  expect(noise('https://www.google.com/async/folae', 'none')).toBe(true)
  expect(noise('https://accounts.google.com/gsi/client', 'cross-site')).toBe(false)
  expect(noise('https://www.google.com/recaptcha/api.js')).toBe(false)
  expect(noise('https://www.googletagmanager.com/gtag/js')).toBe(false)
  expect(noise('https://region1.google-analytics.com/g/collect')).toBe(false)
  expect(noise('https://fonts.googleapis.com/css2')).toBe(false)
})
