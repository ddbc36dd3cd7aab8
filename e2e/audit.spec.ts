import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audit } from '../src/audit/audit.js'
import type { AuditOptions } from '../src/audit/options.js'
import type { SiteRecord, StateName } from '../src/audit/record.js'
import { ADVERTS, COUNTER, serveSites, SITES } from './audit/sites.js'
import { findChromium, findChromiumShell } from './machine/browsers.mjs'
import { expect, test } from './support/world.js'

/** Short: nothing here is far away. */
const WAITS = { answer: 5000, load: 3000, settle: 150, pause: 0, press: 600 }

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

const stateOf = ({ states }: SiteRecord, name: StateName) => states.find((state) => state.name === name)!

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
  expect(JSON.parse(readFileSync(join(out, 'record.json'), 'utf8'))).toEqual(record)
})
