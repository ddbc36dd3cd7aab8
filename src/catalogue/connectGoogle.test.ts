import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConsentCore } from '../core/consent/types'
import type { Service } from '../core/inventory/types'
import { connectGoogle } from './connectGoogle'

// It brings no types along.
const { JSDOM } = await vi.importActual<{
  JSDOM: new (html: string) => { window: Window & { document: Document } }
}>('jsdom')

const service: Service = {
  id: 'google-analytics',
  category: 'analytics',
  provider: { name: 'Google' },
  cookies: [],
  account: 'G-TEST 1',
}

let page: Window & { document: Document }

beforeEach(() => {
  page = new JSDOM('<!doctype html><head></head>').window
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', page.document)
})
afterEach(() => vi.unstubAllGlobals())

/** A consent in which so much is granted; `decide` changes it, as a visitor would. */
const consentOf = (ids: readonly string[], choice = false) => {
  let on = ids
  let chosen = choice
  const listeners: (() => void)[] = []
  const consent = {
    granted: (id: string) => id === 'necessary' || on.includes(id),
    get choice() {
      return chosen ? {} : undefined
    },
    subscribe: (listener: () => void) => listeners.push(listener),
  } as unknown as ConsentCore
  const decide = (...next: string[]) => {
    on = next
    chosen = true
    for (const listener of listeners) listener()
  }
  return { consent, decide }
}

const DENY: string[] = []
const ALLOW = ['analytics', 'google-analytics']

const said = () => page.dataLayer!.map((one) => Array.from(one as ArrayLike<unknown>))
/** The first two words of each command. */
const commands = () => said().map(([name, what]) => (name === 'consent' ? `${name} ${String(what)}` : String(name)))
const signals = () => said().findLast(([name]) => name === 'consent')![2] as Record<string, string>
const scripts = () => [...page.document.querySelectorAll('script')]

const connect = (ids: readonly string[], { choice = false, ...more }: Partial<Service> & { choice?: boolean } = {}) => {
  const { consent, decide } = consentOf(ids, choice)
  connectGoogle({ ...service, ...more }, consent, 'n0nce')
  return decide
}

describe('before a choice', () => {
  test('Google is told the default and nothing else, and nothing is loaded', () => {
    connect(DENY)
    expect(commands()).toEqual(['consent default'])
    expect(scripts()).toEqual([])
  })

  test('all seven signals are denied but for security', () => {
    connect(DENY)
    expect(signals()).toEqual({
      ad_storage: 'denied',
      ad_user_data: 'denied',
      ad_personalization: 'denied',
      analytics_storage: 'denied',
      functionality_storage: 'denied',
      personalization_storage: 'denied',
      security_storage: 'granted',
    })
  })
})

describe('what is said to Google', () => {
  test('is an arguments object each time, since an array is ignored', () => {
    const decide = connect(DENY)
    decide(...ALLOW)
    expect(page.dataLayer).toHaveLength(4)
    for (const one of page.dataLayer!) expect(Object.prototype.toString.call(one)).toBe('[object Arguments]')
  })

  test('goes into the list that the page may have already', () => {
    const list: unknown[] = ['x']
    page.dataLayer = list
    connect(DENY)
    expect(page.dataLayer).toBe(list)
    expect(list).toHaveLength(2)
  })

  test("leaves the page's own gtag as it is", () => {
    const own = vi.fn()
    page.gtag = own
    connect(ALLOW, { choice: true })
    expect(page.gtag).toBe(own)
    expect(commands()).toEqual(['consent default', 'consent update', 'js', 'config'])
  })

  test('gives the page a gtag that says the same', () => {
    connect(DENY)
    page.gtag!('event', 'prijava')
    expect(said().at(-1)).toEqual(['event', 'prijava'])
    expect(Object.prototype.toString.call(page.dataLayer!.at(-1))).toBe('[object Arguments]')
  })
})

