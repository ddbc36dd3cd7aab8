import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newestChoice } from '../choice/newestChoice'
import { parseChoice, serialize } from '../choice/serialize'
import { writeOut } from '../inventory/writeOut'
import { CATEGORIES, type CategoryId, type Service } from '../inventory/types'
import { createConsent } from './createConsent'
import type { Change, Decision, Listener } from './types'

const NOW = 1_795_332_131
const DAY = 86_400
const TIME = NOW.toString(36)

const service = (id: string, category: CategoryId, more: Partial<Service> = {}): Service => ({
  id,
  category,
  provider: { name: `${id} d.o.o.` },
  cookies: [],
  ...more,
})

const SERVICES = [
  service('forum', 'necessary'),
  service('matomo', 'analytics'),
  service('ga', 'analytics'),
  service('youtube', 'embeds'),
]

interface Setting {
  services?: readonly Service[]
  validFor?: string
  /** What is stored at first. */
  stored?: string[]
  /** Whether the browser keeps what is written. */
  keeps?: boolean
  revision?: string
  gpc?: boolean
  /** In which language the question stands there; none where nothing is shown. */
  language?: string
  news?: readonly Service[]
}

/** A visit, with a storage and a clock of its own; another visit with the same storage is a reload. */
const visit = (setting: Setting = {}) => {
  const { services = SERVICES, stored = [], keeps = true, revision = 'rev1', news = [] } = setting
  const { validFor = 'P6M', gpc = false, language = 'sl' } = setting
  const clock = { now: NOW }
  const writes: { value: string; maxAge: number }[] = []
  const storage = {
    read: () => [...stored],
    write(value: string, maxAge: number) {
      writes.push({ value, maxAge })
      if (keeps) stored.splice(0, stored.length, value)
      return keeps
    },
  }
  const inventory = writeOut({ controller: { name: 'Društvo' }, services, validFor })
  const since = newestChoice(storage, NOW)?.revision
  const opened = { inventory, revision, since, news: news.length ? { services: news } : undefined }
  const consent = createConsent(opened, storage, () => clock.now, () => language, gpc)
  return { consent, stored, writes, clock, last: () => writes.at(-1)?.value }
}

/** Long enough for whatever is said a moment later. */
const moment = () => new Promise((resolve) => setTimeout(resolve))

const isGranted = ({ consent }: ReturnType<typeof visit>, ...ids: string[]) => ids.filter(consent.granted)

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

describe('before a choice', () => {
  test('the visitor is to be asked, and nothing is written', async () => {
    const { consent, writes } = visit()
    await moment()
    expect(consent.needsChoice).toBe(true)
    expect(consent.choice).toBeUndefined()
    expect(writes).toEqual([])
  })

  test('only what is necessary is granted', () => {
    const one = visit()
    expect(isGranted(one, ...CATEGORIES, ...SERVICES.map(({ id }) => id))).toEqual(['necessary', 'forum'])
  })

  test.each([[[]], [[service('forum', 'necessary')]]])('where nothing needs consent nobody is asked', (services) => {
    expect(visit({ services }).consent.needsChoice).toBe(false)
  })

  test('a damaged value is none', () => {
    const { consent } = visit({ stored: ['1.n1.f1.a1.m1.e1.trubbish', 'null'] })
    expect(consent.needsChoice).toBe(true)
    expect(consent.granted('analytics')).toBe(false)
  })
})

describe('acceptAll', () => {
  test('grants what the inventory has, and stores it', () => {
    const one = visit()
    one.consent.acceptAll()
    expect(isGranted(one, ...CATEGORIES, 'matomo', 'ga', 'youtube')).toEqual([
      'necessary',
      'analytics',
      'embeds',
      'matomo',
      'ga',
      'youtube',
    ])
    expect(one.consent.needsChoice).toBe(false)
    expect(one.stored).toEqual([`1.n1.f0.a1.m0.e1.t${TIME}.rrev1.waccept-all_sl`])
  })

  test('the flags of categories that the inventory lacks are 0', () => {
    const one = visit({ services: [service('youtube', 'embeds')] })
    one.consent.acceptAll()
    expect(one.last()).toMatch(/^1\.n1\.f0\.a0\.m0\.e1\./)
    expect(isGranted(one, ...CATEGORIES)).toEqual(['necessary', 'embeds'])
  })

  test('forgets earlier deviations', () => {
    const one = visit()
    one.consent.save({ services: { ga: true } })
    one.consent.acceptAll()
    expect(one.last()).not.toContain('~')
  })
})

