import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPhp, PHP_MISSING } from '../e2e/machine/php.mjs'
import type { Receipt } from '../src/receipt/types'
import { createReceiver } from './potrdila.mjs'
import { startReceiver, type Kind, type Sending, type StartOptions, type Started } from './startReceiver'

const RECEIPT: Receipt = {
  id: 'k3v9x2m',
  time: '2026-11-25T10:00:00.000Z',
  expires: '2027-05-25T10:00:00Z',
  site: 'Klub študentov »Primer«',
  url: 'https://www.klub.example',
  controller: 'Društvo Klub Primer, d. o. o. / Società \\ "Esempio"',
  language: 'sl',
  revision: 'hf0fof',
  policyVersion: '2',
  granted: ['necessary', 'analytics', 'google-analytics'],
  denied: ['functional', 'marketing', 'embeds'],
  method: 'save',
  version: '0.1.0',
}

let count = 0
const newKey = () => `0f3b5a7c-test-key-${++count}`

const JSON_TYPE = 'application/json'
const OWN = { 'Content-Type': JSON_TYPE, 'Sec-Fetch-Site': 'same-origin' }

/** A receipt as the browser sends it, but for what is said. */
const sending = (fields: object = {}, more: Partial<Sending> = {}): Sending => ({
  headers: OWN,
  body: JSON.stringify({ ...RECEIPT, key: newKey(), ...fields }),
  ...more,
})
const raw = (body: string | Uint8Array, headers: Sending['headers'] = OWN): Sending => ({ headers, body })
const without = (name: string) => sending({ [name]: undefined })
/** A body in which one field is written as it stands here. */
const written = (name: string, value: string) =>
  raw(JSON.stringify({ ...RECEIPT, key: newKey(), [name]: '@' }).replace('"@"', () => value))

const ONE_OF_THE_LISTS = ['granted', 'denied']
const STRINGS = Object.keys(RECEIPT).filter((name) => !ONE_OF_THE_LISTS.includes(name)).concat('key')
const REQUIRED = Object.keys(RECEIPT).filter((name) => name !== 'policyVersion').concat('key')

const manyIds = (length: number) => Array.from({ length }, (_, number) => `storitev-${number}`)
const withHeaders = (headers: Sending['headers']) =>
  sending({}, { headers: { 'Content-Type': JSON_TYPE, ...headers } })
/** In a name, bytes that no text has; all else is ASCII. */
const withBytes = (bytes: string) =>
  raw(Buffer.from((sending({ site: '@@', controller: 'x' }).body as string).replace('@@', bytes), 'latin1'))

const sized = (length: number): Sending => {
  const { body } = sending()
  return raw((body as string) + ' '.repeat(length - Buffer.byteLength(body as string)))
}

/** What is stored. */
const GOOD: [string, () => Sending][] = [
  ['a receipt', () => sending()],
  ['without a version of the policy', () => without('policyVersion')],
  ['with null for it', () => sending({ policyVersion: null })],
  ['with nothing granted', () => sending({ granted: [] })],
  ['with two hundred services', () => sending({ granted: manyIds(200) })],
  ['of an address with a port', () => sending({ url: 'http://localhost:4173' })],
  ['of an address in IPv6', () => sending({ url: 'http://[::1]:4173' })],
  ['with signs of all kinds in a name', () => sending({ site: '文🍪 <b>čšž</b> \u{10FFFD} \' " \\ / & = %00 ../..' })],
  ['with the longest name', () => sending({ site: '🍪'.repeat(300) })],
  ['with fields that nobody knows', () => sending({ ip: '192.0.2.1', more: ['x'], deep: { no: 1 }, __proto: null })],
  ['with a charset', () => withHeaders({ ...OWN, 'Content-Type': 'application/json; charset=utf-8' })],
  ['with a type in capitals', () => withHeaders({ ...OWN, 'Content-Type': 'Application/JSON' })],
  ['with blanks around it', () => raw(` \n${sending().body as string}\n\t `)],
  ['the length of the limit', () => sized(8192)],
  ...['accept-all', 'reject-all', 'save', 'embed', 'withdraw', 'unknown'].map((method): [string, () => Sending] => [
    `made by ${method}`,
    () => sending({ method }),
  ]),
]

type Bad = [name: string, status: number, make: () => Sending]

