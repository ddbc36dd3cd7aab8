import { afterEach, expect, test, vi } from 'vitest'
import type { ConsentCore } from '../../core/consent/types'
import { connectWordPress } from './connectWordPress'

const SERVICES = [
  { id: 'wp-consent-api', category: 'necessary' },
  { id: 'youtube', category: 'embeds' },
  { id: 'issuu', category: 'embeds' },
  { id: 'matomo', category: 'analytics' },
]

/** A page that is still being parsed, and the plugin's functions in it. */
const openPage = ({ stored = [] as string[], plugin = true } = {}) => {
  const said: unknown[][] = []
  const document = Object.assign(new EventTarget(), { readyState: 'loading' })
  const functions = {
    wp_has_consent: (category: string) => stored.includes(category),
    wp_set_consent: (...words: unknown[]) => void said.push(words),
    wp_set_service_consent: (...words: unknown[]) => void said.push(words),
  }
  const page: { wp_consent_type?: string } = {}
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', document)
  document.addEventListener('wp_consent_type_defined', () => said.push(['type', page.wp_consent_type]))
  const parsed = () => {
    if (plugin) Object.assign(page, functions)
    document.readyState = 'interactive'
    document.dispatchEvent(new Event('DOMContentLoaded'))
  }
  return { said, page, parsed }
}

const connect = (choice?: object) => {
  let granted: readonly string[] = []
  let chosen = choice
  let change = () => {}
  const consent = {
    inventory: { services: SERVICES },
    get choice() {
      return chosen
    },
    granted: (id: string) => id === 'necessary' || granted.includes(id),
    subscribe: (listener: () => void) => (change = listener),
  }
  connectWordPress(SERVICES[0] as never, consent as unknown as ConsentCore, '')
  return (...ids: string[]) => {
    granted = ids
    chosen = {}
    change()
  }
}

const TYPE = ['type', 'optin']
const state = (preferences: string, statistics: string, marketing: string, youtube: boolean, issuu = false) => [
  ['functional', 'allow'],
  ['preferences', preferences],
  ['statistics', statistics],
  ['statistics-anonymous', statistics],
  ['marketing', marketing],
  ['youtube', youtube],
  ['issuu', issuu],
]
const REFUSED = state('deny', 'deny', 'deny', false)

afterEach(() => vi.unstubAllGlobals())

test('the type is set at once, as without one everything counts as allowed', () => {
  const { page } = openPage()
  connect()
  expect(page.wp_consent_type).toBe('optin')
})

test('before a choice nothing is said but the type', () => {
  const { said, parsed } = openPage()
  connect()
  parsed()
  expect(said).toEqual([TYPE])
})

test('before a choice, what an earlier one allowed is taken back', () => {
  const { said, parsed } = openPage({ stored: ['statistics', 'marketing'] })
  connect()
  parsed()
  expect(said).toEqual([TYPE, ['statistics', 'deny'], ['marketing', 'deny']])
})

test('every change is said in WordPress words, and for each embed by itself', () => {
  const { said, parsed } = openPage()
  const decide = connect()
  parsed()
  decide('analytics', 'matomo')
  decide('functional', 'marketing', 'youtube')
  decide()
  expect(said).toEqual([
    TYPE,
    ...state('deny', 'allow', 'deny', false),
    ...state('allow', 'deny', 'allow', true),
    ...REFUSED,
  ])
})

test('a stored choice is asserted on each page, once the plugin is there', () => {
  const { said, parsed } = openPage()
  connect({})
  expect(said).toEqual([])
  parsed()
  expect(said).toEqual([TYPE, ...REFUSED])
})

test('a site without the plugin is left alone', () => {
  const { said, parsed } = openPage({ plugin: false })
  const decide = connect({})
  parsed()
  decide('analytics')
  expect(said).toEqual([TYPE])
})
