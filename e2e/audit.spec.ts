import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audit } from '../src/audit/audit.js'
import { judge } from '../src/audit/judge/judge.js'
import type { AuditOptions } from '../src/audit/options.js'
import type { SiteRecord, StateName } from '../src/audit/record.js'
import { reportFiles } from '../src/audit/report/reportFiles.js'
import { ELSEWHERE, HOSTILE, serveHostile, TOO_LARGE } from './audit/hostile.js'
import { ADVERTS, COUNTER, INVENTORY, serveSites, SITES } from './audit/sites.js'
import { findChromium, findChromiumShell } from './machine/browsers.mjs'
import type { RunningWorld } from './support/createWorld.js'
import { runAxe, TAGS } from './support/runAxe.js'
import { expect, test } from './support/world.js'

/** Short: nothing here is far away. */
const WAITS = { answer: 5000, load: 3000, settle: 150, pause: 0, press: 600, ask: 1000, rule: 10_000 }

// Several browsers are begun, and nobody waits for any of them longer than it takes.
test.describe.configure({ timeout: 180_000 })

let out: string

test.beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'privolim-audit-'))
})

test.afterEach(() => rmSync(out, { recursive: true, force: true }))

const visit = (host: string, port: number, options: Partial<AuditOptions> = {}): Promise<SiteRecord> =>
  audit({
    url: `http://${host}/`,
    out,
    pages: 2,
    minutes: 2,
    insecure: false,
    version: '0',
    waits: WAITS,
    largest: 2_000_000,
    proxy: `http://127.0.0.1:${port}`,
    browser: findChromiumShell() ?? findChromium(),
    tell: (p) => process.env.AUDIT_LOUD && console.error(Math.round(performance.now()), JSON.stringify(p)),
    now: () => Date.now(),
    ...options,
  })

/** What is complained of, each code once. */
const faultsOf = (record: SiteRecord) =>
  [...new Set(judge(record).findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code))].sort()

const NOTHING = { hosts: [], stored: [] }

const stateOf = ({ states }: SiteRecord, name: StateName) => states.find((state) => state.name === name)!

/** What is seen of a site on its start page alone, with these trials. */
const look = (host: string, { port }: RunningWorld, ...probes: readonly string[]) => visit(host, port, { pages: 1, probes })

const hostsIn = (record: SiteRecord, name: StateName) =>
  [...new Set(stateOf(record, name).pages.flatMap(({ requests }) => requests.filter(({ thirdParty }) => thirdParty).map(({ host }) => host)))].sort()

const cookiesIn = (record: SiteRecord, name: StateName) => stateOf(record, name).pages.at(-1)!.cookies.map((cookie) => cookie.name).sort()

test('of a clean site nothing is seen but what it says', async ({ world, runningWorld }) => {
  serveSites(world)
  const record = await visit(SITES.clean, runningWorld.port)
  expect(record).toMatchObject({ format: 1, tool: { kind: 'privolim', inventory: { services: expect.any(Array) } } })
  expect(record.states.map(({ name, way }) => [name, way])).toEqual([
    ['unanswered', 'none'],
    ['refused', 'pressed'],
    ['accepted', 'pressed'],
    ['withdrawn', 'pressed'],
  ])
  expect(record.pages).toEqual([`http://${SITES.clean}/`, `http://${SITES.clean}/o-nas`])
  expect(record.leftOut.map(({ url, why }) => `${new URL(url).pathname} ${why}`).sort()).toEqual([
    '/ elsewhere', '/cenik.pdf not-a-page', '/odjava not-a-page', '/skrito/a robots', '/zemljevid limit',
  ])
  expect(hostsIn(record, 'unanswered')).toEqual([])
  expect(hostsIn(record, 'refused')).toEqual([])
  expect(hostsIn(record, 'accepted')).toEqual([ADVERTS, COUNTER])
  expect(hostsIn(record, 'withdrawn')).toEqual([])
  expect(cookiesIn(record, 'unanswered')).toEqual([])
  expect(cookiesIn(record, 'refused')).toEqual(['privolim'])
  expect(cookiesIn(record, 'accepted')).toEqual(['_oglasi', '_stevec', 'privolim'])
  expect(cookiesIn(record, 'withdrawn')).toEqual(['privolim'])
  expect(record.probes).toMatchObject({
    question: {
      language: 'sl',
      accept: { label: 'Sprejmi vse', tag: 'button', onFirstLayer: true },
      refuse: { label: 'Zavrni vse', tag: 'button', onFirstLayer: true },
      pressesToAccept: 1,
      pressesToRefuse: 1,
      bothInViewOnPhone: true,
      blocks: [],
      policyLink: `http://${SITES.clean}/zasebnost`,
      picture: 'question.jpg',
    },
    settings: { legitimateInterest: [] },
    inaction: NOTHING,
    afterRefusal: { askedAgain: false, registered: true },
    savedEmpty: { hosts: [], stored: ['privolim'] },
    alone: [
      { category: 'analytics', hosts: [COUNTER], stored: ['_stevec', '_stevec_local', 'privolim'] },
      { category: 'marketing', hosts: [ADVERTS], stored: ['_oglasi', '_oglasi_local', 'privolim'] },
    ],
    withdrawal: { presses: 2, pages: record.pages.map((url) => ({ url, control: true })), stayed: [] },
    removed: { ...NOTHING, usable: true },
    withoutScript: { ...NOTHING, readable: true },
    withoutWidget: [{ ...NOTHING, how: 'missing' }, { ...NOTHING, how: 'blocked' }, { ...NOTHING, how: 'late' }],
    damaged: { tried: 9, taken: [] },
    preset: { same: true, difference: [] },
    privacyControl: { ...NOTHING, marketingGranted: false },
    violations: { policy: false, found: [] },
    liveTemplates: [],
    paint: { shift: 0 },
  })
  expect(JSON.parse(readFileSync(join(out, 'record.json'), 'utf8'))).toEqual(record)
  expect(faultsOf(record)).toEqual([])
})