/** What is refused, and how. */
const BAD: Bad[] = [
  ...['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].map((method): Bad => [
    method,
    405,
    () => ({ ...sending(), method }),
  ]),
  ['from another site', 403, () => withHeaders({ ...OWN, 'Sec-Fetch-Site': 'cross-site' })],
  ['from another host of the site', 403, () => withHeaders({ ...OWN, 'Sec-Fetch-Site': 'same-site' })],
  ['from an address bar', 403, () => withHeaders({ ...OWN, 'Sec-Fetch-Site': 'none' })],
  ['from nowhere', 403, () => withHeaders({})],
  ['from another origin', 403, () => withHeaders({ 'Origin': 'https://zlo.example' })],
  ['from no origin', 403, () => withHeaders({ 'Origin': 'null' })],
  [
    'from an origin that begins with the host',
    403,
    () => withHeaders({ 'Host': 'klub.example', 'Origin': 'https://klub.example.zlo.example' }),
  ],
  [
    'from another site, of the own origin',
    403,
    () => withHeaders({ 'Sec-Fetch-Site': 'cross-site', 'Host': 'klub.example', 'Origin': 'https://klub.example' }),
  ],
  ['as text', 415, () => withHeaders({ ...OWN, 'Content-Type': 'text/plain' })],
  ['as a form', 415, () => withHeaders({ ...OWN, 'Content-Type': 'application/x-www-form-urlencoded' })],
  ['as something that begins like JSON', 415, () => withHeaders({ ...OWN, 'Content-Type': 'application/jsonp' })],
  ['as text that mentions JSON', 415, () => withHeaders({ ...OWN, 'Content-Type': 'text/plain; application/json' })],
  ['as nothing', 415, () => withHeaders({ ...OWN, 'Content-Type': undefined })],
  ['too long by a byte', 413, () => sized(8193)],
  ['too long by far', 413, () => sized(2_000_000)],
  ['nothing', 400, () => raw('')],
  ...['null', '7', '"x"', '[]', `[${JSON.stringify({ ...RECEIPT, key: newKey() })}]`, '{', 'x', '{}{}', "{'a':1}"].map(
    (body): Bad => [body.slice(0, 20), 400, () => raw(body)],
  ),
  ['with a mark of byte order', 400, () => raw(`\uFEFF${sending().body as string}`)],
  ['in UTF-16', 400, () => raw(Buffer.from(sending().body as string, 'utf16le'))],
  ['in UTF-8 that is none', 400, () => withBytes('\xC3\x28')],
  ['in UTF-8 that is longer than need be', 400, () => withBytes('\xC0\xAF')],
  ['with half of a sign', 400, () => written('site', String.raw`"Klub \ud83c"`)],
  ['with the other half', 400, () => written('site', String.raw`"Klub \udf6a"`)],
  ['nested deeply', 400, () => raw(`${'['.repeat(4000)}${']'.repeat(4000)}`)],
  ['nested deeply in a field', 400, () => written('site', `${'['.repeat(3000)}${']'.repeat(3000)}`)],
  ['nested deeply in an unknown field', 400, () => written('more', `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`)],
  ['with a list in a list', 400, () => sending({ granted: [['necessary']] })],
  ['with an object for a list', 400, () => sending({ granted: { 0: 'necessary' } })],
  ['with an object that calls itself a list', 400, () => sending({ granted: { length: 0 } })],
  ['with a string for a list', 400, () => sending({ denied: 'marketing' })],
  ['with nothing for a list', 400, () => sending({ denied: null })],
  ['with a number in a list', 400, () => sending({ granted: ['necessary', 1] })],
  ['with an id that is none', 400, () => sending({ granted: ['necessary', 'a b'] })],
  ['with an empty id', 400, () => sending({ granted: [''] })],
  ['with a list too long', 400, () => sending({ granted: manyIds(501).map(() => 'a') })],
  ['with a name too long', 400, () => sending({ site: 'a'.repeat(301) })],
  ['with the fields in __proto__', 400, () => raw(`{"__proto__":${JSON.stringify({ ...RECEIPT, key: newKey() })}}`)],
  ...REQUIRED.map((name): Bad => [`without ${name}`, 400, () => without(name)]),
  ...STRINGS.flatMap((name) =>
    [['x'], { x: 'y' }, {}, [], true, 7].map((value): Bad => [
      `with ${JSON.stringify(value)} for ${name}`,
      400,
      () => sending({ [name]: value }),
    ]),
  ),
  ...STRINGS.flatMap((name) =>
    ['1e999', '123456789012345678901234567890', '-0', '""', '"a\\u0000b"', '"a\\r\\nb"', '"a\\n"'].map(
      (value): Bad => [`with ${value} for ${name}`, 400, () => written(name, value)],
    ),
  ),
  ...['../../zlo', '..', 'a/b', 'C:\\x', 'a"b', 'short', 'ä'.repeat(20), 'a'.repeat(65), `${'a'.repeat(20)}.php`].map(
    (key): Bad => [`with the key ${key.slice(0, 24)}`, 400, () => sending({ key })],
  ),
  ...[
    'včeraj',
    '2026-11-25',
    '2026-13-01T00:00:00Z',
    '2026-11-32T00:00:00Z',
    '2026-11-25T24:00:00Z',
    '2026-11-25T10:00:00',
    '2026-11-25T10:00:00+01:00',
  ].map((time): Bad => [`of ${time}`, 400, () => sending({ time })]),
  ...['klub.example', 'ftp://klub.example', 'https://klub.example/', 'https://a@klub.example', 'javascript:x'].map(
    (url): Bad => [`of ${url}`, 400, () => sending({ url })],
  ),
  ['with an unknown method', 400, () => sending({ method: 'gpc' })],
  ['with two methods', 400, () => sending({ method: 'save|embed' })],
  ['with a text that runs backwards', 400, () => sending({ site: 'Klub \u202Egnp.exe' })],
  ['with a line separator', 400, () => sending({ site: 'Klub \u2028 Primer' })],
  ['with a control sign', 400, () => sending({ controller: 'Klub \u0085 Primer' })],
]