describe.each([
  ['rejectAll', 'reject-all'],
  ['withdraw', 'withdraw'],
] as const)('%s', (deed, method) => {
  test('denies everything optional, and stores it', () => {
    const one = visit()
    one.consent.acceptAll()
    one.clock.now += 60
    one.consent[deed]()
    expect(isGranted(one, ...CATEGORIES, 'matomo', 'ga', 'youtube', 'forum')).toEqual(['necessary', 'forum'])
    expect(one.stored).toEqual([`1.n1.f0.a0.m0.e0.t${(NOW + 60).toString(36)}.rrev1.w${method}_sl`])
    expect(one.consent.needsChoice).toBe(false)
  })
})

describe('what is stored', () => {
  test('holds for as long as the inventory says, whatever the answer', () => {
    for (const deed of ['acceptAll', 'rejectAll', 'withdraw'] as const) {
      const { consent, writes } = visit({ validFor: 'P30D' })
      consent[deed]()
      expect(writes[0]?.maxAge).toBe(30 * DAY)
      expect(consent.details().expires).toBe(NOW + 30 * DAY)
    }
  })

  test('six months are 181 to 184 days', () => {
    const { consent, writes } = visit()
    consent.acceptAll()
    expect(writes[0]!.maxAge / DAY).toBeGreaterThanOrEqual(181)
    expect(writes[0]!.maxAge / DAY).toBeLessThanOrEqual(184)
  })

  test('a value preset by hand holds', () => {
    const one = visit({ stored: [`1.n1.f0.a1.m0.e0.t${TIME}.rrev1`] })
    expect(isGranted(one, 'analytics', 'ga', 'embeds', 'youtube')).toEqual(['analytics', 'ga'])
    expect(one.consent.needsChoice).toBe(false)
  })

  test('a browser that keeps nothing lets the choice hold for the visit', () => {
    const one = visit({ keeps: false })
    one.consent.acceptAll()
    expect(one.consent.details().stored).toBe(false)
    expect(one.consent.granted('analytics')).toBe(true)
    expect(one.consent.needsChoice).toBe(false)
    one.consent.save({ categories: { embeds: false } })
    expect(isGranted(one, 'analytics', 'embeds')).toEqual(['analytics'])
  })

  test('a browser that keeps it says so', () => {
    const { consent } = visit()
    consent.acceptAll()
    expect(consent.details().stored).toBe(true)
  })
})

