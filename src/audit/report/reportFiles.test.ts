import { createHash } from 'node:crypto'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { openDraft } from '../../../demo/configurator/state/openDraft'
import { readInventory } from '../../tools/inventory/readInventory'
import { validateInventory } from '../../tools/validate/validateInventory'
import { judge } from '../judge/judge'
import { button, clean, cookie, HOME, kept, probes, question, record, request, state } from '../judge/testRecords'
import type { SiteRecord } from '../record'
import { reportFiles } from './reportFiles'

const DAY = 86_400
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
const PICTURES = new Map([
  ['vprasanje.png', PIXEL],
  ['vprasanje-telefon.png', PIXEL],
])

const GA = [
  request('https://www.googletagmanager.com/gtag/js?id=G-ABC1234567', {
    requestHeaders: [['cookie', 'seja=skrivnost; _ga=GA1.2.3']],
    responseHeaders: [
      ['content-type', 'text/javascript'],
      ['set-cookie', 'NID=skrivnost; Path=/; Secure'],
    ],
  }),
  request('https://region1.google-analytics.com/g/collect?v=2&tid=G-ABC1234567', { type: 'ping', pixel: true, at: 340.4 }),
]
const FRAME = request('https://zemljevid.example/vdelano?x=<b>&y="1"', { type: 'document' })
const COOKIES = [
  cookie('_ga', { lifetime: 400 * DAY }),
  cookie('PHPSESSID'),
  cookie('neznan', { lifetime: 3.2 * DAY }),
  cookie('sled', { thirdParty: true, domain: '.zemljevid.example', lifetime: 30 * DAY }),
]

/** Of another tool, with faults of many kinds, and text that would be markup. */
const leaky = record(
  [
    state('unanswered', { requests: GA, cookies: COOKIES, stored: [kept('nastavitve')] }),
    state('refused', { requests: [...GA, FRAME], cookies: COOKIES }, 'rule'),
    state('accepted', { requests: [...GA, FRAME], cookies: COOKIES, title: '<script>alert(1)</script>' }, 'rule'),
  ],
  {
    probes: { question: question({ refuse: button('<i>Zavrni</i>', { contrast: 2.5 }), blocks: ['scroll'] }) },
    leftOut: [{ url: `${HOME}isci?q=1`, why: 'robots' }],
  },
)

const files = (one: SiteRecord, language: 'sl' | 'en' = 'sl') => {
  const extra = new Map([['record.json', JSON.stringify(one)]])
  return reportFiles({ record: one, judgement: judge(one), pictures: PICTURES, language, extra })
}

const sites: readonly (readonly [string, SiteRecord])[] = [
  ['clean', clean()],
  ['leaky', leaky],
  ['empty', record([], { interrupted: true, tool: { kind: 'none' } })],
]

