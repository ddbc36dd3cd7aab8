/**
 * What each vendor is told, in which order, on real pages: the core as it is, in a document, with the cookie that the
 * page before has left.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkedInventory } from '../../check'
import { knownToken, newSince } from '../../changes'
import type { Consent } from '../../core/consent/types'
import type { Loader } from '../../core/parts'
import { start } from '../../core/start'
import { loadPart } from '../../npm/loadPart'

type Page = Window & typeof globalThis

// It brings no types along.
const { JSDOM, CookieJar, VirtualConsole } = await vi.importActual<{
  JSDOM: new (html: string, options: object) => { window: Page }
  CookieJar: new () => object
  VirtualConsole: new () => object
}>('jsdom')

/** What the core uses of a browser by its bare name. */
const BORROWED = [
  ...(['document', 'location', 'navigator', 'localStorage', 'sessionStorage'] as const),
  ...(['MutationObserver', 'CustomEvent', 'Element'] as const),
]

/** Cookies, which the next page finds again. */
let jar: object
let page: Page

/**
 * The next page of the site, which declares what it asks for.
 * @param prepare what stands in the page before
 */
const open = async (services: readonly object[], prepare = () => {}): Promise<Consent> => {
  const html = '<!doctype html><html lang="sl"><head></head><body><a href="#privolim">Piškotki</a></body></html>'
  page = new JSDOM(html, {
    url: 'https://www.drustvo.si/',
    cookieJar: jar,
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  }).window
  for (const name of ['window', 'top']) vi.stubGlobal(name, page)
  for (const name of BORROWED) vi.stubGlobal(name, page[name])
  // Node's own would let the pages of other tests hear of it.
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => run())
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  prepare()
  const parts: Record<string, object> = {
    check: { checkedInventory },
    changes: { knownToken, newSince },
    ui: { checkedInventory, mount: () => ({ show: async () => {}, tell: async () => {} }) },
    followup: { run: async () => {} },
  }
  const load = (async (name: `use-${string}`) => parts[name] ?? loadPart(name)) as Loader
  const consent = start(JSON.stringify({ controller: { name: 'Društvo' }, services }), { load, nonce: 'n0nce' })
  await consent.ready
  return consent
}

/** Until the gates have opened after a change, which they do once the page has been painted. */
const settled = async () => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve))
}

const scripts = () => [...page.document.querySelectorAll('script')]
const inert = () => scripts().filter(({ type }) => type === 'text/plain')
const running = () => scripts().filter(({ type }) => type !== 'text/plain')

beforeEach(() => {
  jar = new CookieJar()
})
afterEach(() => {
  page.close()
  vi.unstubAllGlobals()
})

