import type { Page } from '@playwright/test'
import { expect, isOfThePage, settle, stampOf, test, widgetOn } from './support/widget.js'
import type { Answer, World } from './support/world.js'

/**
 * Each file that the widget fetches, and each way in which it may not come as it should. Files of which none is asked for
 * by another of its group are at fault together; each fault has a host of its own, so that no cookie of one visit is there
 * in another.
 */

const CLASSIC = 'privolim.js'

const part = (name: string) => `privolim-${name}.js`

/** What each is needed for is on the page, or is done by the visitor below. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'the core': [CLASSIC],
  'the inventory': ['piskotki.json'],
  'what explains an inventory that is not there': [part('errors')],
  'the question': [part('ui')],
  'what the page needs': ['dialects', 'watch', 'mistakes', 'unasked', 'declaration', 'elements', 'reopen', 'changes'].map(part),
  'what these need': ['placeholder', 'preferences', 'followup'].map(part),
  'what is needed last': ['it', 'duration', 'notice', 'receipts'].map(part),
  'the check of an inventory that has changed': [part('check')],
  // Vimeo, of the catalogue.
  'a part of the catalogue': ['privolim-use-'],
}

const FAULTS = ['404', '500', 'half', 'html', 'type', 'slow', 'closed'] as const

type Fault = (typeof FAULTS)[number]

const HTML = '<!doctype html><html lang="sl"><title>Ni najdeno</title><p>Te strani ni.</p>'

const half = (body: Answer['body'] = '') => body.slice(0, Math.floor(body.length / 2))

/** @param released resolves when what is slow may come */
const faulty = async (fault: Fault, right: Answer, released: Promise<void>): Promise<Answer> => {
  if (fault === '404' || fault === '500') return { status: Number(fault), body: HTML }
  if (fault === 'half') return { ...right, body: half(right.body) }
  if (fault === 'html') return { body: HTML }
  if (fault === 'type') return { ...right, headers: { 'Content-Type': 'application/octet-stream' } }
  if (fault === 'slow') await released
  return right
}

const service = (id: string, category: string) => ({
  id,
  name: id,
  category,
  purpose: 'preskus',
  provider: { name: `${id} d.o.o.`, country: 'SI' },
  hosts: [`${id}.tretji.example`],
  cookies: [{ name: `_${id}`, purpose: 'Preskus.', duration: '13 mesecev' }],
})

const INVENTORY = {
  controller: { name: 'Društvo za preskuse', email: 'info@test.example' },
  languages: ['it', 'sl'],
  receiptEndpoint: '/potrdila',
  cookies: [{ name: 'seja', purpose: 'Drži prijavo.', duration: 'Trajanje seje' }],
  services: [service('stevec', 'analytics'), service('oglasi', 'marketing'), service('video', 'embeds'), { use: 'vimeo' }],
}

/** A page that needs every part; it has no link to the preferences, so that a button is put there. */
const PAGE = `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<script>
  window.unhandled = []
  addEventListener('unhandledrejection', ({ reason }) => unhandled.push(String(reason)))
</script>
<script src="/privolim/privolim.js" data-inventory="/piskotki.json"></script>
<title>Preskus</title><link rel="icon" href="data:,">
</head>
<body>
<script type="text/plain" data-privolim="stevec">(window.ran ||= []).push('inline')</script>
<script type="text/plain" data-privolim="stevec" src="https://stevec.tretji.example/stevec.js"></script>
<script type="text/plain" data-privolim="neznana" src="https://neznana.tretji.example/neznana.js"></script>
<script type="text/plain" data-category="marketing" src="https://oglasi.tretji.example/oglasi.js"></script>
<script type="application/json" data-watch></script>
<iframe title="Posnetek" data-privolim="video" data-src="https://video.tretji.example/"></iframe>
<img alt="" data-privolim="oglasi" data-src="https://oglasi.tretji.example/slika.png">
<p data-privolim-notice></p>
<button onclick="this.textContent = 'pritisnjeno'">Pritisni</button>
<div data-privolim-declaration></div>
<p style="height: 3000px"></p>
</body>
</html>`

const originOf = (fault: Fault) => `https://okvara-${fault}.test.example`

interface Faults {
  readonly files: readonly string[]
  /** Those that were met, by file: a file that is never asked for would be no test. */
  readonly met: Set<string>
  pass(): void
}

const nameOf = ({ pathname }: URL) => pathname.split('/').at(-1)!

const fileIn = (files: readonly string[], url: URL) => files.find((file) => nameOf(url).startsWith(file))

/** Serves the page on the hosts of all faults, with the fault in these files until it has passed. */
const serveFaults = (world: World, files: readonly string[]): Faults => {
  const met = new Set<string>()
  let isThere = true
  let release = () => {}
  const released = new Promise<void>((done) => (release = done))
  world.serve('*.test.example', async (request, next) => {
    const url = new URL(request.url)
    const fault = /^okvara-(\w+)\./.exec(request.host)?.[1] as Fault
    const right = (): Answer | Promise<Answer> => {
      if (url.pathname === '/') return { body: PAGE }
      if (url.pathname === '/potrdila') return { status: 204 }
      if (url.pathname === '/marker') return { type: 'text/plain' }
      if (url.pathname !== '/piskotki.json') return next()
      // Only what is not there is explained.
      if (isThere && files.includes(part('errors'))) return { status: 404 }
      return { type: 'application/json', body: JSON.stringify(INVENTORY) }
    }
    const file = fileIn(files, url)
    if (!file || !isThere) return right()
    met.add(`${file} ${fault}`)
    return faulty(fault, await right(), released)
  })
  return {
    files,
    met,
    pass() {
      isThere = false
      release()
    },
  }
}