test('a site that lets something in before anybody answers', async ({ world, runningWorld }) => {
  serveSites(world)
  const record = await look(SITES.leaking, runningWorld)
  expect(hostsIn(record, 'unanswered')).toEqual([COUNTER])
  expect(hostsIn(record, 'refused')).toEqual([COUNTER])
  const [page] = stateOf(record, 'unanswered').pages
  const script = `http://${COUNTER}/s.js`
  expect(page!.cookies).toContainEqual(expect.objectContaining({ name: '_stevec', domain: SITES.leaking, thirdParty: false, setBy: { by: 'script', url: script } }))
  const { lifetime } = page!.cookies.find(({ name }) => name === '_stevec')!
  expect(Math.abs(lifetime! - 31_536_000)).toBeLessThan(60)
  expect(page!.stored).toContainEqual(expect.objectContaining({ storage: 'localStorage', name: '_stevec_local', setBy: script }))
  const pixel = page!.requests.find(({ type, host }) => type === 'image' && host === COUNTER)
  expect(pixel).toMatchObject({ pixel: true, thirdParty: true, status: 200, askedBy: script })
  // No value of a cookie is kept, whoever sent it.
  expect(JSON.stringify(record)).not.toContain('_tuj=abc')
  expect(pixel!.responseHeaders).toContainEqual(['Set-Cookie', '_stevec_tuj=…; Path=/; Max-Age=86400'])
  // Requests without an answer, after a refusal and after a withdrawal, and what is stored without an answer.
  expect(faultsOf(record)).toEqual(['A01', 'A02', 'A03', 'A04'])
})

test('a site that does not hear a refusal', async ({ world, runningWorld }) => {
  serveSites(world)
  const record = await look(SITES.deaf, runningWorld, 'afterRefusal')
  expect(record.tool).toEqual({ kind: 'other' })
  expect(record.states.map(({ way }) => way)).toEqual(['none', 'pressed', 'pressed', 'pressed'])
  expect(hostsIn(record, 'unanswered')).toEqual([])
  expect(hostsIn(record, 'refused')).toEqual([ADVERTS])
  expect(record.probes.afterRefusal).toMatchObject({ askedAgain: false, registered: true })
  expect(faultsOf(record)).toEqual(['A02', 'A03'])
})

test('a tracker that is said to be strictly necessary', async ({ world, runningWorld }) => {
  serveSites(world)
  const record = await look(SITES.mislabelled, runningWorld)
  expect(hostsIn(record, 'refused')).toEqual([COUNTER])
  expect(cookiesIn(record, 'unanswered')).toEqual(['_stevec'])
  expect(JSON.stringify(record.tool.inventory)).toContain('"category":"necessary"')
  expect(faultsOf(record)).toEqual(['A13'])
})