describe('save', () => {
  test('leaves what it does not name as it is', () => {
    const one = visit()
    one.consent.acceptAll()
    one.consent.save({ categories: { embeds: false } })
    expect(isGranted(one, 'analytics', 'ga', 'matomo', 'embeds', 'youtube')).toEqual(['analytics', 'ga', 'matomo'])
    one.consent.save({ services: { ga: false } })
    expect(isGranted(one, 'analytics', 'ga', 'matomo', 'embeds', 'youtube')).toEqual(['analytics', 'matomo'])
    one.consent.save({})
    expect(isGranted(one, 'analytics', 'ga', 'matomo', 'embeds', 'youtube')).toEqual(['analytics', 'matomo'])
  })

  test('what it does not name stays denied before a first choice', () => {
    const one = visit()
    one.consent.save({ categories: { embeds: true } })
    expect(one.last()).toBe(`1.n1.f0.a0.m0.e1.t${TIME}.rrev1.wsave_sl`)
    expect(one.consent.needsChoice).toBe(false)
  })

  test('a service may be granted without its category, and denied within it', () => {
    const one = visit()
    one.consent.save({ services: { ga: true } })
    expect(one.last()).toBe(`1.n1.f0.a0.m0.e0.t${TIME}.rrev1.wsave_sl.ga~1`)
    expect(isGranted(one, 'analytics', 'ga', 'matomo')).toEqual(['ga'])
    one.consent.save({ categories: { analytics: true }, services: { ga: false } })
    expect(one.last()).toBe(`1.n1.f0.a1.m0.e0.t${TIME}.rrev1.wsave_sl.ga~0`)
    expect(isGranted(one, 'analytics', 'ga', 'matomo')).toEqual(['analytics', 'matomo'])
  })

  test('a service that goes with its category takes no room', () => {
    const one = visit()
    one.consent.save({ categories: { analytics: true }, services: { ga: true, matomo: true, youtube: false } })
    expect(one.last()).not.toContain('~')
  })

  test('what is necessary cannot be denied', () => {
    const one = visit()
    one.consent.save({ categories: { necessary: false }, services: { forum: false } })
    expect(isGranted(one, 'necessary', 'forum')).toEqual(['necessary', 'forum'])
    expect(one.last()).toBe(`1.n1.f0.a0.m0.e0.t${TIME}.rrev1.wsave_sl`)
  })

  test('a category that the inventory lacks cannot be granted', () => {
    const one = visit()
    one.consent.save({ categories: { marketing: true } })
    expect(one.consent.granted('marketing')).toBe(false)
    expect(one.last()).toContain('.m0.')
    expect(console.warn).not.toHaveBeenCalled()
  })

  test('unknown ids are ignored', () => {
    const one = visit()
    const decision = { categories: { 'ads-x': true }, services: { 'tok-x': true } } as Decision
    one.consent.save(decision)
    expect(one.last()).toBe(`1.n1.f0.a0.m0.e0.t${TIME}.rrev1.wsave_sl`)
    expect(isGranted(one, 'ads-x', 'tok-x')).toEqual([])
  })

  test('builds on what another tab has decided since', () => {
    const one = visit()
    one.consent.acceptAll()
    one.stored.splice(0, 1, `1.n1.f0.a0.m0.e1.t${(NOW + 5).toString(36)}.rrev1.vst1.kabc00`)
    one.consent.save({ services: { ga: true } })
    expect(isGranted(one, 'analytics', 'ga', 'embeds')).toEqual(['ga', 'embeds'])
  })

  test('whatever a script hands over, what is written can be read', () => {
    for (const value of [undefined, null, 'yes', 1, {}]) {
      const one = visit()
      one.consent.save({ categories: { analytics: value }, services: { youtube: value } } as unknown as Decision)
      expect(one.last()).toSatisfy((text: string) => parseChoice(text) !== undefined)
    }
  })
})

describe('services that are gone', () => {
  const stored = () => [`1.n1.f0.a1.m1.e0.t${TIME}.rrev1.vst1.kabc00.gone~1.ga~0.youtube~1`]

  test('are ignored', () => {
    const one = visit({ stored: stored() })
    expect(one.consent.granted('gone')).toBe(false)
    expect(one.consent.granted('marketing')).toBe(false)
    expect(isGranted(one, 'ga', 'matomo', 'youtube', 'embeds')).toEqual(['matomo', 'youtube'])
  })

  test('are dropped with the next choice', () => {
    const one = visit({ stored: stored() })
    one.consent.save({ categories: { embeds: true } })
    expect(one.last()).toBe(`1.n1.f0.a1.m0.e1.t${TIME}.rrev1.wsave_sl.ga~0`)
  })
})

describe('Global Privacy Control', () => {
  const marketing = [service('oglasi', 'marketing')]

  test('asks about nothing where there is nothing but marketing', () => {
    expect(visit({ gpc: true, services: marketing }).consent.needsChoice).toBe(false)
    expect(visit({ services: marketing }).consent.needsChoice).toBe(true)
  })

  test('still asks about the rest, and says so', () => {
    const one = visit({ gpc: true, services: [...marketing, ...SERVICES] })
    expect(one.consent.needsChoice).toBe(true)
    expect(one.consent.details().gpc).toBe(true)
  })

  test('is told to those who listen, and writes nothing', () => {
    const one = visit({ gpc: true, services: marketing })
    const heard = vi.fn<Listener>()
    one.consent.subscribe(heard)
    one.consent.refresh('gpc')
    expect(heard.mock.calls[0]![1]).toMatchObject({ method: 'gpc', granted: ['necessary'], changed: [] })
    expect(one.writes).toEqual([])
  })

  test('does not keep the visitor from deciding otherwise', () => {
    const one = visit({ gpc: true, services: marketing })
    one.consent.save({ services: { oglasi: true } })
    expect(one.consent.granted('oglasi')).toBe(true)
  })
})