const DENIED = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
}
const ANALYTICS = { ...DENIED, analytics_storage: 'granted' }
const ADS = { ...DENIED, ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' }

/** What is in a queue, each call as a list, and a time as a word. */
const callsIn = (queue: unknown) =>
  [...(queue as Iterable<unknown>)].map((call) =>
    Object.prototype.toString.call(call) === '[object Arguments]' || Array.isArray(call)
      ? [...(call as Iterable<unknown>)].map((word) => (word instanceof Date ? 'time' : word))
      : call,
  )

interface Contract {
  readonly service: { readonly use: string; readonly account: string }
  /** What the vendor's queue holds. */
  readonly said: () => unknown[]
  readonly byDefault: readonly unknown[]
  readonly granted: readonly unknown[]
  readonly denied: readonly unknown[]
  /** When it is granted for the first time. */
  readonly begin: readonly unknown[]
  readonly file: string
  /** Names of what the vendor has on the page. */
  readonly globals: readonly string[]
}

const consentv2 = (value: string) => ['consentv2', { ad_Storage: 'denied', analytics_Storage: value }]

/** Matomo's queue keeps the last word only, so its sequences are its own, further down. */
const CONTRACTS: readonly Contract[] = [
  {
    service: { use: 'google-analytics', account: 'G-TEST1' },
    said: () => callsIn(page.dataLayer),
    byDefault: [['consent', 'default', DENIED]],
    granted: [['consent', 'update', ANALYTICS]],
    denied: [['consent', 'update', DENIED]],
    begin: [['js', 'time'], ['config', 'G-TEST1', {}]],
    file: 'https://www.googletagmanager.com/gtag/js?id=G-TEST1',
    globals: ['dataLayer', 'gtag'],
  },
  {
    service: { use: 'google-ads', account: 'AW-1' },
    said: () => callsIn(page.dataLayer),
    byDefault: [['consent', 'default', DENIED]],
    granted: [['consent', 'update', ADS]],
    denied: [['consent', 'update', DENIED]],
    begin: [['js', 'time'], ['config', 'AW-1', {}]],
    file: 'https://www.googletagmanager.com/gtag/js?id=AW-1',
    globals: ['dataLayer', 'gtag'],
  },
  {
    service: { use: 'google-tag-manager', account: 'GTM-1' },
    said: () => callsIn(page.dataLayer),
    byDefault: [['consent', 'default', DENIED]],
    granted: [['consent', 'update', ADS]],
    denied: [['consent', 'update', DENIED]],
    begin: [{ 'gtm.start': expect.any(Number), event: 'gtm.js' }],
    file: 'https://www.googletagmanager.com/gtm.js?id=GTM-1',
    globals: ['dataLayer', 'gtag'],
  },
  {
    service: { use: 'microsoft-uet', account: '12345' },
    said: () => callsIn(page.uetq),
    byDefault: ['consent', 'default', { ad_storage: 'denied' }],
    granted: ['consent', 'update', { ad_storage: 'granted' }],
    denied: ['consent', 'update', { ad_storage: 'denied' }],
    begin: [],
    file: 'https://bat.bing.com/bat.js',
    globals: ['uetq'],
  },
  {
    service: { use: 'microsoft-clarity', account: 'abc' },
    said: () => callsIn(page.clarity!.q),
    byDefault: [consentv2('denied')],
    granted: [consentv2('granted')],
    denied: [consentv2('denied')],
    begin: [],
    file: 'https://www.clarity.ms/tag/abc',
    globals: ['clarity'],
  },
  {
    service: { use: 'meta-pixel', account: '123' },
    said: () => callsIn(page.fbq!.queue),
    byDefault: [['consent', 'revoke']],
    granted: [['consent', 'grant']],
    denied: [['consent', 'revoke']],
    begin: [['init', '123'], ['track', 'PageView']],
    file: 'https://connect.facebook.net/en_US/fbevents.js',
    globals: ['fbq', '_fbq'],
  },
  {
    service: { use: 'tiktok', account: 'C123' },
    said: () => callsIn(page.ttq),
    byDefault: [['holdConsent']],
    granted: [['grantConsent']],
    denied: [['revokeConsent']],
    begin: [['page']],
    file: 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C123&lib=ttq',
    globals: ['ttq', 'TiktokAnalyticsObject'],
  },
  {
    service: { use: 'linkedin', account: '777' },
    said: () => callsIn(page._linkedin_data_partner_ids ?? []),
    byDefault: [],
    granted: [],
    denied: [],
    begin: ['777'],
    file: 'https://snap.licdn.com/li.lms-analytics/insight.min.js',
    globals: ['lintrk', '_linkedin_partner_id', '_linkedin_data_partner_ids'],
  },
  {
    service: { use: 'hotjar', account: '4242' },
    said: () => (page._hjSettings ? [page._hjSettings] : []),
    byDefault: [],
    granted: [],
    denied: [],
    begin: [{ hjid: 4242, hjsv: 6 }],
    file: 'https://static.hotjar.com/c/hotjar-4242.js?sv=6',
    globals: ['hj', '_hjSettings'],
  },
]

const GLOBALS = new Set([...CONTRACTS.flatMap(({ globals }) => globals), '_paq', 'wp_consent_type', 'UET'])

describe.each(CONTRACTS)('$service.use', ({ service, said, byDefault, granted, denied, begin, file, globals }) => {
  const expectHeld = () => {
    expect(running()).toEqual([])
    expect(inert().map(({ dataset }) => [dataset.privolim, dataset.src])).toEqual([[service.use, file]])
  }
  const expectRun = () => {
    expect(inert()).toEqual([])
    expect(running().map(({ src }) => src)).toEqual([file])
  }

  test('before a choice: the default alone, and an inert script', async () => {
    await open([service])
    await settled()
    expect(said()).toEqual(byDefault)
    expectHeld()
    expect(inert()[0]!.getAttribute('src')).toBeNull()
  })

  test('accept: update, then start, before the file runs; once', async () => {
    const consent = await open([service])
    consent.acceptAll()
    expect(said()).toEqual([...byDefault, ...granted, ...begin])
    expectHeld()
    await settled()
    expectRun()
    const [script] = running()
    expect(script!.nonce).toBe('n0nce')
    expect(script!.hasAttribute('async')).toBe(true)
  })

  test('reject: is told, and nothing starts', async () => {
    const consent = await open([service])
    consent.rejectAll()
    await settled()
    expect(said()).toEqual([...byDefault, ...denied])
    expectHeld()
  })

  test('withdraw: is told', async () => {
    const consent = await open([service])
    consent.acceptAll()
    await settled()
    consent.withdraw()
    expect(said()).toEqual([...byDefault, ...granted, ...begin, ...denied])
    await settled()
  })

  test('denied, allowed, denied again ends denied; allowed again starts nothing twice', async () => {
    const consent = await open([service])
    consent.rejectAll()
    consent.acceptAll()
    consent.rejectAll()
    expect(said()).toEqual([...byDefault, ...denied, ...granted, ...begin, ...denied])
    await settled()
    expectHeld()
    consent.acceptAll()
    await settled()
    expect(said()).toEqual([...byDefault, ...denied, ...granted, ...begin, ...denied, ...granted])
    expectRun()
  })

  test('the next page with a stored consent: default, update, start, at once', async () => {
    ;(await open([service])).acceptAll()
    await open([service])
    expect(said()).toEqual([...byDefault, ...granted, ...begin])
    await settled()
    expectRun()
  })

  test('the next page with a stored refusal: default, update', async () => {
    ;(await open([service])).rejectAll()
    await open([service])
    await settled()
    expect(said()).toEqual([...byDefault, ...denied])
    expectHeld()
  })

  test('granted by itself, against its category', async () => {
    const consent = await open([service])
    consent.save({ services: { [service.use]: true } })
    expect(said()).toEqual([...byDefault, ...granted, ...begin])
    await settled()
    expectRun()
  })

  test('denied by itself, against its category', async () => {
    const consent = await open([service])
    const category = consent.inventory.services[0]!.category
    consent.save({ categories: { [category]: true }, services: { [service.use]: false } })
    await settled()
    expect(said()).toEqual([...byDefault, ...denied])
    expectHeld()
  })

  test('without an account: signals, and no file', async () => {
    const consent = await open([{ use: service.use }])
    consent.acceptAll()
    await settled()
    expect(said()).toEqual([...byDefault, ...granted])
    expect(scripts()).toEqual([])
  })

  test('leaves nothing of any other vendor', async () => {
    const consent = await open([service])
    consent.acceptAll()
    await settled()
    for (const name of GLOBALS) if (!globals.includes(name)) expect(page).not.toHaveProperty(name)
  })
})

describe('a site that declares none of them', () => {
  test('has nothing of theirs', async () => {
    const consent = await open([{ use: 'youtube' }, { use: 'google-maps' }])
    consent.acceptAll()
    await settled()
    for (const name of GLOBALS) expect(page).not.toHaveProperty(name)
    expect(scripts()).toEqual([])
  })
})

describe('functions that want `arguments`', () => {
  const isArguments = (call: unknown) => Object.prototype.toString.call(call) === '[object Arguments]'

  test.each([
    ['google-analytics', () => page.dataLayer!],
    ['google-ads', () => page.dataLayer!],
    ['microsoft-clarity', () => page.clarity!.q!],
    ['meta-pixel', () => page.fbq!.queue],
  ])('%s', async (use, queue) => {
    const consent = await open([{ use, account: 'X1' }])
    consent.acceptAll()
    consent.withdraw()
    expect(queue().length).toBeGreaterThan(2)
    expect(queue().every(isArguments)).toBe(true)
  })
})

describe('Google', () => {
  const GOOGLE = [
    { use: 'google-tag-manager', account: 'GTM-1' },
    { use: 'google-analytics', account: 'G-1', anonymizeIp: true },
    { use: 'google-ads', account: 'AW-1' },
  ]
  const consents = () =>
    callsIn(page.dataLayer).flatMap((call) => (Array.isArray(call) && call[0] === 'consent' ? [call.slice(1)] : []))

  test('is told once for all its services, and first', async () => {
    const consent = await open(GOOGLE)
    consent.acceptAll()
    expect(callsIn(page.dataLayer)).toEqual([
      ['consent', 'default', DENIED],
      ['consent', 'update', { ...ADS, analytics_storage: 'granted' }],
      { 'gtm.start': expect.any(Number), event: 'gtm.js' },
      ['js', 'time'],
      ['config', 'G-1', { anonymize_ip: true }],
      ['js', 'time'],
      ['config', 'AW-1', {}],
    ])
  })

  test('is told what each category says', async () => {
    const consent = await open([...GOOGLE, { id: 'jezik', category: 'functional', provider: { name: 'Društvo' } }])
    consent.save({ categories: { functional: true } })
    expect(consents().at(-1)).toEqual([
      'update',
      { ...DENIED, functionality_storage: 'granted', personalization_storage: 'granted' },
    ])
    consent.save({ categories: { functional: false, marketing: true } })
    expect(consents().at(-1)).toEqual(['update', ADS])
  })

  test('starts only what is granted', async () => {
    const consent = await open(GOOGLE)
    consent.save({ services: { 'google-analytics': true } })
    expect(consents().at(-1)).toEqual(['update', ANALYTICS])
    await settled()
    expect(running().map(({ src }) => src)).toEqual(['https://www.googletagmanager.com/gtag/js?id=G-1'])
    expect(inert()).toHaveLength(2)
  })

  test("finds the page's own list and function, and leaves them", async () => {
    const list: unknown[] = ['x']
    const own = vi.fn()
    await open(GOOGLE, () => {
      page.dataLayer = list
      page.gtag = own
    })
    expect(page.gtag).toBe(own)
    expect(own).not.toHaveBeenCalled()
    expect(page.dataLayer).toBe(list)
    expect(callsIn(list.slice(1))).toEqual([['consent', 'default', DENIED]])
  })

  test('gives the page a function that says the same', async () => {
    await open(GOOGLE)
    page.gtag!('event', 'prijava')
    expect(callsIn(page.dataLayer).at(-1)).toEqual(['event', 'prijava'])
    expect(Object.prototype.toString.call(page.dataLayer!.at(-1))).toBe('[object Arguments]')
  })
})

describe('Microsoft UET', () => {
  test('begins once its file is there, with what was said until then', async () => {
    const consent = await open([{ use: 'microsoft-uet', account: '12345' }])
    consent.acceptAll()
    await settled()
    const queue = page.uetq
    const pushed: unknown[] = []
    const made: object[] = []
    page.UET = class {
      constructor(options: object) {
        made.push(options)
      }
      push(...words: unknown[]) {
        pushed.push(words)
      }
    }
    const load = (element: Element) => element.dispatchEvent(new page.Event('load'))
    load(page.document.head.appendChild(page.document.createElement('img')))
    expect(made).toEqual([])
    load(running()[0]!)
    load(running()[0]!)
    expect(made).toEqual([{ ti: '12345', q: queue, enableAutoSpaTracking: true }])
    consent.withdraw()
    expect(pushed).toEqual([['pageLoad'], ['consent', 'update', { ad_storage: 'denied' }]])
  })
})

describe('Microsoft Clarity', () => {
  test('may share with advertising only where marketing is granted', async () => {
    const consent = await open([{ use: 'microsoft-clarity', account: 'abc' }, { use: 'meta-pixel' }])
    consent.acceptAll()
    expect(callsIn(page.clarity!.q).at(-1)).toEqual([
      'consentv2',
      { ad_Storage: 'granted', analytics_Storage: 'granted' },
    ])
    consent.save({ categories: { marketing: false } })
    expect(callsIn(page.clarity!.q).at(-1)).toEqual(consentv2('granted'))
  })
})

describe('Meta', () => {
  test("speaks through Meta's own function once it is there", async () => {
    const consent = await open([{ use: 'meta-pixel', account: '123' }])
    consent.acceptAll()
    const callMethod = vi.fn()
    page.fbq!.callMethod = callMethod
    consent.withdraw()
    expect(callMethod.mock.calls).toEqual([['consent', 'revoke']])
  })
})

describe('TikTok', () => {
  test('leaves for its file what the snippet would', async () => {
    const consent = await open([{ use: 'tiktok', account: 'C123' }])
    expect(page.TiktokAnalyticsObject).toBe('ttq')
    expect(page.ttq!._i).toEqual({})
    consent.acceptAll()
    expect(page.ttq!._i.C123!._u).toBe('https://analytics.tiktok.com/i18n/pixel/events.js')
    expect(page.ttq!._t.C123).toEqual(expect.any(Number))
    expect(page.ttq!._o.C123).toEqual({})
    page.ttq!.instance('C123').page('x')
    expect(callsIn(page.ttq!._i.C123)).toEqual([['page', 'x']])
  })
})

describe('Matomo', () => {
  const MATOMO = { use: 'matomo', account: '1', hosts: ['analitika.drustvo.si', 'cdn.drustvo.si'] }
  const said = () => [...(page._paq as unknown[][])]
  const REQUIRE = ['requireConsent']
  const SET = ['setConsentGiven']
  const FORGET = ['forgetConsentGiven']
  const BEGIN = [
    ['setTrackerUrl', 'https://analitika.drustvo.si/matomo.php'],
    ['setSiteId', '1'],
    ['trackPageView'],
    ['enableLinkTracking'],
  ]

  test('before a choice: consent is required, and an inert script of the first host', async () => {
    await open([MATOMO])
    await settled()
    expect(said()).toEqual([REQUIRE])
    expect(running()).toEqual([])
    expect(inert().map(({ dataset }) => dataset.src)).toEqual(['https://analitika.drustvo.si/matomo.js'])
  })

  test('accept: given, then the tracker is set up', async () => {
    const consent = await open([MATOMO])
    consent.acceptAll()
    expect(said()).toEqual([REQUIRE, SET, ...BEGIN])
    await settled()
    expect(running().map(({ src }) => src)).toEqual(['https://analitika.drustvo.si/matomo.js'])
  })

  test('reject', async () => {
    const consent = await open([MATOMO])
    consent.rejectAll()
    await settled()
    expect(said()).toEqual([REQUIRE, FORGET])
    expect(running()).toEqual([])
  })

  test('the next page, with a consent and with a refusal', async () => {
    ;(await open([MATOMO])).acceptAll()
    const consent = await open([MATOMO])
    expect(said()).toEqual([REQUIRE, SET, ...BEGIN])
    consent.rejectAll()
    await open([MATOMO])
    expect(said()).toEqual([REQUIRE, FORGET])
  })

  test('as long as its file is not there, only the last word is left, whatever it applies first', async () => {
    const consent = await open([MATOMO])
    consent.rejectAll()
    consent.acceptAll()
    expect(said()).toEqual([REQUIRE, SET, ...BEGIN])
    consent.rejectAll()
    expect(said()).toEqual([REQUIRE, ...BEGIN, FORGET])
    consent.acceptAll()
    expect(said()).toEqual([REQUIRE, ...BEGIN, SET])
  })

  test('is told every word once its file is there', async () => {
    const consent = await open([MATOMO])
    consent.acceptAll()
    await settled()
    const push = vi.fn()
    page._paq = { push }
    consent.withdraw()
    consent.acceptAll()
    consent.withdraw()
    expect(push.mock.calls).toEqual([[FORGET], [SET], [FORGET]])
    await settled()
  })

  test('does not count afterwards what the page wanted to count before it was allowed', async () => {
    const consent = await open([MATOMO])
    const own = page._paq as unknown[][]
    own.push(['setCustomDimension', 1, 'član'], ['trackPageView'], ['trackEvent', 'Novice', 'beri'])
    consent.acceptAll()
    expect(said()).toEqual([REQUIRE, ['setCustomDimension', 1, 'član'], SET, ...BEGIN])
    expect(page._paq).toBe(own)
  })

  test('without a host: signals, and no file', async () => {
    const consent = await open([{ use: 'matomo', account: '1' }])
    consent.acceptAll()
    await settled()
    expect(said()).toEqual([REQUIRE, SET])
    expect(scripts()).toEqual([])
  })
})