const kinds: Kind[] = ['node', 'php']
if (!findPhp()) console.warn(PHP_MISSING)

describe.each(kinds)('%s', (kind) => {
  describe.skipIf(kind === 'php' && !findPhp())('receiver', () => {
    let receiver: Started
    let others: Started[] = []
    const startAnother = async (options?: StartOptions) => {
      const other = await startReceiver(kind, options)
      others = [...others, other]
      return other
    }

    beforeAll(async () => {
      receiver = await startReceiver(kind)
      // Makes the folder.
      await receiver.send(sending())
    })
    afterAll(() => Promise.all([receiver, ...others].map((one) => one.stop())))

    test.each(GOOD)('stores one %s', async (_name, make) => {
      const one = make()
      const { status, body } = await receiver.send(one)
      expect([status, body]).toEqual([204, ''])
      const { received, ...line } = JSON.parse(receiver.lines().at(-1)!) as Record<string, unknown>
      const sent = JSON.parse(one.body as string) as Record<string, unknown>
      const known = [...Object.keys(RECEIPT), 'key'].filter((name) => sent[name] != null)
      expect(line).toEqual(Object.fromEntries(known.map((name) => [name, sent[name]])))
      expect(Math.abs(Date.parse(received as string) - Date.now())).toBeLessThan(5000)
      expect(received).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    })

    test.each(BAD)('refuses one %s: %i', async (_name, wanted, make) => {
      const before = receiver.stored()
      const { status, body, headers } = await receiver.send(make())
      expect([status, body]).toEqual([wanted, ''])
      if (wanted === 405) expect(headers.allow).toBe('POST')
      expect(receiver.stored()).toEqual(before)
    })

    test('takes the origin where a browser tells nothing else', async () => {
      for (const Origin of [receiver.origin, 'https://klub.example', 'http://klub.example:8080']) {
        const headers = { 'Content-Type': JSON_TYPE, Origin, 'Host': new URL(Origin).host }
        expect((await receiver.send(sending({}, { headers }))).status).toBe(204)
      }
    })

    test('stores the same key once, whatever else comes with it', async () => {
      const key = newKey()
      const before = receiver.lines().length
      expect((await receiver.send(sending({ key }))).status).toBe(204)
      expect((await receiver.send(sending({ key }))).status).toBe(204)
      expect((await receiver.send(sending({ key, site: 'Drugo ime' }))).status).toBe(204)
      expect(receiver.lines()).toHaveLength(before + 1)
    })

    test('is not misled by a text that looks like a key', async () => {
      const key = newKey()
      const before = receiver.lines().length
      await receiver.send(sending({ site: `"key":"${key}"}` }))
      await receiver.send(sending({ policyVersion: `","key":"${key}"}\\n` }))
      await receiver.send(sending({ key }))
      await receiver.send(sending({ key: `${key}-longer` }))
      expect(receiver.lines()).toHaveLength(before + 4)
    })

    test('stores what comes at once in whole lines, and the same key once', async () => {
      const other = await startAnother()
      mkdirSync(other.folder, { recursive: true })
      // So that reading takes its time, in which others may write.
      writeFileSync(other.file(), `${' '.repeat(8_000_000)}\n`)
      for (let round = 1; round <= 5; round++) {
        const one = sending()
        const all = [one, one, one, one, sending(), one, one, one, one, sending()]
        const answers = await Promise.all(all.map((each) => other.send(each)))
        expect(answers.map(({ status }) => status)).toEqual(all.map(() => 204))
        expect(other.lines()).toHaveLength(1 + 3 * round)
      }
      for (const line of other.lines().slice(1)) expect(JSON.parse(line)).toHaveProperty('key')
    })

    test('stores nothing about who has sent it', async () => {
      const personal = { 'User-Agent': 'Brskalnik/1', 'Cookie': 'seja=skrivnost', 'Referer': 'http://x/?ime=Ana' }
      const headers = { ...OWN, ...personal, 'X-Forwarded-For': '192.0.2.7' }
      await receiver.send(sending({ ip: '192.0.2.7', userAgent: 'Brskalnik/1' }, { headers }))
      const line = receiver.lines().at(-1)!
      expect(line).not.toMatch(/192\.0|127\.0|Brskalnik|seja|Ana/)
      expect(Object.keys(JSON.parse(line) as object)).toEqual(['received', ...Object.keys(RECEIPT), 'key'])
    })

    test('writes a file for the month, and none that others may read', () => {
      expect(Object.keys(receiver.stored())).toEqual([basename(receiver.file())])
      for (const name of ['.', ...readdirSync(receiver.folder)])
        expect(statSync(join(receiver.folder, name)).mode & 0o077).toBe(0)
    })

    test('finds a key in the files of the thirty days before', async () => {
      const key = newKey()
      const other = await startAnother()
      mkdirSync(other.folder, { recursive: true })
      writeFileSync(other.file(30), `{"site":"Klub","key":"${key}"}\n`)
      expect((await other.send(sending({ key }))).status).toBe(204)
      expect(other.lines()).toHaveLength(1)
      expect((await other.send(sending())).status).toBe(204)
      expect(other.lines()).toHaveLength(2)
    })

    test('stores anew what was broken off, in a line of its own', async () => {
      const key = newKey()
      const other = await startAnother()
      mkdirSync(other.folder, { recursive: true })
      const broken = `{"site":"Klub","key":"${key}"`
      writeFileSync(other.file(), broken)
      expect((await other.send(sending({ key }))).status).toBe(204)
      const [first, second, ...rest] = other.lines()
      expect(first).toBe(broken)
      expect(JSON.parse(second!)).toMatchObject({ key })
      expect(rest).toEqual([])
    })

    test('puts off what no longer fits, and still knows what is there', async () => {
      const other = await startAnother({ limit: 1200 })
      const first = sending()
      expect((await other.send(first)).status).toBe(204)
      expect((await other.send(sending())).status).toBe(204)
      const before = other.stored()
      const full = await other.send(sending())
      expect([full.status, full.body]).toEqual([500, ''])
      expect((await other.send(first)).status).toBe(204)
      expect(other.stored()).toEqual(before)
      for (const text of Object.values(before)) expect(text.length).toBeLessThanOrEqual(1200)
    })

    test('puts off what cannot be stored, and says nothing of where that is', async () => {
      const other = await startAnother({ folder: '/dev/null/potrdila' })
      const { status, body } = await other.send(sending())
      expect([status, body]).toEqual([500, ''])
    })

    test('survives what breaks off', async () => {
      const half = { ...OWN, 'Content-Length': 5000 }
      await Promise.race([
        receiver.send({ headers: half, body: '{"id":' }).catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, 200)),
      ])
      expect((await receiver.send(sending())).status).toBe(204)
    })
  })
})

