import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { complete } from '../catalogue/googleAnalytics'
import { newSince } from '../changes'
import { knownToken } from '../changes/knownToken'
import { checkedInventory } from '../check'
import { partOf } from './inventory/completeUses'
import { writeOut } from './inventory/writeOut'
import type { Loader } from './parts'
import { start } from './start'

// It brings no types along.
const { JSDOM } = await vi.importActual<{
  JSDOM: new (html: string, options: { url: string }) => { window: Window & typeof globalThis }
}>('jsdom')

const matomo = { id: 'matomo', category: 'analytics', provider: { name: 'InnoCraft Ltd' } }

const inventory = (more: object = {}) => JSON.stringify({ controller: { name: 'Društvo' }, ...more })

const TABLE = inventory({ cookies: [{ name: 'a', purpose: 'b', duration: '1 dan' }] })
const ASKS = inventory({ services: [matomo] })
const USES = inventory({ services: [{ use: 'google-analytics', account: 'G-1' }] })

let page: Window & typeof globalThis
/** Parts, in the order in which they were asked for. */
let names: string[]

const show = vi.fn<(view: string) => Promise<void>>()
const tell = vi.fn<() => Promise<void>>()
const run = vi.fn<() => void>()

const load = ((name: string) => {
  names.push(name)
  const parts: Readonly<Record<string, unknown>> = {
    check: { checkedInventory },
    ui: { checkedInventory, mount: () => ({ show, tell }) },
    changes: { knownToken, newSince },
    [partOf('google-analytics')]: { complete },
    errors: { explainError: (error: unknown) => error },
  }
  return Promise.resolve(parts[name] ?? { run })
}) as Loader

/** About the inventory that asks. */
const choose = () => {
  const known = knownToken(writeOut(JSON.parse(ASKS)).services)
  const time = Math.floor(Date.now() / 1000).toString(36)
  page.document.cookie = `privolim=1.n1.f0.a1.m0.e0.t${time}.rabc.${known}; Path=/`
}

beforeEach(() => {
  names = []
  page = new JSDOM('<head></head><body></body>', { url: 'https://drustvo.si/' }).window
  for (const name of ['document', 'location', 'MutationObserver', 'CustomEvent'] as const) vi.stubGlobal(name, page[name])
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint))
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('self', page)
  vi.stubGlobal('top', page)
  show.mockReset().mockResolvedValue()
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(async () => {
  // What a choice is followed by comes after the next paint.
  await moment()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const moment = () => new Promise((resolve) => setTimeout(resolve, 20))

const isFrame = () => vi.stubGlobal('top', new JSDOM('', { url: 'https://drustvo.si/' }).window)

describe('what is fetched', () => {
  test.each<[string, string | Promise<string>, () => unknown, string]>([
    ['with the question, where it may be asked', ASKS, () => {}, 'ui'],
    ['with the question, where a service of the catalogue is used', USES, () => {}, 'ui'],
    ['alone in a frame, where no question is shown', ASKS, isFrame, 'check'],
    ['alone where a choice is stored', ASKS, choose, 'check'],
    ['alone where nothing is asked for', inventory(), () => {}, 'check'],
    ['alone for a bare table', TABLE, () => {}, 'check'],
  ])('the check, %s', async (_name, source, prepare, part) => {
    prepare()
    await start(source, { load }).ready
    // Asked for twice it is one file.
    expect([...new Set(names)].filter((name) => name === 'ui' || name === 'check')).toEqual([part])
  })

  test('the question beside an inventory that is still on its way', async () => {
    let arrive!: (text: string) => void
    const source = new Promise<string>((resolve) => (arrive = resolve))
    const { ready } = start(source, { load })
    expect(names).toEqual(['ui'])
    arrive(ASKS)
    await ready
    expect(show).toHaveBeenCalled()
  })

  test('a language beside the question, where the page or its author speaks one that the question does not bring', async () => {
    document.documentElement.lang = 'it'
    await start(Promise.resolve(ASKS), { load }).ready
    expect(names.slice(0, 2)).toEqual(['ui', 'it'])
  })

  test.each<[string, () => unknown]>([
    ['alone in a frame', isFrame],
    ['where a choice is stored', choose],
  ])('no language %s', async (_name, prepare) => {
    document.documentElement.lang = 'it'
    prepare()
    await start(ASKS, { load, settings: { lang: 'hu' } }).ready
    expect(names.filter((name) => name === 'hu' || name === 'it')).toEqual([])
  })

  test('nothing before an inventory has come, where there is a choice', async () => {
    choose()
    let arrive!: (text: string) => void
    const source = new Promise<string>((resolve) => (arrive = resolve))
    const { ready } = start(source, { load })
    await moment()
    expect(names).toEqual([])
    arrive(ASKS)
    await ready
    expect(names[0]).toBe('check')
  })

  test('nothing that asks, and nothing is asked, where the inventory that comes has nothing to ask for', async () => {
    const consent = start(Promise.resolve(TABLE), { load })
    await consent.ready
    expect(consent.needsChoice).toBe(false)
    expect(show).not.toHaveBeenCalled()
  })
})

describe('a subscription', () => {
  test('before the inventory is there hears what comes later', async () => {
    const consent = start(ASKS, { load })
    const heard = vi.fn<() => void>()
    consent.subscribe(heard)
    await consent.ready
    consent.acceptAll()
    expect(heard).toHaveBeenCalledOnce()
  })

  test.each(['at once', 'when everything is ready', 'later'])('that was made before the inventory is there ends %s', async (when) => {
    const consent = start(Promise.resolve(ASKS), { load })
    const heard = vi.fn<() => void>()
    const end = consent.subscribe(heard)
    if (when === 'at once') end()
    // Before who awaits `ready` hears of it.
    if (when === 'when everything is ready') document.addEventListener('privolim:ready', end)
    await consent.ready
    if (when === 'later') end()
    consent.acceptAll()
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('the receipt', () => {
  test('is none before the inventory is there, nor before a choice', async () => {
    const consent = start(ASKS, { load })
    expect(consent.receipt()).toBeUndefined()
    await consent.ready
    expect(consent.receipt()).toBeUndefined()
    consent.acceptAll()
    expect(consent.receipt()).toMatchObject({ way: 'accept-all_', granted: ['necessary', 'analytics', 'matomo'] })
  })

  test('has the language of what is shown', async () => {
    const consent = start(ASKS, { load })
    await consent.ready
    document.getElementById('privolim')!.lang = 'it'
    consent.rejectAll()
    expect(consent.receipt()).toMatchObject({ way: 'reject-all_it', granted: ['necessary'] })
    expect(document.cookie).toContain('.wreject-all_it')
  })
})