describe('refresh', () => {
  const elsewhere = (flags: string, time = NOW) => `1.${flags}.t${time.toString(36)}.rrev1`

  test('tells of a choice that was made elsewhere, once', () => {
    const one = visit()
    const heard = vi.fn<Listener>()
    one.consent.subscribe(heard)
    one.stored.push(elsewhere('n1.f0.a1.m0.e0'))
    one.consent.refresh('other-tab')
    one.consent.refresh('other-tab')
    expect(heard).toHaveBeenCalledOnce()
    expect(heard.mock.calls[0]![1]).toMatchObject({ method: 'other-tab', changed: ['analytics', 'matomo', 'ga'] })
    expect(one.consent.granted('analytics')).toBe(true)
  })

  test('two choices in one second are two', () => {
    const one = visit({ stored: [elsewhere('n1.f0.a1.m0.e0')] })
    one.stored.splice(0, 1, elsewhere('n1.f0.a0.m0.e0'))
    one.consent.refresh('other-tab')
    expect(one.consent.granted('analytics')).toBe(false)
  })

  test('what is added to the same choice is no other choice', () => {
    const one = visit({ stored: [elsewhere('n1.f0.a1.m0.e0')] })
    const heard = vi.fn<Listener>()
    one.consent.subscribe(heard)
    one.stored.splice(0, 1, `${elsewhere('n1.f0.a1.m0.e0')}.vst1.kabc00`)
    one.consent.refresh('other-tab')
    expect(heard).not.toHaveBeenCalled()
  })

  test('a choice that is gone, or has run out meanwhile, grants nothing any more', () => {
    const one = visit({ stored: [elsewhere('n1.f0.a1.m0.e0')] })
    one.clock.now += 200 * DAY
    one.consent.refresh('other-tab')
    expect(one.consent.granted('analytics')).toBe(false)
    expect(one.consent.needsChoice).toBe(true)
  })

  test('a choice that could not be stored still holds', () => {
    const one = visit({ keeps: false })
    one.consent.acceptAll()
    one.consent.refresh('other-tab')
    expect(one.consent.granted('analytics')).toBe(true)
  })

  test('an older one that it could not replace does not come back, but a newer one holds', () => {
    const one = visit({ keeps: false, stored: [elsewhere('n1.f0.a1.m0.e1', NOW - DAY)] })
    one.consent.withdraw()
    one.consent.refresh('other-tab')
    one.consent.save({ services: { youtube: true } })
    expect(isGranted(one, 'analytics', 'embeds', 'youtube')).toEqual(['youtube'])
    one.stored.push(elsewhere('n1.f0.a1.m0.e0', NOW + 1))
    one.consent.refresh('other-tab')
    expect(isGranted(one, 'analytics', 'embeds', 'youtube')).toEqual(['analytics'])
    one.clock.now += 200 * DAY
    one.consent.refresh('other-tab')
    one.consent.refresh('other-tab')
    expect(isGranted(one, 'analytics', 'embeds', 'youtube')).toEqual([])
  })
})