test('a refusal that has to be looked for', async ({ world, runningWorld }) => {
  serveSites(world)
  const record = await look(SITES.buried, runningWorld, 'question')
  const { probes } = record
  expect(faultsOf(record)).toEqual(['A20', 'A21'])
  expect(probes.question).toMatchObject({ accept: { label: 'Sprejmi vse' }, settings: { label: 'Nastavitve' }, pressesToAccept: 1, pressesToRefuse: 2, bothInViewOnPhone: false })
  expect(probes.question).not.toHaveProperty('refuse')
})

test('a box that is ticked before anybody has touched it', async ({ world, runningWorld }) => {
  serveSites(world)
  const record = await look(SITES.ticked, runningWorld, 'settings', 'savedEmpty', 'alone')
  const { probes } = record
  expect(faultsOf(record)).toEqual(['A26', 'A31'])
  expect(probes.settings!.checkboxes).toEqual([{ label: 'Oglaševanje', checked: true, disabled: false }])
  expect(probes.savedEmpty!.hosts).toEqual([ADVERTS])
  expect(probes.alone).toEqual([{ category: 'Oglaševanje', hosts: [ADVERTS], stored: ['_oglasi', '_oglasi_local', 'soglasje'] }])
})

test('what stays when consent is withdrawn', async ({ world, runningWorld }) => {
  serveSites(world)
  const record = await look(SITES.leftover, runningWorld, 'withdrawal')
  const { probes } = record
  expect(faultsOf(record)).toEqual(['A06'])
  expect(probes.withdrawal).toEqual({ presses: 2, pages: [{ url: `http://${SITES.leftover}/`, control: true }], stayed: ['_oglasi_local', '_oglasi'] })
  const tidy = await visit(SITES.other, runningWorld.port, { pages: 1, probes: ['withdrawal'], out: join(out, 'tidy') })
  expect(tidy.probes.withdrawal).toMatchObject({ presses: 2, stayed: [] })
  expect(faultsOf(tidy)).toEqual([])
})

test('a site that needs to ask nobody is visited in one state', async ({ world, runningWorld }) => {
  serveSites(world)
  const record = await look(SITES.unasked, runningWorld, 'question', 'withoutScript')
  expect(record.states.map(({ name, way }) => [name, way])).toEqual([['unanswered', 'none']])
  expect(record.asks).toBe(false)
  expect(faultsOf(record)).toEqual([])
  expect(record.probes).not.toHaveProperty('question')
  const [cookie] = stateOf(record, 'unanswered').pages[0]!.cookies
  expect(cookie).toMatchObject({ name: 'seja', httpOnly: true, setBy: { by: 'http', url: `http://${SITES.unasked}/` } })
  expect(cookie).not.toHaveProperty('lifetime')
})

/** What the trouble of each page is, by the page. */
const troubles = ({ states }: SiteRecord) =>
  Object.fromEntries(states[0]!.pages.map((page) => [new URL(page.url).pathname, [...new Set(page.troubles.map(({ kind }) => kind))].join(' ')]))

test('whatever a page does, it ends as a trouble of that page', async ({ world, runningWorld }) => {
  serveHostile(world)
  const options = { url: HOSTILE, pages: 30, probes: [], largest: TOO_LARGE / 3, waits: { ...WAITS, answer: 1500, load: 2500, ask: 1500 } }
  const record = await visit('', runningWorld.port, options)
  expect(troubles(record)).toEqual({
    '/': '',
    '/okna': 'dialog',
    '/prenos': 'download',
    '/prenos-skripta': 'download',
    '/velika': 'too-large',
    '/krog': 'redirects',
    '/krog-skripta': 'redirects',
    '/drugam': 'elsewhere',
    '/preusmeri-drugam': 'elsewhere',
    '/obrazec': 'elsewhere',
    '/okno': 'popup',
    '/zanka': 'timeout',
    '/napaka': 'http',
    '/pokvarjena': '',
    '/molk': 'timeout',
  })
  expect(record.interrupted).toBeUndefined()
  // No form was sent, and no other site was asked for its pages.
  expect(world.requests(({ method }) => method !== 'GET')).toEqual([])
  expect(world.requests(ELSEWHERE)).toEqual([])
})