describe('Node’s alone', () => {
  test('refuses what is too long and does not say so', async () => {
    const receiver = await startReceiver('node')
    try {
      const long = await receiver.send({ ...sized(300_000), chunked: true })
      expect(long.status).toBe(413)
      expect((await receiver.send({ ...sending(), chunked: true })).status).toBe(204)
    } finally {
      await receiver.stop()
    }
  })

  test('is a function for any server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'potrdila-'))
    const receive = createReceiver({ folder })
    const server = createServer((request, response) => void receive(request, response))
    try {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as { port: number }
      const { headers, body } = sending()
      const answer = await fetch(`http://127.0.0.1:${port}/potrdila`, {
        method: 'POST',
        headers: headers as Record<string, string>,
        body: body as string,
      })
      expect(answer.status).toBe(204)
      expect(readdirSync(folder)).toHaveLength(1)
    } finally {
      server.close()
      rmSync(folder, { recursive: true })
    }
  })
})

describe.skipIf(!findPhp())('that of PHP alone', () => {
  test.each([
    ['that is not set', ''],
    // From where the script stands, which is the web server's folder.
    ['inside of the web server’s', 'tukaj'],
  ])('stores nothing in a folder %s', async (_name, folder) => {
    const receiver = await startReceiver('php', { folder })
    try {
      expect((await receiver.send(sending())).status).toBe(500)
    } finally {
      await receiver.stop()
    }
  })
})
