import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complete } from '../catalogue/googleAnalytics'
import { CATEGORIES } from '../core/inventory/types'
import { writeOut } from '../core/inventory/writeOut'
import { checkInventory } from './checkInventory'

const controller = { name: 'Društvo' }
const record = { name: '_t', purpose: 'prijava', duration: '1440 ur' }
const matomo = { id: 'matomo', category: 'analytics', provider: { name: 'InnoCraft Ltd' }, cookies: [record] }

const full = {
  site: { name: 'Društvo', url: 'https://drustvo.si/' },
  controller: {
    ...controller,
    email: 'info@drustvo.si',
    phone: '05 123',
    address: 'Trg 1',
    taxNumber: '12345678',
    registrationNumber: '1234567',
    contact: { name: 'Ana', email: 'ana@drustvo.si', phone: '041' },
  },
  policy: { url: '/zasebnost', version: '1', date: '2019-03-15' },
  languages: ['sl', 'it'],
  services: [
    {
      ...matomo,
      name: { sl: 'Matomo', it: 'Matomo' },
      purpose: 'merjenje obiska',
      provider: { name: 'X', country: 'IE/US', privacyUrl: 'https://x.si/', transfer: 'DPF' },
      hosts: ['stats.drustvo.si'],
      note: 'opomba',
      account: 'G-XXXXXXX',
      anonymizeIp: true,
      cookies: [{ ...record, storage: 'localStorage', party: 'third', domain: 'x.si' }],
    },
  ],
  recipients: [{ name: 'Mailchimp', purpose: 'novice', country: 'US', privacyUrl: '/p', transfer: 'DPF', note: 'x' }],
  cookies: [{ ...record, category: 'necessary' }],
  validFor: 'P6M',
  cookieDomain: 'drustvo.si',
  receiptEndpoint: '/potrdila',
  texts: {
    'banner.title': 'Piškotki',
    'banner.acceptAll': { sl: 'Dovoli vse', it: 'Consenti tutti' },
    'banner.rejectAll': { sl: 'Zavrni vse', it: 'Rifiuta tutti' },
  },
}

/** Each issue in one line. */
const issuesOf = (json: unknown) =>
  checkInventory(json).map(({ code, path, expected }) => [code, path, expected].filter(Boolean).join(' '))

/** The issues of an inventory that is right but for one thing. */
const withService = (change: object) => issuesOf({ controller, services: [{ ...matomo, ...change }] })
const withRecord = (change: object) => issuesOf({ controller, cookies: [{ ...record, ...change }] })

describe('is right', () => {
  test('with a controller alone', () => {
    expect(issuesOf({ controller })).toEqual([])
  })

  test('with everything', () => {
    expect(issuesOf(full)).toEqual([])
  })

  test('with fields that nobody knows', () => {
    expect(issuesOf({ controller, theme: 'dark', services: [{ ...matomo, icon: 1 }] })).toEqual([])
  })

  test('with fields that are undefined, which JSON does not know', () => {
    expect(issuesOf({ controller, policy: undefined, services: [{ ...matomo, name: undefined }] })).toEqual([])
    expect(issuesOf({ controller: { name: undefined } })).toEqual(['required controller.name'])
  })

  test('on a page that has extended what every object has', () => {
    const names = ['extend', 'analytics']
    // oxlint-disable-next-line no-extend-native -- as old pages do
    for (const name of names) Object.defineProperty(Object.prototype, name, { value: () => {}, enumerable: true, configurable: true })
    const issues = issuesOf(full)
    for (const name of names) Reflect.deleteProperty(Object.prototype, name)
    expect(issues).toEqual([])
  })

  test.each(['pojalabanda', 'zmos', 'ksok', 'kostra', 'kobein'])('the seed %s, once it is completed', async (seed) => {
    const { default: json } = (await import(`../../seeds/${seed}.json`)) as { default: { services?: object[] } }
    const services = json.services?.map((one) => ('use' in one ? complete(one) : one))
    expect(issuesOf({ ...json, ...(services && { services }) })).toEqual([])
  })
})

