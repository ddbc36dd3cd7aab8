import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { deliver } from './deliver'
import type { Queue, Waiting } from './queue'
import type { Receipt } from './types'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-25T10:00:00Z')
const QUEUE = 'privolim-receipts'

const receiptOf = (id: string): Receipt => ({
  id,
  time: '2026-11-25T10:00:00Z',
  expires: '2027-05-25T10:00:00Z',
  site: 'Klub Primer',
  url: 'https://www.klub.example',
  controller: 'Društvo Klub Primer',
  language: 'sl',
  revision: 'hf0fof',
  granted: ['necessary', 'analytics'],
  denied: ['functional', 'marketing', 'embeds'],
  method: 'save',
  version: '0.1.0',
})

/** One localStorage for all tabs. */
class FakeStorage {
  [key: string]: unknown
  readonly items = new Map<string, string>()
  /** Every name that was ever written. */
  readonly names = new Set<string>()
  full = false
  getItem(name: string) {
    return this.items.get(name) ?? null
  }
  setItem(name: string, value: string) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError')
    this.names.add(name)
    this.items.set(name, value)
  }
  removeItem(name: string) {
    this.items.delete(name)
  }
}

/** Locks of one name, one holder after the other. */
const fakeLocks = () => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    request: vi.fn<(name: string, work: () => Promise<unknown>) => Promise<unknown>>((_name, work) => {
      const mine = last.then(work)
      last = mine.catch(() => {})
      return mine
    }),
  }
}

interface Sent {
  readonly url: string
  readonly init: RequestInit
  readonly body: Receipt & { key: string }
}

let storage: FakeStorage
let sent: Sent[]
/** What the endpoint answers; 0 is a broken connection. */
let answer: (body: Sent['body']) => number | Promise<number>
let underWay: number
let mostAtOnce: number

const waiting = () => {
  const [, ...all] = JSON.parse(storage.getItem(QUEUE) ?? '[0]') as Queue
  return all
}
const idsWaiting = () => waiting().map(([, , , { id }]) => id)
const idsSent = () => sent.map(({ body }) => body.id)
const put = (...entries: unknown[]) => storage.items.set(QUEUE, JSON.stringify([0, ...entries]))
const entry = (id: string, { since = NOW, attempts = 0 } = {}): Waiting => [`key-${id}`, since, attempts, receiptOf(id)]

/** Where there are no locks, a tab first waits whether another one writes. */
const settled = async <Value>(...promises: Promise<Value>[]) => {
  const all = Promise.all(promises)
  await vi.advanceTimersByTimeAsync(20_000)
  return all
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  storage = new FakeStorage()
  sent = []
  answer = () => 204
  underWay = 0
  mostAtOnce = 0
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('navigator', { locks: fakeLocks() })
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const body = JSON.parse(init.body as string) as Sent['body']
    sent.push({ url, init, body })
    mostAtOnce = Math.max(mostAtOnce, ++underWay)
    const status = await answer(body)
    underWay--
    if (!status) throw new TypeError('Failed to fetch')
    return { status }
  })
  vi.spyOn(console, 'warn').mockReturnValue()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a receipt', () => {
  test('is sent as JSON with a key, so that a closed tab does not lose it and nobody is identified', async () => {
    await expect(deliver('/potrdila', receiptOf('a'))).resolves.toBe(true)
    expect(sent).toHaveLength(1)
    const [{ url, init, body }] = sent as [Sent]
    expect(url).toBe('/potrdila')
    expect(init).toMatchObject({ method: 'POST', keepalive: true, credentials: 'omit', redirect: 'error' })
    expect(init.headers).toEqual({ 'Content-Type': 'application/json' })
    const { key, ...rest } = body
    expect(rest).toEqual(receiptOf('a'))
    // What the receivers take.
    expect(key).toMatch(/^[\w-]{16,64}$/)
  })

  test('leaves nothing behind', async () => {
    await deliver('/potrdila', receiptOf('a'))
    expect([...storage.items]).toEqual([])
    expect([...storage.names]).toEqual([QUEUE])
  })

  test('waits in local storage while it is under way', async () => {
    answer = () => {
      expect(idsWaiting()).toEqual(['a'])
      return 204
    }
    await deliver('/potrdila', receiptOf('a'))
    expect(sent).toHaveLength(1)
  })

  test('has another key than any other', async () => {
    for (let count = 0; count < 50; count++) await deliver('/potrdila', receiptOf('a'))
    expect(new Set(sent.map(({ body }) => body.key)).size).toBe(50)
  })

  test('that waits already is not queued twice', async () => {
    answer = () => 503
    await deliver('/potrdila', receiptOf('a'))
    await expect(deliver('/potrdila', receiptOf('a'))).resolves.toBe(false)
    expect(idsWaiting()).toEqual(['a'])
    expect(new Set(sent.map(({ body }) => body.key)).size).toBe(1)
  })

  test('none, and none that waits: nothing is asked or stored', async () => {
    await expect(deliver('/potrdila')).resolves.toBe(true)
    expect(sent).toEqual([])
    expect(storage.names.size).toBe(0)
  })
})

