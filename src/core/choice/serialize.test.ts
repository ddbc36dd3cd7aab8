import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseChoice, serialize } from './serialize'
import type { Choice } from './types'

const choice: Choice = {
  categories: { necessary: true, functional: false, analytics: true, marketing: false, embeds: false },
  services: {},
  time: 1_795_332_131,
  revision: '3f9a2c',
  open: false,
  way: '',
  stamp: '',
  known: '',
}

const PLAIN = '1.n1.f0.a1.m0.e0.ttow74z.r3f9a2c'

describe('serialize', () => {
  test('writes version, five flags, time and revision', () => {
    expect(serialize(choice)).toBe(PLAIN)
  })

  test('writes each flag under its own letter', () => {
    const categories = { necessary: true, functional: true, analytics: false, marketing: true, embeds: true }
    expect(serialize({ ...choice, categories })).toBe('1.n1.f1.a0.m1.e1.ttow74z.r3f9a2c')
  })

  test.each<[string, Partial<Choice>]>([
    ['.o', { open: true }],
    ['.waccept-all_sl', { way: 'accept-all_sl' }],
    ['.wsave_', { way: 'save_' }],
    ['.v1abc', { stamp: '1abc' }],
    ['.kabc0v', { known: 'kabc0v' }],
    ['.youtube~1.google-analytics~0', { services: { youtube: true, 'google-analytics': false } }],
    [
      '.o.wembed_it.v1abc.sabc0v.youtube~1',
      { services: { youtube: true }, known: 'sabc0v', stamp: '1abc', way: 'embed_it', open: true },
    ],
  ])('goes on with %s', (more, change) => {
    expect(serialize({ ...choice, ...change })).toBe(PLAIN + more)
  })
})

describe('parseChoice', () => {
  test('reads what an auditor wrote by hand', () => {
    expect(parseChoice('1.n1.f1.a1.m1.e1.ttow74z.r3f9a2c')).toEqual({
      ...choice,
      categories: { necessary: true, functional: true, analytics: true, marketing: true, embeds: true },
    })
  })

  test('reads the flags in their places', () => {
    expect(parseChoice('1.n1.f1.a0.m1.e0.ttow74z.r3f9a2c')?.categories).toEqual({
      necessary: true,
      functional: true,
      analytics: false,
      marketing: true,
      embeds: false,
    })
  })

  test('reads everything that may follow', () => {
    expect(parseChoice(`${PLAIN}.o.waccept-all_sl.v1abc.kabc0v.youtube~1.google-analytics~0`)).toEqual({
      ...choice,
      open: true,
      way: 'accept-all_sl',
      stamp: '1abc',
      known: 'kabc0v',
      services: { youtube: true, 'google-analytics': false },
    })
  })

  test.each([
    '',
    '.v1abc',
    '.o.v1abc.kabc0v',
    '.kabc0v.youtube~1',
    '.youtube~1.google-analytics~0',
  ])('reads what was written before it was known how a choice was made: »…%s«', (more) => {
    const read = parseChoice(PLAIN + more)
    expect(read).toMatchObject({ time: choice.time, revision: choice.revision, way: '' })
    expect(serialize(read!)).toBe(PLAIN + more)
  })

  test.each(['o', 'w', 'wsave', 'wsave_sl', 'v1', 'k2', 's3', 't4', 'constructor'])('»%s« may be a service', (id) => {
    const services = parseChoice(`${PLAIN}.${id}~1`)?.services ?? {}
    expect(Object.entries(services)).toEqual([[id, true]])
  })

  test.each([
    '',
    'null',
    '"x"',
    'undefined',
    '%7Bbroken',
    '{"analytics":true}',
    '1',
    // A flag, its order, its value
    '1.n0.f0.a1.m0.e0.ttow74z.r3f9a2c',
    '1.n1.a1.f0.m0.e0.ttow74z.r3f9a2c',
    '1.n2.f0.a1.m0.e0.ttow74z.r3f9a2c',
    '1.n1.f2.a1.m0.e0.ttow74z.r3f9a2c',
    '1.n1.f0.a2.m0.e0.ttow74z.r3f9a2c',
    '1.n1.f0.a1.m2.e0.ttow74z.r3f9a2c',
    '1.n1.f0.a1.m0.e2.ttow74z.r3f9a2c',
    '1.n1.f0.a1.m0.ttow74z.r3f9a2c',
    '1.n1.f0.a1.m0.e0.x1.ttow74z.r3f9a2c',
    '1.f0.a1.m0.e0.ttow74z.r3f9a2c',
    // Version
    '2.n1.f0.a1.m0.e0.ttow74z.r3f9a2c',
    '01.n1.f0.a1.m0.e0.ttow74z.r3f9a2c',
    '.n1.f0.a1.m0.e0.ttow74z.r3f9a2c',
    // Time and revision
    '1.n1.f0.a1.m0.e0.r3f9a2c',
    '1.n1.f0.a1.m0.e0.tTOW74Z.r3f9a2c',
    '1.n1.f0.a1.m0.e0.t.r3f9a2c',
    '1.n1.f0.a1.m0.e0.t-1.r3f9a2c',
    '1.n1.f0.a1.m0.e0.tzzzzzzzzz.r3f9a2c',
    '1.n1.f0.a1.m0.e0.ttow74z',
    '1.n1.f0.a1.m0.e0.ttow74z.r',
    '1.n1.f0.a1.m0.e0.ttow74z.r3F9A2C',
    // Something before or behind it
    `x${PLAIN}`,
    ` ${PLAIN}`,
    `${PLAIN} `,
    `${PLAIN}\n`,
    `${PLAIN}.`,
    `${PLAIN}.x`,
    `${PLAIN}; a=b`,
    `${PLAIN}.youtube~2`,
    `${PLAIN}.youtube~`,
    `${PLAIN}.youtube`,
    `${PLAIN}.~1`,
    `${PLAIN}..youtube~1`,
    `${PLAIN}.Žiga~1`,
    `${PLAIN}.youtube~1.o`,
    `${PLAIN}.kabc.v1abc`,
    `${PLAIN}.v1abc.o`,
    `${PLAIN}.w`,
    `${PLAIN}.wsave_sl.o`,
    `${PLAIN}.v1abc.wsave_sl`,
    `${PLAIN}.wsave_sl.wsave_sl`,
    `${PLAIN}.wSAVE_SL`,
    `${PLAIN}.wsave sl`,
    `${PLAIN}.wsave_sl~2`,
    encodeURIComponent(`${PLAIN}.youtube~1`).replace('~', '%7E'),
  ])('»%s« is no choice', (text) => {
    expect(parseChoice(text)).toBeUndefined()
  })

  test('a megabyte of noise takes no longer than it must', () => {
    for (const noise of ['1', '.a', '.a~1', '~', 'k', '.v1', '.w', '.wa', '_-'])
      expect(parseChoice(`${PLAIN}${noise.repeat(2 ** 20 / noise.length)}!`)).toBeUndefined()
  })
})