describe('subscribe', () => {
  /** The last change that a listener was told of. */
  const listen = ({ consent }: ReturnType<typeof visit>) => {
    const changes: Change[] = []
    consent.subscribe((_, change) => void changes.push(change))
    return () => changes.at(-1)
  }

  test.each([
    ['accept-all', 'acceptAll'],
    ['reject-all', 'rejectAll'],
    ['withdraw', 'withdraw'],
  ] as const)('says %s', (method, deed) => {
    const one = visit()
    const change = listen(one)
    one.consent[deed]()
    expect(change()?.method).toBe(method)
  })

  test('lists categories and services', () => {
    const one = visit()
    const change = listen(one)
    one.consent.acceptAll()
    expect(change()).toEqual({
      granted: ['necessary', 'analytics', 'embeds', 'forum', 'matomo', 'ga', 'youtube'],
      denied: [],
      changed: ['analytics', 'embeds', 'matomo', 'ga', 'youtube'],
      method: 'accept-all',
    })
    one.consent.save({ services: { ga: false } })
    expect(change()).toEqual({
      granted: ['necessary', 'analytics', 'embeds', 'forum', 'matomo', 'youtube'],
      denied: ['ga'],
      changed: ['ga'],
      method: 'save',
    })
  })

  test('an answer that changes nothing changes nothing', () => {
    const one = visit()
    const change = listen(one)
    one.consent.rejectAll()
    expect(change()).toMatchObject({ changed: [], denied: ['analytics', 'embeds', 'matomo', 'ga', 'youtube'] })
  })

  test('hands over the state as well', () => {
    const { consent } = visit()
    const listener = vi.fn()
    consent.subscribe(listener)
    consent.acceptAll()
    expect(listener.mock.lastCall?.[0]).toEqual({
      inventory: consent.inventory,
      choice: consent.choice,
      needsChoice: false,
      granted: ['necessary', 'analytics', 'embeds', 'forum', 'matomo', 'ga', 'youtube'],
      denied: [],
    })
  })

  test('everything holds already when a listener hears of it', () => {
    const { consent } = visit()
    const seen: boolean[] = []
    consent.subscribe(() => seen.push(consent.granted('ga'), consent.needsChoice))
    consent.acceptAll()
    expect(seen).toEqual([true, false])
  })

  test('ends', () => {
    const { consent } = visit()
    const listener = vi.fn()
    const end = consent.subscribe(listener)
    end()
    consent.acceptAll()
    expect(listener).not.toHaveBeenCalled()
  })

  test('a listener that throws stops no other', () => {
    const { consent } = visit()
    const listener = vi.fn()
    consent.subscribe(() => {
      throw new Error('no')
    })
    consent.subscribe(listener)
    expect(() => consent.acceptAll()).not.toThrow()
    expect(listener).toHaveBeenCalledOnce()
    expect(console.error).toHaveBeenCalledOnce()
  })
})

describe('a choice that has run out', () => {
  const stored = (age: number) => [`1.n1.f0.a1.m0.e1.t${(NOW - age).toString(36)}.rrev1.vst1.kabc00`]

  test('is asked again, and grants nothing', () => {
    const one = visit({ stored: stored(30 * DAY), validFor: 'P30D' })
    expect(one.consent.needsChoice).toBe(true)
    expect(one.consent.choice).toBeUndefined()
    expect(isGranted(one, 'analytics', 'ga', 'embeds', 'youtube')).toEqual([])
    expect(one.consent.details()).toMatchObject({ expires: undefined })
  })

  test('a second before it holds', () => {
    const one = visit({ stored: stored(30 * DAY - 1), validFor: 'P30D' })
    expect(one.consent.needsChoice).toBe(false)
    expect(one.consent.granted('ga')).toBe(true)
    expect(one.consent.details()).toMatchObject({ expires: NOW + 1 })
  })

  test('does not come back with what is saved', () => {
    const one = visit({ stored: stored(31 * DAY), validFor: 'P30D' })
    one.consent.save({ categories: { embeds: true } })
    expect(isGranted(one, 'analytics', 'ga', 'embeds', 'youtube')).toEqual(['embeds', 'youtube'])
  })

  test('a time in the future by more than a day is none', () => {
    expect(visit({ stored: stored(-DAY - 1) }).consent.needsChoice).toBe(true)
  })
})

