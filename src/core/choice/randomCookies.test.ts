import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createConsent } from '../consent/createConsent'
import { writeOut } from '../inventory/writeOut'
import type { Service } from '../inventory/types'
import { cookieStorage } from './cookieStorage'
import { newestChoice } from './newestChoice'

const NOW = 1_795_332_131
const DAY = 86_400
const REVISION = 'rev1'

const service = (id: string, category: Service['category']): Service => ({ id, category, provider: { name: id }, cookies: [] })

const SERVICES = [service('klepet', 'functional'), service('ga', 'analytics'), service('matomo', 'analytics'), service('video', 'embeds')]
const IDS = ['functional', 'analytics', 'marketing', 'embeds', ...SERVICES.map(({ id }) => id), 'neznana', 'constructor', '']

const inventory = writeOut({ controller: { name: 'Društvo' }, services: SERVICES })

/** What holds on a page whose `document.cookie` says this. */
const grantedBy = (cookie: string): string[] => {
  vi.stubGlobal('document', { cookie })
  const storage = cookieStorage()
  // What has a damaged revision was made about another inventory, of which nothing was new.
  const since = newestChoice(storage, NOW)?.revision
  const consent = createConsent({ inventory, revision: REVISION, since }, storage, () => NOW, () => 'sl', undefined)
  return IDS.filter(consent.granted)
}

/** How long »P6M« is at least, whenever it begins; a choice that is between this old and older is left to other tests. */
const SURE = 181 * DAY

/**
 * The contract's own words on what a value grants, read part by part, so that it is not the same pattern once more.
 * @returns when it was made and what it grants; `undefined` where it is no choice
 */
const model = (value: string): { time: number; ids: string[] } | undefined => {
  const [version, n, f, a, m, e, t, r, ...more] = value.split('.')
  if (version !== '1' || n !== 'n1') return
  const flags = [f, a, m, e].map((part, index) => (/^.[01]$/.test(part ?? '') && part![0] === 'fame'[index] ? part![1] : undefined))
  if (flags.includes(undefined)) return
  if (!/^t[1-9a-z][0-9a-z]{0,7}$/.test(t ?? '') || !/^r[0-9a-z]{1,12}$/.test(r ?? '')) return
  const marks = ['o', 'w', 'v', 'ks']
  const said = new Map<string, boolean>()
  for (const part of more) {
    const [id, flag, ...rest] = part.split('~')
    if (flag === undefined) {
      // Each of the marks at most once, in their order, before the first service.
      const place = marks.findIndex((letters) => letters.includes(part[0] ?? ' '))
      if (place < 0 || said.size || (place === 0 && part !== 'o')) return
      if (place === 1 && !/^w[a-z_-]+$/.test(part)) return
      if (place === 2 && !/^v[A-Za-z0-9_]+$/.test(part)) return
      if (place === 3 && !/^[ks][A-Za-z0-9_]*$/.test(part)) return
      marks.fill('', 0, place + 1)
    } else if (rest.length || !/^[01]$/.test(flag) || !/^[A-Za-z][A-Za-z0-9_-]*$/.test(id!) || said.has(id!)) return
    else said.set(id!, flag === '1')
  }
  const time = parseInt(t!.slice(1), 36)
  if (time > NOW + DAY) return
  const category = (id: string) => flags[['functional', 'analytics', 'marketing', 'embeds'].indexOf(id)] === '1'
  const present = ['functional', 'analytics', 'embeds'].filter(category)
  return { time, ids: [...present, ...SERVICES.filter((one) => said.get(one.id) ?? category(one.category)).map(({ id }) => id)] }
}

const modelOf = (cookie: string): string[] => {
  const values = cookie.split('; ').filter((pair) => pair.startsWith('privolim=')).map((pair) => pair.slice(9))
  const newest = values.flatMap((value) => model(value) ?? []).sort((one, other) => other.time - one.time)[0]
  return newest && newest.time > NOW - SURE ? newest.ids : []
}

const flag = fc.constantFrom('0', '1')
const part = fc.oneof(
  fc.tuple(fc.constantFrom('klepet', 'ga', 'matomo', 'video', 'neznana', 'constructor', 'žiga'), flag).map((both) => both.join('~')),
  fc.constantFrom('o', 'wsave_sl', 'v1abc', 'kabc0v', 's', 'x', '', 'ga', 'ga~2', '~1'),
)
/** As a choice is written, or nearly so. */
const written = fc
  .tuple(flag, flag, flag, flag, fc.integer({ min: NOW - 150 * DAY, max: NOW + 3 * DAY }), fc.array(part, { maxLength: 4 }))
  .map(([f, a, m, e, time, more]) => [1, 'n1', `f${f}`, `a${a}`, `m${m}`, `e${e}`, `t${time.toString(36)}`, 'rrev1', ...more].join('.'))

const damaged = fc
  .tuple(written, fc.nat(), fc.nat({ max: 2 }), fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom('%', '\n', '. ', 'n1')))
  .map(([text, place, length, piece]) => {
    const at = place % (text.length + 1)
    return text.slice(0, at) + piece + text.slice(at + length)
  })

const value = fc.oneof(written, damaged, damaged, fc.string({ unit: 'binary' }), fc.string())
const name = fc.oneof({ weight: 6, arbitrary: fc.constant('privolim') }, { weight: 1, arbitrary: fc.constantFrom('privolim2', ' privolim', 'PRIVOLIM', 'a') })
const cookies = fc
  .array(fc.tuple(name, value).map((pair) => pair.join('=')), { minLength: 1, maxLength: 3 })
  .map((pairs) => pairs.join('; '))

beforeEach(() => vi.stubGlobal('location', { hostname: 'drustvo.si', protocol: 'https:' }))
afterEach(() => vi.unstubAllGlobals())

test('10,000 random cookies: none is an exception, and none grants anything but what is written in it', () => {
  let granting = 0
  let refused = 0
  // What fails is printed with its seed.
  fc.assert(
    fc.property(cookies, (cookie) => {
      const granted = grantedBy(cookie)
      if (granted.length) granting++
      else refused++
      expect(granted).toEqual(modelOf(cookie))
    }),
    { numRuns: 10_000 },
  )
  // Else nothing would have been compared.
  expect(granting).toBeGreaterThan(500)
  expect(refused).toBeGreaterThan(500)
})

test('no choice runs on after its time, however it is written', () => {
  const old = fc.integer({ min: 1, max: NOW - 185 * DAY })
  fc.assert(
    fc.property(written, old, (text, time) => {
      expect(grantedBy(`privolim=${text.replace(/\.t\w+/, `.t${time.toString(36)}`)}`)).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