describe.each(sites)('%s', (_name, one) => {
  test.each(['sl', 'en'] as const)('the page is valid and stands alone (%s)', (language) => {
    const html = files(one, language).get('report.html')!
    const report = new HtmlValidate({ extends: ['html-validate:standard'] }).validateStringSync(html)
    expect(report.results.flatMap(({ messages }) => messages).map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)).toEqual([])
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).not.toMatch(/<script|<link|<iframe|\ssrc="(?!data:)|url\((?!#)|@import|undefined|NaN|\[object/)
  })

  test('the draft is a valid inventory, which the configurator opens', () => {
    const draft = files(one).get('piskotki.draft.json')!
    expect(validateInventory(JSON.parse(draft))).toEqual([])
    expect(() => readInventory(draft)).not.toThrow()
    expect(openDraft(draft)).toMatchObject({ draft: { inventory: JSON.parse(draft) as object } })
  })

  test('HAR 1.2: entries belong to pages, and hold what programs ask for', () => {
    const { log } = JSON.parse(files(one).get('requests.har')!) as { log: Har }
    expect(log.version).toBe('1.2')
    const ids = log.pages.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(one.states.flatMap(({ pages }) => pages).length)
    for (const { pageref, startedDateTime, request: asked, response, timings } of log.entries) {
      expect(ids).toContain(pageref)
      expect(new Date(startedDateTime).toISOString()).toBe(startedDateTime)
      expect(asked).toMatchObject({ method: 'GET', httpVersion: 'HTTP/1.1', cookies: [] })
      expect(response).toMatchObject({ status: 200, cookies: [], redirectURL: '' })
      expect(timings).toEqual({ send: 0, wait: 0, receive: 0 })
    }
  })

  test('the same input gives the same bytes', () => {
    expect([...files(one)]).toEqual([...files(one)])
  })

  test('every file has its hash, pictures and the record included, in the lines of sha256sum', () => {
    const all = new Map<string, string | Uint8Array>([...files(one), ['record.json', JSON.stringify(one)]])
    for (const [name, bytes] of PICTURES) all.set(`pictures/${name}`, bytes)
    const lines = String(all.get('hashes.txt')).trimEnd().split('\n')
    const digest = (name: string) => createHash('sha256').update(all.get(name)!).digest('hex')
    expect(lines).toEqual(lines.map((line) => `${digest(line.slice(66))}  ${line.slice(66)}`))
    expect(lines.map((line) => line.slice(66))).toEqual([
      'knowledge.json',
      'pictures/vprasanje-telefon.png',
      'pictures/vprasanje.png',
      'piskotki.draft.json',
      'record.json',
      'report.html',
      'report.json',
      'requests.har',
    ])
  })
})

interface Har {
  readonly version: string
  readonly pages: readonly { readonly id: string }[]
  readonly entries: readonly {
    readonly pageref: string
    readonly startedDateTime: string
    readonly request: { readonly headers: readonly { readonly name: string; readonly value: string }[] }
    readonly response: { readonly headers: readonly { readonly name: string; readonly value: string }[] }
    readonly timings: unknown
  }[]
}

test('the verdict in good Slovenian, and in English', () => {
  expect(files(clean()).get('report.html')).toContain('Presoja ni našla ničesar, kar bi nasprotovalo odgovoru obiskovalca ali popisu.')
  const { findings } = judge(leaky)
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length
  expect([count('error'), count('warn'), count('info')]).toEqual([9, 0, 2])
  expect(files(leaky).get('report.html')).toContain('Presoja je našla 9&nbsp;napak in 2&nbsp;opombi.')
  expect(files(leaky, 'en').get('report.html')).toContain('The audit found 9&nbsp;errors and 2&nbsp;notes.')
  expect(files(leaky).get('report.html')).toContain('27.&nbsp;11.&nbsp;2026, 1.00 UTC')
})

test('what would be markup stays text', () => {
  const html = files(leaky).get('report.html')!
  expect(html).toContain('&lt;i&gt;Zavrni&lt;/i&gt;')
  expect(html).not.toContain('<i>')
})