describe('an inventory that has changed', () => {
  const stored = (flags = 'n1.f0.a1.m0.e1', more = '') => [`1.${flags}.t${TIME}.rrev1.vst1.kabc00${more}`]
  const changed = { revision: 'rev2' }
  const news = [service('ga', 'analytics')]

  test('without anything material: the choice holds, until the same day', () => {
    const one = visit({ ...changed, stored: stored() })
    expect(one.writes).toEqual([])
    expect(one.consent.needsChoice).toBe(false)
    expect(one.consent.granted('analytics')).toBe(true)
  })

  test('denies the categories it touches, and no other, until asked', () => {
    const one = visit({ ...changed, news, stored: stored() })
    expect(isGranted(one, 'analytics', 'ga', 'matomo', 'embeds', 'youtube')).toEqual(['embeds', 'youtube'])
    expect(one.consent.needsChoice).toBe(true)
    expect(one.consent.details().news).toEqual(news)
    expect(one.writes).toEqual([])
    one.consent.acceptAll()
    expect(isGranted(one, 'analytics', 'ga', 'matomo', 'embeds', 'youtube')).toHaveLength(5)
    expect(one.consent.needsChoice).toBe(false)
    expect(one.consent.details().news).toBeUndefined()
  })

  test('denies each of several categories that it touches', () => {
    const one = visit({ ...changed, news: [...news, service('youtube', 'embeds')], stored: stored() })
    expect(isGranted(one, 'analytics', 'ga', 'embeds', 'youtube')).toEqual([])
  })

  test('what a tab with the old one is answered is no answer here, where nobody has answered yet', () => {
    const one = visit(changed)
    const [old] = stored()
    one.stored.push(old!)
    one.consent.refresh('other-tab')
    expect(isGranted(one, 'analytics', 'ga', 'matomo', 'embeds', 'youtube')).toEqual([])
    expect(one.consent.choice).toBeUndefined()
    expect(one.consent.needsChoice).toBe(true)
    expect(one.writes).toEqual([])
    // Nor is it when something else is decided here.
    one.consent.save({ categories: { functional: true } })
    expect(isGranted(one, 'analytics', 'ga', 'matomo', 'embeds', 'youtube')).toEqual([])
    // The next page asks about what is new and no more.
    expect(isGranted(visit({ ...changed, news, stored: [old!] }), 'analytics', 'ga', 'matomo', 'embeds', 'youtube')).toEqual(['embeds', 'youtube'])
  })

  test('the answer of another tab that asked about the same leaves nothing to ask', () => {
    const one = visit({ ...changed, news, stored: stored() })
    one.stored.splice(0, Infinity, `1.n1.f0.a1.m0.e1.t${TIME}.rrev2.vst1.kabc00`)
    one.consent.refresh('other-tab')
    expect(one.consent.needsChoice).toBe(false)
    expect(isGranted(one, 'analytics', 'ga')).toEqual(['analytics', 'ga'])
  })

  test('asks after a refusal too, for what is new was not refused', () => {
    const one = visit({ ...changed, news, stored: stored('n1.f0.a0.m0.e0') })
    expect(one.consent.needsChoice).toBe(true)
    one.consent.rejectAll()
    expect(one.consent.needsChoice).toBe(false)
    expect(one.last()).toContain('.rrev2')
  })

  test('the answer holds after a reload', () => {
    const one = visit({ ...changed, news, stored: stored() })
    one.consent.acceptAll()
    const reloaded = visit({ ...changed, stored: one.stored })
    expect(reloaded.consent.needsChoice).toBe(false)
    expect(reloaded.consent.granted('ga')).toBe(true)
  })

  test('an answer about something else does not bring back what waits to be asked about', () => {
    const one = visit({ ...changed, news, stored: stored('n1.f0.a0.m0.e0', '.ga~1') })
    expect(one.consent.granted('ga')).toBe(false)
    one.consent.save({ categories: { embeds: true } })
    expect(isGranted(one, 'analytics', 'ga', 'embeds')).toEqual(['embeds'])
  })

  test.each(['save', 'embed'] as const)('nor the category itself, where that was granted before (%s)', (method) => {
    const one = visit({ ...changed, news, stored: stored() })
    one.consent.save({ services: { youtube: true } }, method)
    expect(isGranted(one, 'analytics', 'ga', 'matomo', 'embeds', 'youtube')).toEqual(['embeds', 'youtube'])
    expect(one.last()).toContain('.a0.')
  })
})

describe('an embed that was allowed before the question was answered', () => {
  const stored = () => [`1.n1.f0.a0.m0.e0.t${TIME}.rrev1.o.vst1.kabc00.youtube~1`]

  test('is granted, and the visitor is still asked', () => {
    const one = visit({ stored: stored() })
    expect(isGranted(one, 'embeds', 'youtube', 'analytics')).toEqual(['youtube'])
    expect(one.consent.needsChoice).toBe(true)
  })

  test('leaves the question open where it stood, and decides nothing where it did not', () => {
    const one = visit()
    one.consent.save({ services: { youtube: true } }, 'embed')
    expect(one.last()).toContain('.o.')
    expect(one.consent.needsChoice).toBe(true)
    one.consent.rejectAll()
    one.consent.save({ services: { youtube: true } }, 'embed')
    expect(one.last()).not.toContain('.o.')
    expect(one.consent.needsChoice).toBe(false)
  })

  test('the question is closed with an answer', () => {
    const one = visit({ stored: stored() })
    one.consent.save({ categories: { analytics: true } })
    expect(one.consent.needsChoice).toBe(false)
    expect(one.last()).toBe(`1.n1.f0.a1.m0.e0.t${TIME}.rrev1.wsave_sl.youtube~1`)
  })
})