describe('type', () => {
  test.each<[unknown, string]>([
    [null, 'type object'],
    [[], 'type object'],
    ['{}', 'type object'],
    [7, 'type object'],
    [undefined, 'type object'],
    [{ controller: 'Društvo' }, 'type controller object'],
    [{ controller: null }, 'type controller object'],
    [{ controller: [] }, 'type controller object'],
    [{ controller: { name: 7 } }, 'type controller.name words'],
    [{ controller: { ...controller, contact: 'Ana' } }, 'type controller.contact object'],
    [{ controller: { ...controller, contact: { email: 1 } } }, 'type controller.contact.email email'],
    [{ controller, site: 'Društvo' }, 'type site object'],
    [{ controller, policy: '/zasebnost' }, 'type policy object'],
    [{ controller, languages: 'sl' }, 'type languages array'],
    [{ controller, languages: ['sl', 1] }, 'type languages[1] language'],
    [{ controller, services: {} }, 'type services array'],
    [{ controller, services: [null] }, 'type services[0] object'],
    [{ controller, recipients: 'Mailchimp' }, 'type recipients array'],
    [{ controller, cookies: { _t: record } }, 'type cookies array'],
    [{ controller, cookies: [record, '_t'] }, 'type cookies[1] object'],
    [{ controller, validFor: 6 }, 'type validFor validFor'],
    [{ controller, texts: 'Piškotki' }, 'type texts object'],
    [{ controller, texts: ['Piškotki'] }, 'type texts object'],
    [{ controller, texts: { 'banner.title': 7 } }, 'type texts.banner.title text'],
    [{ controller, texts: { 'banner.title': null } }, 'type texts.banner.title text'],
    [{ controller, texts: { 'banner.title': { sl: 7 } } }, 'type texts.banner.title.sl words'],
  ])('%j', (json, issue) => {
    expect(issuesOf(json)).toEqual([issue])
  })

  test.each<[object, string]>([
    [{ id: 1 }, 'type services[0].id id'],
    [{ provider: 'Google' }, 'type services[0].provider object'],
    [{ provider: { name: 'X', country: ['SI'] } }, 'type services[0].provider.country country'],
    [{ hosts: 'a.si' }, 'type services[0].hosts array'],
    [{ hosts: ['a.si', 1] }, 'type services[0].hosts[1] words'],
    [{ cookies: 'none' }, 'type services[0].cookies array'],
    [{ cookies: [record, 1] }, 'type services[0].cookies[1] object'],
    [{ name: 1 }, 'type services[0].name text'],
    [{ name: ['Matomo'] }, 'type services[0].name text'],
    [{ name: null }, 'type services[0].name text'],
    [{ name: { sl: 'a', it: 1 } }, 'type services[0].name.it words'],
    [{ anonymizeIp: 'true' }, 'type services[0].anonymizeIp flag'],
    [{ anonymizeIp: 1 }, 'type services[0].anonymizeIp flag'],
    [{ use: true }, 'type services[0].use id'],
  ])('of a service: %j', (change, issue) => {
    expect(withService(change)).toEqual([issue])
  })

  test('of a duration: a number is none', () => {
    expect(withRecord({ duration: 60 })).toEqual(['type cookies[0].duration words'])
  })
})

describe('required', () => {
  const without = (object: object, field: string) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => name !== field))

  test.each<[unknown, string]>([
    [{}, 'required controller'],
    [{ controller: {} }, 'required controller.name'],
    [{ controller, site: {} }, 'required site.name'],
    [{ controller, recipients: [{ name: 'X' }] }, 'required recipients[0].purpose'],
    [{ controller, recipients: [{ purpose: 'x' }] }, 'required recipients[0].name'],
    [{ controller, services: [matomo, without(matomo, 'id')] }, 'required services[1].id'],
    [{ controller, services: [without(matomo, 'category')] }, 'required services[0].category'],
    [{ controller, services: [without(matomo, 'provider')] }, 'required services[0].provider'],
    [{ controller, services: [{ ...matomo, provider: {} }] }, 'required services[0].provider.name'],
    [{ controller, cookies: [without(record, 'name')] }, 'required cookies[0].name'],
    [{ controller, cookies: [without(record, 'purpose')] }, 'required cookies[0].purpose'],
    [{ controller, cookies: [record, without(record, 'duration')] }, 'required cookies[1].duration'],
    [
      { controller, services: [{ ...matomo, cookies: [without(record, 'duration')] }] },
      'required services[0].cookies[0].duration',
    ],
  ])('%j', (json, issue) => {
    expect(issuesOf(json)).toEqual([issue])
  })
})