describe('the order', () => {
  test('with a stored consent: default, update, js, config', () => {
    connect(ALLOW, { choice: true })
    expect(commands()).toEqual(['consent default', 'consent update', 'js', 'config'])
    expect(said()[2]![1]).toEqual(expect.any(Date))
    expect(said()[3]!.slice(1)).toEqual(['G-TEST 1', {}])
    expect(scripts()).toHaveLength(1)
  })

  test('with a stored refusal: default, update, and nothing is loaded', () => {
    connect(DENY, { choice: true })
    expect(commands()).toEqual(['consent default', 'consent update'])
    expect(signals().analytics_storage).toBe('denied')
    expect(scripts()).toEqual([])
  })

  test('with a consent later: default, update, js, config', () => {
    const decide = connect(DENY)
    decide(...ALLOW)
    expect(commands()).toEqual(['consent default', 'consent update', 'js', 'config'])
    expect(signals().analytics_storage).toBe('granted')
  })

  test('with a refusal later: nothing is loaded', () => {
    const decide = connect(DENY)
    decide()
    expect(commands()).toEqual(['consent default', 'consent update'])
    expect(scripts()).toEqual([])
  })
})

describe('the script', () => {
  test("is the account's, asynchronous, and carries the nonce", () => {
    connect(ALLOW, { choice: true })
    const [script] = scripts()
    expect(script!.src).toBe('https://www.googletagmanager.com/gtag/js?id=G-TEST%201')
    expect(script!.async).toBe(true)
    expect(script!.nonce).toBe('n0nce')
  })

  test('is never there twice', () => {
    const decide = connect(DENY)
    for (let times = 0; times < 3; times++) {
      decide(...ALLOW)
      decide()
    }
    decide(...ALLOW, 'marketing')
    expect(scripts()).toHaveLength(1)
    expect(commands().filter((command) => command === 'config' || command === 'js')).toHaveLength(2)
  })

  test('is not there for another category', () => {
    const decide = connect(DENY)
    decide('marketing', 'functional', 'embeds')
    expect(scripts()).toEqual([])
  })
})

describe('config', () => {
  test.each([
    [undefined, {}],
    [false, {}],
    [true, { anonymize_ip: true }],
  ])('with anonymizeIp %s is %j', (anonymizeIp, config) => {
    connect(ALLOW, { choice: true, ...(anonymizeIp !== undefined && { anonymizeIp }) })
    expect(said().at(-1)).toEqual(['config', 'G-TEST 1', config])
  })
})

describe('every change', () => {
  test('is said, withdrawal included: denied, allowed, denied again ends denied', () => {
    const decide = connect(DENY)
    decide()
    decide(...ALLOW)
    expect(signals().analytics_storage).toBe('granted')
    decide()
    expect(commands().at(-1)).toBe('consent update')
    expect(signals()).toMatchObject({ analytics_storage: 'denied', ad_storage: 'denied', security_storage: 'granted' })
  })

  test.each([
    ['marketing', ['ad_storage', 'ad_user_data', 'ad_personalization']],
    ['analytics', ['analytics_storage']],
    ['functional', ['functionality_storage', 'personalization_storage']],
    ['embeds', []],
  ])('of %s grants its signals and no other', (category, names) => {
    const decide = connect(DENY)
    decide(category, ...(category === 'analytics' ? ['google-analytics'] : []))
    const granted = Object.entries(signals()).flatMap(([name, value]) => (value === 'granted' ? [name] : []))
    expect(granted.sort()).toEqual([...names, 'security_storage'].sort())
  })

  test('a service that is granted without its category is granted its own storage', () => {
    const decide = connect(DENY)
    decide('google-analytics')
    expect(signals()).toMatchObject({ analytics_storage: 'granted', ad_storage: 'denied' })
    expect(scripts()).toHaveLength(1)
  })

  test('a service that is denied within its category is denied its own storage', () => {
    const decide = connect(DENY)
    decide(...ALLOW)
    decide('analytics')
    expect(signals().analytics_storage).toBe('denied')
  })
})