describe('how a choice was made', () => {
  const wayOf = (text: string | undefined) => parseChoice(text!)?.way

  test.each<[string, (consent: ReturnType<typeof visit>['consent']) => void]>([
    ['accept-all', (consent) => consent.acceptAll()],
    ['reject-all', (consent) => consent.rejectAll()],
    ['withdraw', (consent) => consent.withdraw()],
    ['save', (consent) => consent.save({ categories: { analytics: true } })],
    ['embed', (consent) => consent.save({ services: { youtube: true } }, 'embed')],
  ])('%s is stored, with the language in which it was asked', (method, decide) => {
    for (const language of ['sl', 'it', '']) {
      const one = visit({ language })
      decide(one.consent)
      expect(one.consent.choice?.way).toBe(`${method}_${language}`)
      expect(wayOf(one.last())).toBe(`${method}_${language}`)
      expect(visit({ stored: one.stored }).consent.choice?.way).toBe(`${method}_${language}`)
    }
  })

  test('the language is that of the moment, and not that of the start', () => {
    const setting = { language: 'sl' }
    const inventory = writeOut({ controller: { name: 'Društvo' }, services: SERVICES })
    const storage = { read: (): string[] => [], write: () => true }
    const consent = createConsent({ inventory, revision: 'rev1' }, storage, () => NOW, () => setting.language, false)
    setting.language = 'hu'
    consent.acceptAll()
    expect(consent.choice?.way).toBe('accept-all_hu')
  })

  test('each answer has its own', () => {
    const one = visit()
    one.consent.acceptAll()
    one.consent.withdraw()
    expect(wayOf(one.last())).toBe('withdraw_sl')
  })
})

describe('the receipt', () => {
  const OLD = `1.n1.f0.a1.m0.e0.t${TIME}.rrev1`

  test('there is none before a choice, nor when it has run out', () => {
    const one = visit({ validFor: 'P30D' })
    expect(one.consent.receipt()).toBeUndefined()
    one.consent.acceptAll()
    expect(one.consent.receipt()).toBeDefined()
    one.clock.now += 31 * DAY
    one.consent.refresh('other-tab')
    expect(one.consent.receipt()).toBeUndefined()
  })

  test('says what was chosen, how, and in which language, and what holds', () => {
    const one = visit({ language: 'it' })
    one.consent.save({ categories: { analytics: true }, services: { ga: false } })
    expect(one.consent.receipt()).toEqual({
      ...one.consent.choice,
      way: 'save_it',
      time: NOW,
      revision: 'rev1',
      id: expect.stringMatching(/^[0-9a-z]+$/) as string,
      granted: ['necessary', 'analytics', 'forum', 'matomo'],
      denied: ['embeds', 'ga', 'youtube'],
    })
  })

  test('has its id on every page, also once the choice is complete', () => {
    const one = visit()
    one.consent.save({ categories: { embeds: true }, services: { matomo: true } })
    const receipt = one.consent.receipt()!
    expect(one.consent.receipt()).toEqual(receipt)
    expect(visit({ stored: [...one.stored] }).consent.receipt()).toEqual(receipt)
    const completed = serialize({ ...one.consent.choice!, stamp: 'st1', known: 'kabc00' })
    const later = visit({ stored: [completed] })
    later.clock.now += 5 * DAY
    expect(later.consent.receipt()).toEqual({ ...receipt, stamp: 'st1', known: 'kabc00' })
  })

  test('has its id though the wording of the inventory has changed since', () => {
    const one = visit()
    one.consent.acceptAll()
    const { id } = one.consent.receipt()!
    expect(visit({ stored: one.stored, revision: 'rev2' }).consent.receipt()!.id).toBe(id)
  })

  test('each other choice has another id', () => {
    const ids = new Set<string>()
    let count = 0
    const note = (one: ReturnType<typeof visit>) => {
      count++
      ids.add(one.consent.receipt()!.id)
    }
    for (const analytics of [true, false])
      for (const embeds of [true, false])
        for (const ga of [analytics, !analytics]) {
          const one = visit()
          one.consent.save({ categories: { analytics, embeds }, services: { ga } })
          note(one)
        }
    for (const deed of ['acceptAll', 'rejectAll', 'withdraw'] as const) {
      const one = visit()
      one.consent[deed]()
      note(one)
      // A second later, and in another language.
      one.clock.now++
      one.consent[deed]()
      note(one)
      const italian = visit({ language: 'it' })
      italian.consent[deed]()
      note(italian)
    }
    expect(count).toBe(17)
    expect(ids.size).toBe(count)
  })

  test('of a choice that was written by hand, or before it was known how, says that it is not known', () => {
    const { consent } = visit({ stored: [OLD] })
    expect(consent.receipt()).toMatchObject({ way: '', time: NOW, granted: ['necessary', 'analytics', 'forum', 'matomo', 'ga'] })
    expect(visit({ stored: [`${OLD}.vst1.kabc00`] }).consent.receipt()!.id).toBe(consent.receipt()!.id)
  })

  test('of an inventory that asks again grants nothing that waits to be asked about', () => {
    const { consent } = visit({ stored: [OLD], revision: 'rev2', news: [service('ga', 'analytics')] })
    expect(consent.receipt()).toMatchObject({ granted: ['necessary', 'forum'] })
  })
})