test('a wrong certificate is told, and gone past only where it is said so', async ({ world, runningWorld }) => {
  world.serve('potrdilo.test.example', '<!doctype html><title>Potrdilo</title><h1>Potrdilo</h1>')
  const url = 'https://potrdilo.test.example/'
  const strict = await visit('', runningWorld.port, { url, pages: 1, probes: [] })
  expect(strict.states[0]!.pages[0]!.troubles).toEqual([{ kind: 'certificate', detail: expect.stringContaining('ERR_CERT') }])
  const lenient = await visit('', runningWorld.port, { url, pages: 1, probes: [], insecure: true, out: join(out, 'lenient') })
  expect(lenient.states[0]!.pages[0]).toMatchObject({ title: 'Potrdilo', troubles: [{ kind: 'certificate' }] })
})

test('what is interrupted goes on where it stopped', async ({ world, runningWorld }) => {
  serveSites(world)
  const controller = new AbortController()
  const stopAt = ({ done }: { done: number }) => done >= 1 && controller.abort()
  const first = await visit(SITES.other, runningWorld.port, { probes: [], signal: controller.signal, tell: stopAt })
  expect(first.interrupted).toBe(true)
  const kept = first.states.flatMap(({ pages }) => pages)
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.length).toBeLessThan(8)
  const said: string[] = []
  const second = await visit(SITES.other, runningWorld.port, { probes: [], tell: ({ what }) => said.push(what) })
  expect(said[0]).toBe('resume')
  expect(second).not.toHaveProperty('interrupted')
  expect(second.states.flatMap(({ pages }) => pages)).toHaveLength(8)
  expect(second.states.flatMap(({ pages }) => pages)).toEqual(expect.arrayContaining(kept))
  expect(second.begun).toBe(first.begun)
})

test('what had no time left says so, and goes on where it stopped', async ({ world, runningWorld }) => {
  serveSites(world)
  let hours = 0
  const now = () => Date.now() + hours * 3_600_000
  const record = await visit(SITES.other, runningWorld.port, { probes: [], now, tell: ({ done }) => (hours = done) })
  expect(record.interrupted).toBe(true)
  expect(record.states.flatMap(({ pages }) => pages).length).toBeLessThan(8)
  expect(faultsOf(record)).toContain('A49')
  expect(await visit(SITES.other, runningWorld.port, { probes: [] })).not.toHaveProperty('interrupted')
})

test('a site is given time between two pages, and more where its robots.txt asks for it', async ({ world, runningWorld }) => {
  serveSites(world)
  /** How long it took from one visit of a page to the next one. */
  const between = async (options: Partial<AuditOptions>) => {
    const before = world.requests().length
    await visit(SITES.unasked, runningWorld.port, { probes: [], ...options })
    const visits = world.requests(({ host, path }) => host === SITES.unasked && /^\/(o-nas)?$/.test(path))
    const times = visits.filter((one) => world.requests().indexOf(one) >= before).map(({ time }) => time)
    // One for the links, and one for each page.
    expect(times).toHaveLength(3)
    return times[2]! - times[1]!
  }
  expect(await between({ waits: { ...WAITS, pause: 1500 } })).toBeGreaterThanOrEqual(1500)
  world.serve(`http://${SITES.unasked}/robots.txt`, { type: 'text/plain', body: 'User-agent: *\nCrawl-delay: 2\n' })
  expect(await between({ out: join(out, 'slow') })).toBeGreaterThanOrEqual(2000)
})

test('a tool that a rule knows is answered by it', async ({ world, runningWorld }) => {
  serveSites(world)
  const record = await look(SITES.complianz, runningWorld)
  expect(record.tool).toEqual({ kind: 'other', name: 'Complianz banner' })
  expect(record.states.map(({ name, way }) => [name, way])).toEqual([
    ['unanswered', 'none'],
    ['refused', 'rule'],
    ['accepted', 'rule'],
    // It offers nothing to withdraw with.
    ['withdrawn', 'failed'],
  ])
  expect(hostsIn(record, 'refused')).toEqual([])
  expect(hostsIn(record, 'accepted')).toEqual([ADVERTS])
  // That it could not be withdrawn is for a person to look at.
  expect(faultsOf(record)).toEqual(['A47'])
})

for (const [host, pages] of Object.entries({ 'ksok.si': 2, 'www.zmos.si': 2, 'kobeinmini.eu': 3, 'www.kostra.si': 2, 'pojalabanda.com': 2 }))
  test(`of the demo nothing is complained of, whatever is tried: ${host}`, async ({ runningWorld }) => {
    const record = await visit(host, runningWorld.port, { pages: 20, minutes: 10 })
    expect(record.tool.kind).toBe('privolim')
    expect(record.pages).toHaveLength(pages)
    expect(record.interrupted).toBeUndefined()
    expect(faultsOf(record)).toEqual([])
  })