describe('pattern', () => {
  /** Where a value of each kind stands. */
  const places: Readonly<Record<string, (value: string) => [unknown, path: string]>> = {
    url: (url) => [{ controller, policy: { url } }, 'policy.url'],
    email: (email) => [{ controller: { ...controller, email } }, 'controller.email'],
    country: (country) => [
      { controller, services: [{ ...matomo, provider: { name: 'X', country } }] },
      'services[0].provider.country',
    ],
    id: (id) => [{ controller, services: [{ ...matomo, id }] }, 'services[0].id'],
    category: (category) => [{ controller, services: [{ ...matomo, category }] }, 'services[0].category'],
    account: (account) => [{ controller, services: [{ ...matomo, account }] }, 'services[0].account'],
    storage: (storage) => [{ controller, cookies: [{ ...record, storage }] }, 'cookies[0].storage'],
    party: (party) => [{ controller, cookies: [{ ...record, party }] }, 'cookies[0].party'],
    language: (language) => [{ controller, languages: [language] }, 'languages[0]'],
    date: (date) => [{ controller, policy: { date } }, 'policy.date'],
    validFor: (validFor) => [{ controller, validFor }, 'validFor'],
    domain: (cookieDomain) => [{ controller, cookieDomain }, 'cookieDomain'],
    receiptEndpoint: (receiptEndpoint) => [{ controller, receiptEndpoint }, 'receiptEndpoint'],
    words: (name) => [{ controller: { name } }, 'controller.name'],
    text: (purpose) => [{ controller, cookies: [{ ...record, purpose }] }, 'cookies[0].purpose'],
  }

  const GOOD: Readonly<Record<string, string[]>> = {
    url: [
      'https://a.si', 'http://a.si', 'mailto:a@b.si', 'tel:+38651', '/zasebnost', 'zasebnost.html', '../a',
      '?a=b:c', '#a:b', './a:b', '//cdn.si/a', 'https://a.si/?url=javascript:x',
    ],
    email: ['info@drustvo.si', 'a+b@c', 'ž@š.si'],
    country: ['SI', 'IE/US', 'IE/US/GB'],
    id: ['google-analytics', 'ga4', 'site_a', 'g1', 'GA'],
    category: [...CATEGORIES],
    account: ['G-XXXXXXX', 'UA-1-2', 'a.b_c:d/e'],
    storage: ['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'pixel'],
    party: ['first', 'third'],
    language: ['sl', 'it'],
    date: ['2019-03-15'],
    validFor: ['P6M', 'P1Y', 'P2W', 'P30D', 'P1Y2M3W4D'],
    domain: ['drustvo.si', 'a.b.c', 'localhost'],
    receiptEndpoint: ['/potrdila', 'https://a.si/p'],
    words: ['x', ' x '],
    text: ['x'],
  }

  const BAD: Readonly<Record<string, string[]>> = {
    url: [
      'javascript:alert(1)', 'JavaScript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)',
      '\u0001javascript:x', 'data:text/html,x', 'DATA:text/html,x', 'vbscript:x', 'blob:https://a.si', 'ftp:/a',
      'x:/y', ':',
    ],
    email: ['', 'info', 'info@', '@drustvo.si', 'in fo@drustvo.si', 'a@b@c', 'info@drustvo.si\n'],
    country: ['', 'si', 'Slovenija', 'SI/', '/SI', 'SI,US', 'SI US', 'SVN'],
    id: ['', '1', '_a', '__proto__', 'google analytics', 'šport', 'a.b', 'a~1', '-a', 'a\n', 'a/b', '<b>'],
    category: ['', 'Analytics', 'other', 'necessary ', 'all', 'constructor'],
    account: ['', 'G XXX', '"', '<script>', 'č'],
    storage: ['', 'http', 'localstorage', 'toString'],
    party: ['', 'second', '1st'],
    language: ['', 'SL', 'slv', 'sl-SI', 's'],
    date: ['', '2019', '15. 3. 2019', '2019-3-15', '2019-03-15T00:00'],
    validFor: ['', 'P', '6M', 'P6', 'PT6H', 'P6M ', 'p6m', 'P1M1Y', '6 mesecev', 'P-6M', 'P1.5Y', 'P0D', 'P0M0D', 'P999999Y'],
    domain: ['', '.drustvo.si', 'drustvo.si; Secure', 'a b', 'a=b'],
    receiptEndpoint: ['', 'potrdila', '//zlo.si/p', 'http://a.si', 'javascript:x', 'data:x'],
    words: ['', ' ', '\n\t'],
    text: ['', '  '],
  }

  const rows = (values: typeof GOOD) =>
    Object.entries(values).flatMap(([kind, all]) => all.map((one) => [kind, one] as const))

  test.each(rows(GOOD))('%s %j is one', (kind, value) => {
    expect(issuesOf(places[kind]!(value)[0])).toEqual([])
  })

  test.each(rows(BAD))('%s %j is none', (kind, value) => {
    const [json, path] = places[kind]!(value)
    expect(issuesOf(json)).toEqual([`pattern ${path} ${kind}`])
  })

  test('of every link', () => {
    const url = 'javascript:alert(1)'
    expect(issuesOf({ controller, site: { name: 'X', url } })).toEqual(['pattern site.url url'])
    expect(withService({ provider: { name: 'X', privacyUrl: url } })).toEqual([
      'pattern services[0].provider.privacyUrl url',
    ])
    expect(issuesOf({ controller, recipients: [{ name: 'X', purpose: 'x', privacyUrl: url }] })).toEqual([
      'pattern recipients[0].privacyUrl url',
    ])
  })

  test('of a text in one of its languages', () => {
    expect(withService({ purpose: { sl: 'merjenje', it: ' ' } })).toEqual(['pattern services[0].purpose.it words'])
  })
})

describe('duplicate-id', () => {
  test('says where the first one is', () => {
    const ga = { ...matomo, id: 'ga' }
    expect(issuesOf({ controller, services: [matomo, ga, { ...matomo, category: 'embeds' }] })).toEqual([
      'duplicate-id services[2].id services[0].id',
    ])
  })

  test.each(['constructor', 'toString'])('of a service called %s', (id) => {
    expect(withService({ id })).toEqual([])
    expect(issuesOf({ controller, services: [{ ...matomo, id }, { ...matomo, id }] })).toEqual([
      'duplicate-id services[1].id services[0].id',
    ])
  })

  test('no service is called as the bare table will be', () => {
    const json = { controller, cookies: [record], services: [{ ...matomo, id: 'site-necessary' }] }
    const ids = writeOut(json).services.map(({ id }) => id)
    expect(issuesOf(json).length > 0 || new Set(ids).size === ids.length).toBe(true)
  })
})

describe('reserved-id', () => {
  test.each(CATEGORIES)('%s', (id) => {
    expect(withService({ id })).toEqual(['reserved-id services[0].id'])
  })
})

test('a text without any language is none', () => {
  const json = { controller: { name: 'Društvo' }, cookies: [{ name: 'a', purpose: {}, duration: '1 dan' }] }
  expect(checkInventory(json)).toMatchObject([{ code: 'pattern', path: 'cookies[0].purpose' }])
})

describe('tracker-necessary', () => {
  test.each(['*', '_*', '_g*', '_fb*', '_hj*', 'I*'])('»%s« covers one', (name) => {
    const service = { id: 'forum', category: 'necessary', provider: { name: 'X' } }
    const json = {
      controller: { name: 'Društvo' },
      services: [{ ...service, cookies: [{ name, purpose: 'x', duration: '1 dan' }] }],
    }
    expect(checkInventory(json).map(({ code }) => code)).toEqual(['tracker-necessary'])
  })

  test.each(['_galerija*', 'wp-*', '_forum_*'])('»%s« covers none', (name) => {
    const json = { controller: { name: 'Društvo' }, cookies: [{ name, purpose: 'x', duration: '1 dan' }] }
    expect(checkInventory(json)).toEqual([])
  })

  const TRACKERS = [
    '_ga', '_ga_ABC123', '_ga_*', '_ga*', '_gat', '_gat_UA-1', '_gid', '__utma', '__utmz', '_gcl_au', '_fbp',
    '_fbc', '_pk_id', '_pk_ses.1.a', '_hjSessionUser_1', '_hj*', '_clck', '_clsk', '_uetsid', '_uetvid', '_ttp',
    '_tt_x', 'IDE', 'NID', 'YSC', 'VISITOR_INFO1_LIVE',
  ]

  test.each(TRACKERS)('%s', (name) => {
    expect(withRecord({ name })).toEqual([`tracker-necessary cookies[0].name ${name}`])
    expect(withService({ category: 'necessary', cookies: [record, { ...record, name }] })).toEqual([
      `tracker-necessary services[0].cookies[1].name ${name}`,
    ])
  })

  test.each([
    '_t', '_gatekeeper', '_gallery', '_game', 'ga', 'IDENTITY', 'NIDX', 'YSCx', '_fbpage', '_clockwork',
  ])('%s is none', (name) => {
    expect(withRecord({ name })).toEqual([])
  })

  test('where it is not said to be necessary it may stand', () => {
    expect(withService({ cookies: [{ ...record, name: '_ga' }] })).toEqual([])
    expect(withRecord({ name: '_ga', category: 'analytics' })).toEqual([])
  })

  test('in a necessary service, whatever the record says of itself', () => {
    const cookies = [{ ...record, name: '_ga', category: 'analytics' }]
    expect(withService({ category: 'necessary', cookies })).toEqual([
      'tracker-necessary services[0].cookies[0].name _ga',
    ])
  })
})

describe('the two answers in a site’s own words', () => {
  const withTexts = (texts: object) => issuesOf({ controller, texts })

  test.each<[string, object]>([
    ['neither', {}],
    ['neither, but other phrases', { 'banner.title': 'Piškotki', 'prefs.save': { it: 'Salva' } }],
    ['both', { 'banner.acceptAll': 'Dovoli vse', 'banner.rejectAll': 'Zavrni vse' }],
    ['both in the same languages', { 'banner.acceptAll': { sl: 'Da', it: 'Sì' }, 'banner.rejectAll': { it: 'No', sl: 'Ne' } }],
    ['both, one of them as Slovenian alone', { 'banner.acceptAll': 'Da', 'banner.rejectAll': { sl: 'Ne' } }],
  ])('may be %s', (_name, texts) => {
    expect(withTexts(texts)).toEqual([])
  })

  test.each<[string, object]>([
    ['only one', { 'banner.acceptAll': 'Dovoli vse' }],
    ['only the other', { 'banner.rejectAll': 'Zavrni vse' }],
    ['one in a language that the other lacks', { 'banner.acceptAll': { sl: 'Da', it: 'Sì' }, 'banner.rejectAll': 'Ne' }],
    ['one much longer', { 'banner.acceptAll': 'Dovoli vse', 'banner.rejectAll': 'Ne hvala, raje brez piškotkov' }],
    ['one with a tick', { 'banner.acceptAll': '✓ Dovoli vse', 'banner.rejectAll': 'Zavrni vse' }],
    ['one shouted', { 'banner.acceptAll': 'DOVOLI VSE', 'banner.rejectAll': 'Zavrni vse' }],
  ])('may not be %s', (_name, texts) => {
    expect(withTexts(texts)).toEqual(['answers-unlike texts'])
  })
})

describe('all issues', () => {
  test('are reported, in the order of the shape', () => {
    const json = {
      validFor: '6 mesecev',
      controller: { email: 'x' },
      services: [{ ...matomo, provider: {}, cookies: [{ name: '', duration: 1 }] }, 7],
      policy: { url: 'javascript:x', date: 'včeraj' },
    }
    expect(issuesOf(json)).toEqual([
      'required controller.name',
      'pattern controller.email email',
      'pattern policy.url url',
      'pattern policy.date date',
      'required services[0].provider.name',
      'pattern services[0].cookies[0].name words',
      'required services[0].cookies[0].purpose',
      'type services[0].cookies[0].duration words',
      'type services[1] object',
      'pattern validFor validFor',
    ])
  })

  test('of ids and names too', () => {
    const ga = { ...matomo, id: 'analytics', category: 'necessary', cookies: [{ ...record, name: '_ga' }] }
    expect(issuesOf({ controller, services: [ga, ga], cookies: [{ ...record, name: '_gid' }] })).toEqual([
      'reserved-id services[0].id',
      'tracker-necessary services[0].cookies[0].name _ga',
      'reserved-id services[1].id',
      'duplicate-id services[1].id services[0].id',
      'tracker-necessary services[1].cookies[0].name _ga',
      'tracker-necessary cookies[0].name _gid',
    ])
  })
})

test('whatever JSON it is, it is checked without failing', () => {
  const any = fc.jsonValue({ maxDepth: 2 })
  const almost = fc.record({ controller: any, services: any, cookies: any })
  const service = fc.record({ id: any, category: any, cookies: fc.array(any, { maxLength: 2 }) })
  const services = fc.array(service, { maxLength: 2 })
  fc.assert(
    fc.property(fc.oneof(any, almost, fc.record({ services })), (json) => {
      expect(checkInventory(json).length).toBeGreaterThan(0)
    }),
    { numRuns: 10_000 },
  )
})
