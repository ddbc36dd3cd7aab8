import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audit } from '../../src/audit/audit.js'
import type { PageRecord, SiteRecord } from '../../src/audit/record.js'
import { findChromium, findChromiumShell } from '../machine/browsers.mjs'
import { expect, test } from '../support/world.js'
import { ELSEWHERE, HOSTILE, serveHostile, SILENT, TOO_LARGE } from './hostile.js'

test.describe.configure({ timeout: 180_000 })

let out: string

test.beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'privolim-audit-'))
})

test.afterEach(() => rmSync(out, { recursive: true, force: true }))

const visit = (url: string, port: number, insecure = false): Promise<SiteRecord> =>
  audit({
    url,
    out,
    pages: 30,
    minutes: 2,
    insecure,
    version: '0',
    waits: { answer: 1500, load: 1500, settle: 100, pause: 0, press: 300 },
    largest: TOO_LARGE / 2,
    proxy: `http://127.0.0.1:${port}`,
    browser: findChromiumShell() ?? findChromium(),
    tell: () => {},
    now: () => Date.now(),
  })

const troublesOf = ({ troubles }: PageRecord) => troubles.map(({ kind }) => kind)

test('whatever the pages of a site do ends as a trouble of the page', async ({ world, runningWorld }) => {
  serveHostile(world)
  const record = await visit(HOSTILE, runningWorld.port)
  const pages = record.states.find(({ name }) => name === 'unanswered')!.pages
  expect(Object.fromEntries(pages.map((page) => [new URL(page.url).pathname, [...new Set(troublesOf(page))]]))).toEqual({
    '/': [],
    '/okna': ['dialog'],
    '/prenos': ['download'],
    '/prenos-skripta': ['download'],
    '/velika': ['too-large'],
    '/krog': ['redirects'],
    '/krog-skripta': ['redirects'],
    '/drugam': ['elsewhere'],
    '/preusmeri-drugam': ['elsewhere'],
    '/obrazec': ['elsewhere'],
    '/okno': ['popup'],
    '/zanka': ['timeout'],
    '/napaka': ['http'],
    '/pokvarjena': [],
    [SILENT]: ['timeout'],
  })
  expect(record.interrupted).toBeUndefined()
  // No form was sent, and nobody else's page was asked for in the place of one of the site's, or is held against it.
  expect(world.requests(({ method }) => method !== 'GET')).toEqual([])
  expect(world.hosts()).not.toContain(ELSEWHERE)
  expect(pages.flatMap(({ requests }) => requests.filter(({ thirdParty }) => thirdParty))).toEqual([])
})

test('a wrong certificate ends the audit of a site with a trouble, unless it is asked for all the same', async ({ world, runningWorld }) => {
  serveHostile(world)
  const url = HOSTILE.replace('http:', 'https:')
  const [{ pages: [refused] = [] } = { pages: [] }] = (await visit(url, runningWorld.port)).states
  expect(refused).toMatchObject({ troubles: [{ kind: 'certificate' }], cookies: [], title: '' })
  expect(world.requests(({ path }) => path === '/')).toEqual([])
  const [{ pages: [visited] = [] } = { pages: [] }] = (await visit(url, runningWorld.port, true)).states
  expect(visited).toMatchObject({ status: 200, title: '/' })
})