describe('the answer', () => {
  test.each([200, 201, 202, 204])('%i: stored, so it is removed', async (status) => {
    answer = () => status
    await expect(deliver('/potrdila', receiptOf('a'))).resolves.toBe(true)
    expect(storage.items.size).toBe(0)
    expect(console.warn).not.toHaveBeenCalled()
  })

  test.each([400, 401, 403, 404, 405, 409, 410, 413, 415, 422])(
    '%i: given up, with one warning',
    async (status) => {
      answer = () => status
      await expect(deliver('/potrdila', receiptOf('a'))).resolves.toBe(true)
      expect(sent).toHaveLength(1)
      expect(storage.items.size).toBe(0)
      expect(vi.mocked(console.warn).mock.calls).toEqual([
        ['Privolim:', `naslov /potrdila je zavrnil potrdilo o izbiri: ${status}. (The endpoint refused a receipt.)`],
      ])
    },
  )

  test.each([0, 408, 429, 500, 502, 503, 504])('%i: kept for the next page, with its key', async (status) => {
    answer = () => status
    await expect(deliver('/potrdila', receiptOf('a'))).resolves.toBe(false)
    expect(sent).toHaveLength(1)
    expect(idsWaiting()).toEqual(['a'])
    answer = () => 204
    await expect(deliver('/potrdila')).resolves.toBe(true)
    expect(sent).toHaveLength(2)
    expect(sent[1]!.body).toEqual(sent[0]!.body)
    expect(storage.items.size).toBe(0)
    expect(console.warn).not.toHaveBeenCalled()
  })

  test('one that never comes is not waited for any longer than a while', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout')
    await deliver('/potrdila', receiptOf('a'))
    expect(sent[0]!.init.signal).toBe(timeout.mock.results[0]!.value)
    expect(timeout).toHaveBeenCalledWith(10_000)
  })

  test('is waited for where that cannot be said', async () => {
    vi.stubGlobal('AbortSignal', () => {})
    await expect(deliver('/potrdila', receiptOf('a'))).resolves.toBe(true)
    expect(sent).toHaveLength(1)
  })
})

describe('the queue', () => {
  test('is sent whole, oldest first, each once', async () => {
    put(entry('a'), entry('b'))
    await expect(deliver('/potrdila', receiptOf('c'))).resolves.toBe(true)
    expect(idsSent()).toEqual(['a', 'b', 'c'])
    expect(sent[0]!.body.key).toBe('key-a')
  })

  test('is not held up by one that is not taken', async () => {
    put(entry('a'), entry('b'))
    answer = ({ id }) => (id === 'a' ? 500 : 204)
    await expect(deliver('/potrdila')).resolves.toBe(false)
    expect(idsSent()).toEqual(['a', 'b'])
    expect(idsWaiting()).toEqual(['a'])
  })

  test('gives up after twenty attempts', async () => {
    answer = () => 500
    await deliver('/potrdila', receiptOf('a'))
    for (let page = 0; page < 30; page++) await deliver('/potrdila')
    expect(sent).toHaveLength(20)
    expect(storage.items.size).toBe(0)
  })

  test('gives up after thirty days', async () => {
    put(entry('a', { since: NOW - 30 * DAY }), entry('b', { since: NOW - 29 * DAY }))
    answer = () => 500
    await deliver('/potrdila')
    expect(idsSent()).toEqual(['b'])
    expect(idsWaiting()).toEqual(['b'])
  })

  test('does not keep what a clock has put far into the future', async () => {
    put(entry('a', { since: NOW + 31 * DAY }))
    await expect(deliver('/potrdila')).resolves.toBe(true)
    expect(sent).toEqual([])
    expect(storage.items.size).toBe(0)
  })

  test('holds twenty, the oldest go', async () => {
    put(...Array.from({ length: 20 }, (_, number) => entry(`r${number}`)))
    answer = () => 0
    await expect(deliver('/potrdila', receiptOf('new'))).resolves.toBe(false)
    expect(sent).toHaveLength(20)
    expect(idsWaiting()).toEqual([...Array.from({ length: 19 }, (_, number) => `r${number + 1}`), 'new'])
  })

  test('counts an attempt before there is an answer, since a tab may be closed', async () => {
    let attempts: number | undefined
    answer = () => {
      attempts = waiting()[0]![2]
      return 204
    }
    await deliver('/potrdila', receiptOf('a'))
    expect(attempts).toBe(1)
  })
})