describe('names that every object has', () => {
  const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', '']

  test('are never granted', () => {
    const one = visit()
    one.consent.acceptAll()
    expect(isGranted(one, ...NAMES)).toEqual([])
    expect(NAMES.filter(one.consent.knows)).toEqual([])
    one.consent.save(JSON.parse('{"services":{"__proto__":true,"constructor":true},"categories":{"__proto__":true}}'))
    expect(isGranted(one, ...NAMES)).toEqual([])
    expect(one.last()).not.toContain('~')
  })

  test.each(['constructor', '__proto__', 'toString'])('a service called %s is one like any other', (id) => {
    const one = visit({ services: [service(id, 'embeds'), service('youtube', 'embeds')] })
    expect(one.consent.granted(id)).toBe(false)
    one.consent.rejectAll()
    expect(one.consent.granted(id)).toBe(false)
    one.consent.save(JSON.parse(`{"services":{"${id}":true}}`))
    expect(isGranted(one, id, 'youtube', 'embeds')).toEqual([id])
  })
})

describe('knows', () => {
  test('categories, and services of the inventory', () => {
    const { consent } = visit()
    expect([...CATEGORIES, 'forum', 'ga'].every(consent.knows)).toBe(true)
    expect(consent.knows('piwik')).toBe(false)
  })
})

test('whatever was decided, a reload finds what held before', () => {
  const flags = fc.record({ analytics: fc.boolean(), embeds: fc.boolean() }, { requiredKeys: [] })
  const services = fc.record({ ga: fc.boolean(), matomo: fc.boolean(), youtube: fc.boolean() }, { requiredKeys: [] })
  const deed = fc.oneof(
    fc.constantFrom('acceptAll', 'rejectAll', 'withdraw'),
    fc.record({ categories: flags, services }, { requiredKeys: [] }),
  )
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 6 }), (deeds) => {
      const one = visit()
      for (const [index, next] of deeds.entries()) {
        one.clock.now = NOW + index
        if (typeof next === 'string') one.consent[next as 'acceptAll']()
        else one.consent.save(next)
        const { choice } = one.consent
        expect(one.stored).toEqual([serialize(choice!)])
        const again = visit({ stored: [...one.stored] })
        const ids = [...CATEGORIES, ...SERVICES.map(({ id }) => id)]
        expect(isGranted(again, ...ids)).toEqual(isGranted(one, ...ids))
        expect(again.consent.needsChoice).toBe(false)
      }
    }),
    { numRuns: 150 },
  )
})