test('its report is read whole on a phone, on a screen and on paper, and with a screen reader', async ({ page, world, runningWorld }) => {
  serveSites(world)
  const record = await look(SITES.leaking, runningWorld, 'question', 'settings')
  const pictures = new Map(readdirSync(join(out, 'pictures')).map((name) => [name, readFileSync(join(out, 'pictures', name))]))
  for (const language of ['sl', 'en'] as const) {
    await page.setContent(reportFiles({ record, judgement: judge(record), pictures, language }).get('report.html')!)
    for (const [width, media, colorScheme] of [[320, 'screen', 'dark'], [768, 'screen', 'light'], [1440, 'screen', 'dark'], [665, 'print', 'light']] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ media, colorScheme })
      const cut = await page.evaluate(() => {
        const isCut = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth
        const isPartlyOut = (element: Element) => element.getBoundingClientRect().right > innerWidth
        // On a phone a table is scrolled by itself, and what it is stays in sight.
        const held = innerWidth < 500 ? [] : [...document.querySelectorAll('.wide')].filter(isCut)
        return [...[document.documentElement].filter(isCut), ...held, ...[...document.querySelectorAll('caption, h2, p, img')].filter(isPartlyOut)].map(({ outerHTML }) => outerHTML.slice(0, 200))
      })
      expect([language, width, media, cut]).toEqual([language, width, media, []])
      if (media === 'screen') expect((await runAxe(page, { tags: TAGS })).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
  }
})

test('the command tells how far it is, ends at Ctrl+C, and leaves what it has', async ({ world, runningWorld }) => {
  serveSites(world)
  // The page's own inventory knows its cookie, and this one does not.
  const own = join(out, 'popis.json')
  writeFileSync(own, JSON.stringify({ ...INVENTORY, cookies: [] }))
  const env = { ...process.env, PRIVOLIM_AUDIT_PROXY: `http://127.0.0.1:${runningWorld.port}`, CHROMIUM_PATH: findChromiumShell() ?? findChromium() }
  const command = spawn(process.execPath, ['dist/cli.js', 'audit', `http://${SITES.unasked}/`, '--pages', '1', '--out', out, '--lang', 'en', '--inventory', own, '--fail-on', 'warn'], { env })
  let told = ''
  let found = ''
  command.stdout.on('data', (chunk) => (found += String(chunk)))
  let isStopped = false
  command.stderr.on('data', (chunk) => {
    told += String(chunk)
    // A second one would end it at once.
    if (told.includes('Trying: ') && !isStopped) isStopped = command.kill('SIGINT')
  })
  const status = await new Promise((done) => command.on('close', done))
  expect(status).toBe(1)
  expect(found).toMatch(/^A10 .*\n.*seja/m)
  expect(told).toContain('[0/1] Page: http://brez.test.example/ (no answer)')
  expect(told).toContain(`The audit did not come to its end. The same command with --out ${out} goes on where it stopped.`)
  const record = JSON.parse(readFileSync(join(out, 'record.json'), 'utf8')) as SiteRecord
  expect(record).toMatchObject({ interrupted: true, states: [{ name: 'unanswered', pages: [{ picture: 'unanswered.jpg' }] }] })
  // What there is is reported, and is proof of what there is.
  const hashes = readFileSync(join(out, 'hashes.txt'), 'utf8').trim().split('\n').map((line) => line.split('  '))
  expect(hashes.map(([, name]) => name!).sort((one, other) => one.localeCompare(other))).toEqual(
    ['knowledge.json', 'pictures/unanswered.jpg', 'piskotki.draft.json', 'record.json', 'report.html', 'report.json', 'requests.har'],
  )
  for (const [hash, name] of hashes)
    expect([name, createHash('sha256').update(readFileSync(join(out, name!))).digest('hex')]).toEqual([name, hash])
})

test('a site that is not there is no result, and said at once', async () => {
  const env = { ...process.env, CHROMIUM_PATH: findChromiumShell() ?? findChromium() }
  const command = spawn(process.execPath, ['dist/cli.js', 'audit', 'http://127.0.0.1:47331/', '--out', out], { env })
  let told = ''
  command.stderr.on('data', (chunk) => (told += String(chunk)))
  expect(await new Promise((done) => command.on('close', done))).toBe(2)
  expect(told).toContain('Strani http://127.0.0.1:47331/ ni mogoče doseči (net::ERR_')
  expect(told).not.toContain('Preizkus')
})