/** Each of the two ways in which one tab at a time sends. */
describe.each([
  ['with locks', () => ({ locks: fakeLocks() })],
  ['without locks, as on http', () => ({})],
  ['with locks that are refused', () => ({ locks: { request: () => Promise.reject(new Error('no')) } })],
])('two tabs at once, %s', (_name, navigator) => {
  beforeEach(() => {
    vi.stubGlobal('navigator', navigator())
    answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      return 204
    }
  })

  test('send each receipt once, and one at a time', async () => {
    await settled(
      deliver('/potrdila', receiptOf('a')),
      deliver('/potrdila', receiptOf('b')),
      deliver('/potrdila', receiptOf('a')),
      deliver('/potrdila'),
    )
    expect(idsSent().sort()).toEqual(['a', 'b'])
    expect(mostAtOnce).toBe(1)
    expect(storage.items.size).toBe(0)
  })

  test('what comes while another tab sends goes too', async () => {
    const first = deliver('/potrdila', receiptOf('a'))
    await vi.advanceTimersByTimeAsync(200)
    expect(idsSent()).toEqual(['a'])
    await settled(first, deliver('/potrdila', receiptOf('b')))
    expect(idsSent()).toEqual(['a', 'b'])
    expect(mostAtOnce).toBe(1)
    expect(storage.items.size).toBe(0)
  })

  test('what was not taken is left for the next page, which need not wait', async () => {
    answer = () => 503
    await settled(deliver('/potrdila', receiptOf('a')), deliver('/potrdila', receiptOf('b')))
    answer = () => 204
    const again = deliver('/potrdila')
    await vi.advanceTimersByTimeAsync(60)
    await expect(again).resolves.toBe(true)
    expect(storage.items.size).toBe(0)
  })
})

describe('the lease', () => {
  beforeEach(() => vi.stubGlobal('navigator', {}))

  test('of a tab that was closed ends soon', async () => {
    answer = () => new Promise<number>(() => {})
    void deliver('/potrdila', receiptOf('a'))
    await vi.advanceTimersByTimeAsync(100)
    answer = () => 204
    await expect(deliver('/potrdila')).resolves.toBe(false)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(15_000)
    await settled(deliver('/potrdila'))
    expect(sent).toHaveLength(2)
    expect(sent[1]!.body).toEqual(sent[0]!.body)
    expect(storage.items.size).toBe(0)
  })

  test('from a clock that has been set back holds up nobody', async () => {
    storage.items.set(QUEUE, JSON.stringify([NOW + DAY, entry('a')]))
    await settled(deliver('/potrdila'))
    expect(idsSent()).toEqual(['a'])
  })

  test('is taken by one of two tabs that found none', async () => {
    put(entry('a'))
    const one = deliver('/potrdila')
    // The other one had read before the first one wrote.
    const [lease, ...rest] = JSON.parse(storage.getItem(QUEUE)!) as [number, ...unknown[]]
    storage.setItem(QUEUE, JSON.stringify([lease + 1, ...rest]))
    await settled(one)
    expect(sent).toEqual([])
  })
})

describe('where local storage', () => {
  const cases: [string, () => void][] = [
    ['is full', () => (storage.full = true)],
    ['drops what it is given', () => (storage.setItem = () => {})],
    ['is switched off', () => vi.stubGlobal('localStorage', null)],
    ['is missing', () => vi.stubGlobal('localStorage', undefined)],
    [
      'throws at every touch',
      () =>
        Object.defineProperty(globalThis, 'localStorage', {
          configurable: true,
          get: () => {
            throw new DOMException('no', 'SecurityError')
          },
        }),
    ],
  ]

  test.each(cases)('%s, a receipt is sent once', async (_name, prepare) => {
    prepare()
    const [done] = await settled(deliver('/potrdila', receiptOf('a')))
    expect(done).toBe(true)
    expect(idsSent()).toEqual(['a'])
  })

  test.each(cases)('%s, one that is not taken is lost, and that is said', async (_name, prepare) => {
    prepare()
    answer = () => 503
    const [done] = await settled(deliver('/potrdila', receiptOf('a')))
    expect(done).toBe(false)
    expect(sent).toHaveLength(1)
  })

  test('has become full, what waits there is sent and removed all the same', async () => {
    put(entry('a'))
    storage.full = true
    await expect(deliver('/potrdila', receiptOf('b'))).resolves.toBe(true)
    expect(idsSent().sort()).toEqual(['a', 'b'])
    expect(storage.items.size).toBe(0)
  })
})