const word = (pattern: RegExp) => fc.stringMatching(pattern)

const anyChoice: fc.Arbitrary<Choice> = fc.record({
  categories: fc.record({
    necessary: fc.constant(true),
    functional: fc.boolean(),
    analytics: fc.boolean(),
    marketing: fc.boolean(),
    embeds: fc.boolean(),
  }),
  services: fc.dictionary(word(/^[A-Za-z][\w-]{0,20}$/), fc.boolean(), { maxKeys: 5 }),
  time: fc.integer({ min: 1, max: 36 ** 8 - 1 }),
  revision: word(/^[0-9a-z]{1,7}$/),
  open: fc.boolean(),
  way: fc.oneof(
    fc.constant(''),
    fc
      .tuple(
        fc.constantFrom('accept-all', 'reject-all', 'save', 'embed', 'withdraw'),
        fc.constantFrom('', 'sl', 'it', 'hu', 'en', 'de', 'hr'),
      )
      .map((both) => both.join('_')),
  ),
  stamp: word(/^([0-9a-z]{1,7})?$/),
  known: word(/^([ks][0-9a-z]{0,30})?$/),
})

/** One character or one part taken out, put in, exchanged or said twice. */
const damage = fc.tuple(
  anyChoice.map(serialize),
  fc.array(
    fc.tuple(
      fc.constantFrom('remove', 'insert', 'replace', 'swap', 'repeat'),
      fc.nat(),
      fc.oneof(fc.constantFrom('youtube~1', '.o', '.wsave_sl', '.', '~', 'Ž', '\n', ''), fc.string({ maxLength: 1 })),
    ),
    { minLength: 1, maxLength: 3 },
  ),
)

const damaged = damage.map(([text, edits]) =>
  edits.reduce((current, [how, where, piece]) => {
    const at = where % (current.length + 1)
    const parts = current.split('.')
    const part = where % parts.length
    if (how === 'remove') return current.slice(0, at) + current.slice(at + 1)
    if (how === 'insert') return current.slice(0, at) + piece + current.slice(at)
    if (how === 'replace') return current.slice(0, at) + piece + current.slice(at + 1)
    if (how === 'repeat') return [...parts.slice(0, part), parts[part]!, ...parts.slice(part)].join('.')
    return [...parts.slice(part), ...parts.slice(0, part)].join('.')
  }, text),
)

/** A time with a zero before it, a service said twice, numbers as ids: see »is read as it is written« below. */
const isOdd = (text: string) => {
  const ids = [...text.matchAll(/([^.]+)~/g)].map(([, id]) => id!)
  return /\.t0[^.]/.test(text) || new Set(ids).size < ids.length || ids.some((id) => /^\d+$/.test(id))
}

describe('there and back', () => {
  test('every choice comes back as it was, in plain ASCII', () => {
    fc.assert(
      fc.property(anyChoice, (one) => {
        const text = serialize(one)
        expect(text).toMatch(/^[A-Za-z0-9._~-]+$/)
        expect(parseChoice(text)).toEqual(one)
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['any text', fc.string({ unit: 'binary' })],
    ['a damaged choice', damaged],
  ])('%s is no choice, or reads as it is written', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseChoice(text)
        if (read && !isOdd(text)) expect(serialize(read)).toBe(text)
      }),
      { numRuns: 10_000 },
    )
  })

  test.each([
    '1.n1.f0.a1.m0.e0.t0tow74z.r3f9a2c',
    `${PLAIN}.youtube~0.youtube~1`,
    `${PLAIN}.10~1.9~1`,
  ])('%s is no choice, or is read as it is written', (text) => {
    const read = parseChoice(text)
    expect(read ? serialize(read) : text).toBe(text)
  })
})