test('pictures are in the page, and those that are missing are left out', () => {
  const html = files(clean()).get('report.html')!
  expect(html.match(/<img src="data:image\/png;base64,/g)).toHaveLength(2)
  expect(html).not.toContain('nastavitve.png)')
})

test('the plot has a bar for each state, and its parts are as long as the numbers say', () => {
  const html = files(clean()).get('report.html')!
  const svg = /<svg.*<\/svg>/s.exec(html)![0]
  const widths = [...svg.matchAll(/<rect class="(own|declared|other) of-broad"[^>]* width="([\d.]+)" height="22"/g)].map(([, group, width]) => [group, Number(width)] as const)
  expect(widths.map(([group]) => group)).toEqual(['own', 'declared', 'own', 'declared', 'own', 'declared', 'own', 'declared'])
  // After consent two more services on each of two pages: two of its own, six of others.
  expect(widths[5]![1] / widths[4]![1]).toBeCloseTo(3, 1)
})

test('no value of a cookie leaves the record', () => {
  const har = files(leaky).get('requests.har')!
  expect(har).not.toContain('skrivnost')
  const entry = (JSON.parse(har) as { log: Har }).log.entries.find(({ request: asked }) => asked.headers.some(({ name }) => name === 'cookie'))
  expect(entry?.request.headers).toEqual([{ name: 'cookie', value: 'seja=; _ga=' }])
  expect(entry?.response.headers[1]).toEqual({ name: 'set-cookie', value: 'NID=; Path=/; Secure' })
})

test('the draft names what is known, and says what is to be filled in', () => {
  const draft = JSON.parse(files(leaky).get('piskotki.draft.json')!) as { services: object[]; cookies: object[] }
  expect(draft.services).toEqual([
    { use: 'google-analytics', account: 'G-ABC1234567' },
    expect.objectContaining({ id: 'zemljevid-example', category: 'embeds', hosts: ['zemljevid.example'], provider: { name: expect.stringContaining('DOPOLNITE') as string } }),
  ])
  expect(draft.cookies).toMatchObject([
    { name: 'PHPSESSID', category: 'necessary', duration: 'session' },
    { name: 'neznan', category: 'functional', duration: 'P4D' },
    { name: 'nastavitve', storage: 'localStorage', category: 'functional' },
  ])
})

const draftOf = (seen: Parameters<typeof state>[1]): unknown =>
  JSON.parse(files(record([state('unanswered', seen)])).get('piskotki.draft.json')!)

test.each(['_hjUnknown', '_uetq', '*', ' ', '', 'a"b', 'č', '__proto__'])('the draft is an inventory whatever a record is called: »%s«', (name) => {
  const cookies = [cookie(name), cookie(name, { thirdParty: true, domain: '.tuje.example' })]
  const stored = [kept(name), kept(name, { storage: 'cacheStorage', origin: 'null' })]
  expect(validateInventory(draftOf({ requests: [request('https://tuje.example/')], cookies, stored }))).toEqual([])
})

test.each(['10.0.0.1', '[::1]', 'necessary', 'site-necessary', 'a_b.example', '1.example', ''])('and whatever a host is: »%s«', (host) => {
  expect(validateInventory(draftOf({ requests: [{ ...request('https://tuje.example/'), host, url: `https://${host}/` }] }))).toEqual([])
})

test('with an inventory the draft is the inventory and what it lacks', () => {
  const more = clean()
  const unchanged = JSON.parse(files(more).get('piskotki.draft.json')!) as { services: { id?: string; use?: string }[] }
  const [first, ...rest] = more.states
  const leaking = { ...more, states: [{ ...first!, pages: first!.pages.map((page) => ({ ...page, requests: [...page.requests, ...GA] })) }, ...rest] }
  const draft = JSON.parse(files(leaking).get('piskotki.draft.json')!) as typeof unchanged
  expect(draft.services.slice(0, -1)).toEqual(unchanged.services)
  expect(draft.services.at(-1)?.use).toBe('google-analytics')
})

test('the knowledge base has the fields of the EDPB’s tool', () => {
  const base = JSON.parse(files(leaky).get('knowledge.json')!) as { category: string; knowledges: Record<string, string>[] }
  expect(base.category).toBe('cookie')
  expect(base.knowledges.map((one) => Object.keys(one).sort().join(' '))).toEqual(
    base.knowledges.map(() => 'category comment controller domain kind name policy reference source'),
  )
  expect(base.knowledges[0]).toMatchObject({ kind: 'cookie', name: '_ga', category: 'analytics', domain: 'www.drustvo.si' })
})

test('the JSON holds the judgement whole, and the states in short', () => {
  const one = clean({ probes: probes({ liveTemplates: ['https://a.example/'] }) })
  const json = JSON.parse(files(one).get('report.json')!) as { findings: unknown; assertions: unknown; record: { states: unknown[] } }
  expect({ findings: json.findings, assertions: json.assertions }).toEqual(JSON.parse(JSON.stringify(judge(one))))
  expect(json.record.states).toHaveLength(4)
})

test('the hash of a file is that of its bytes', () => {
  const all = files(leaky)
  const digest = createHash('sha256').update(all.get('report.html')!).digest('hex')
  expect(all.get('hashes.txt')).toContain(`${digest}  report.html\n`)
  expect(all.get('report.html')).not.toContain(digest)
})