describe('damage', () => {
  test.each([
    '',
    'x',
    '{',
    'null',
    'true',
    '7',
    '"privolim"',
    '{}',
    '[]',
    '[0]',
    '[[]]',
    '[0,null]',
    '[0,[]]',
    '[0,["k"]]',
    '{"length":3}',
    '{"0":0,"1":["k",0,0,{"id":"a"}]}',
    `[0,["k",${NOW},0,null]]`,
    `[0,["k",${NOW},0,"id"]]`,
    `[0,["k",${NOW},0,{}]]`,
    `[0,["k",${NOW},0,{"__proto__":{"id":"a"}}]]`,
    `[0,["k",${NOW},-1,{"id":"a"}]]`,
    `[0,["k",${NOW},1e999,{"id":"a"}]]`,
    `[0,["k",1e999,0,{"id":"a"}]]`,
    `[0,["k","včeraj",0,{"id":"a"}]]`,
    `[0,[["k"],${NOW},0,{"id":"a"}]]`,
    `[0,["k",{"valueOf":1,"toString":1},0,{"id":"a"}]]`,
    `[{"valueOf":1,"toString":1},["k",${NOW},0,{"id":"a"}]]`,
    '['.repeat(50_000),
    `[0,${'['.repeat(5000)}${']'.repeat(5000)}]`,
  ])('%#: is thrown away', async (text) => {
    storage.items.set(QUEUE, text)
    await expect(deliver('/potrdila')).resolves.toBe(true)
    expect(sent).toEqual([])
    expect(storage.items.size).toBe(0)
  })

  test('does not touch what is sound', async () => {
    put(null, ['x'], entry('a'), 7, {}, entry('b', { attempts: 20 }), [])
    await deliver('/potrdila')
    expect(idsSent()).toEqual(['a'])
  })

  test('a polluted prototype puts nothing into the queue and takes nothing out', async () => {
    const names = { id: 'a', key: 'zlo', receipt: {}, length: 4, lease: NOW + 1000 }
    for (const [name, value] of Object.entries(names))
      Reflect.defineProperty(Object.prototype, name, { value, configurable: true, writable: true })
    try {
      storage.items.set(QUEUE, JSON.stringify([0, {}, [{}], ['k', NOW, 0, {}]]))
      await expect(deliver('/potrdila', receiptOf('a'))).resolves.toBe(true)
    } finally {
      for (const name of Object.keys(names)) Reflect.deleteProperty(Object.prototype, name)
    }
    expect(idsSent()).toEqual(['a'])
    expect(sent[0]!.body.key).not.toBe('zlo')
    expect(storage.items.size).toBe(0)
  })

  test('__proto__ in a stored receipt pollutes nothing', async () => {
    storage.items.set(QUEUE, `[0,["k",${NOW},0,{"id":"a","__proto__":{"zlo":1}}]]`)
    await deliver('/potrdila')
    expect(sent).toHaveLength(1)
    expect(Object.hasOwn(Object.prototype, 'zlo')).toBe(false)
  })

  test('of any kind, 10,000 times, throws nothing and comes to an end', async () => {
    const number = fc.oneof(fc.constantFrom(0, -1, 19, 20, NOW, NOW + 1000, 1e308), fc.double(), fc.string())
    const receipt = fc.oneof(fc.jsonValue(), fc.constant(receiptOf('a')))
    const almost = fc.tuple(fc.oneof(fc.string(), fc.jsonValue()), number, number, receipt)
    const queue = fc.array(fc.oneof(almost, fc.jsonValue(), fc.constant(entry('b'))), { maxLength: 30 })
    const content = fc.oneof(
      fc.string(),
      fc.json(),
      fc.tuple(number, queue).map(([lease, rest]) => JSON.stringify([lease, ...rest])),
      fc.tuple(queue, fc.nat(200)).map(([rest, cut]) => JSON.stringify([0, ...rest]).slice(0, cut)),
    )
    const status = fc.constantFrom(0, 204, 404, 500)
    await fc.assert(
      fc.asyncProperty(content, status, fc.boolean(), async (text, code, more) => {
        storage.items.set(QUEUE, text)
        sent = []
        answer = () => code
        const done = await deliver('/potrdila', more ? receiptOf('c') : undefined)
        expect(done).toBe(!storage.items.has(QUEUE))
        expect(sent.length).toBeLessThanOrEqual(20)
      }),
      { numRuns: 10_000 },
    )
  })
})

test('nothing is thrown where the platform fails altogether', async () => {
  vi.stubGlobal('crypto', undefined)
  await expect(deliver('/potrdila', receiptOf('a'))).resolves.toBe(false)
  vi.stubGlobal('fetch', undefined)
  put(entry('a'))
  await expect(deliver('/potrdila')).resolves.toBe(false)
  vi.stubGlobal('navigator', undefined)
  const [done] = await settled(deliver('/potrdila'))
  expect(done).toBe(false)
})