/** Nothing optional is granted, has run, or was fetched; and the page is in use as ever. */
const expectUntouched = async (tab: Page, world: World, what: string) => {
  const state = await tab.evaluate(() => {
    scrollTo(0, 500)
    const scrolled = scrollY > 0
    const button = document.querySelector('button')!
    button.textContent = ''
    button.click()
    scrollTo(0, 0)
    const ids = ['functional', 'analytics', 'marketing', 'embeds', 'stevec', 'video', 'oglasi', 'vimeo', 'neznana']
    return {
      granted: ids.filter((id) => window.privolim?.granted(id)),
      ran: window.ran ?? [],
      unhandled: Reflect.get(window, 'unhandled') as string[],
      records: [...document.cookie.split('; '), ...Object.keys(localStorage)].filter((name) => name && !name.startsWith('privolim')),
      frames: [...document.querySelectorAll('iframe')].filter(({ src }) => src).length,
      isWhole: scrolled && button.textContent === 'pritisnjeno' && !!document.querySelector('div[data-privolim-declaration]'),
    }
  })
  expect(state, what).toEqual({ granted: [], ran: [], unhandled: [], records: [], frames: 0, isWhole: true })
  expect(world.requests('*.tretji.example').map(({ url }) => url), what).toEqual([])
}

/** Presses what there is to be pressed; through the API where there is nothing. */
const refuse = (tab: Page) =>
  tab.evaluate(() => {
    const button = document.querySelector('#privolim')?.shadowRoot?.querySelector<HTMLElement>('[data-privolim-action="reject-all"]')
    if (button) button.click()
    else window.privolim?.rejectAll()
  })

const openPreferences = (tab: Page, fault: Fault) =>
  tab.evaluate(async (isSlow) => {
    const shown = window.privolim?.openPreferences().catch(() => undefined)
    if (!isSlow) await shown
    for (const summary of document.querySelector('#privolim')?.shadowRoot?.querySelectorAll('summary') ?? []) summary.click()
  }, fault === 'slow')

const rest = (tab: Page, fault: Fault) =>
  // A page whose inventory never comes is not to be waited for either.
  fault === 'slow' ? tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))) : settle(tab)

/** A choice that grants everything, of an inventory that knew nothing of this one. */
const OLD = `1.n1.f1.a1.m1.e1.t${stampOf(Date.now() - 60_000)}.rabc.waccept-all_sl.v1.k`

/** A visit in which files do not come as they should: looks, opens the preferences, refuses. */
const visitFaulty = async (tab: Page, world: World, { files, met }: Faults, fault: Fault) => {
  const what = `${files.join()}: ${fault}`
  // The whole page waits for a core that is slow, as for any script in its head: there is nothing to look at.
  if (files.includes(CLASSIC) && fault === 'slow') return
  const uncaught: string[] = []
  const hear = ({ message }: Error) => void (isOfThePage(message) && uncaught.push(message))
  tab.on('pageerror', hear)
  if (fault === 'closed') await tab.route((url) => !!fileIn(files, url), (route) => route.abort('connectionreset'))
  const url = `${originOf(fault)}/`
  if (files.includes(part('check'))) await tab.context().addCookies([{ name: 'privolim', value: OLD, url }])
  await tab.goto(url, { waitUntil: 'domcontentloaded' })
  await rest(tab, fault)
  await expectUntouched(tab, world, `${what}, at first`)
  await openPreferences(tab, fault)
  await refuse(tab)
  // What is closed does not arrive; and what is asked for by something slow is not asked for.
  const missing = () => files.filter((file) => !met.has(`${file} ${fault}`))
  if (fault !== 'closed' && fault !== 'slow') await expect.poll(missing, what).toEqual([])
  await rest(tab, fault)
  await expectUntouched(tab, world, `${what}, refused`)
  await tab.unrouteAll()
  tab.off('pageerror', hear)
  // A core that is no script is the one thing that browsers tell the page of by themselves.
  const own = files.includes(CLASSIC) ? uncaught.filter((message) => !/unexpected|invalid|missing|expected expression/i.test(message)) : uncaught
  expect(own, what).toEqual([])
}

/** The next page: it can be asked and answered, and what is granted runs. */
const visitWhole = async (tab: Page, what: string, origin: string) => {
  await tab.context().clearCookies({ domain: new URL(origin).hostname })
  await tab.goto(`${origin}/`)
  const widget = widgetOn(tab)
  await expect(widget.action('accept-all'), what).toBeVisible()
  await widget.acceptAll()
  await expect.poll(() => widget.ran(), what).toEqual(expect.arrayContaining(['inline', 'stevec', 'oglasi']))
  await expect(tab.locator('iframe'), what).toHaveAttribute('src', /video/)
}

for (const [name, files] of Object.entries(GROUPS))
  test(`${name} that does not come as it should grants nothing and breaks nothing; once it does, the next page works`, async ({
    page,
    world,
    widget: _thirdParties,
  }) => {
    const faults = serveFaults(world, files)
    for (const fault of FAULTS) await visitFaulty(page, world, faults, fault)
    faults.pass()
    for (const fault of ['404', 'closed'] as const) await visitWhole(page, `${name} after ${fault}`, originOf(fault))
  })
