import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseChoice, serialize } from '../../core/choice/serialize'
import { CATEGORIES } from '../../core/inventory/types'
import { answersService, found, grantsCategory, namedTwice, TWICE } from './choicePattern'

/** What a server makes of a header. */
const read = (cookie: string): string => {
  const ids = (cookie.match(/[A-Za-z][\w-]*(?=~)/g) ?? []) as string[]
  const refusing = [TWICE, ...(ids.length ? [namedTwice(ids)] : [])]
  return refusing.some((one) => RegExp(one).test(cookie)) ? '' : (RegExp(found()).exec(cookie)?.[1] ?? '')
}

const id = fc.stringMatching(/^[A-Za-z][\w-]{0,6}$/)

const written = fc
  .record({
    flags: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    services: fc.dictionary(id, fc.boolean(), { maxKeys: 4, noNullPrototype: true }),
    time: fc.integer({ min: 1, max: 4e9 }),
    revision: fc.stringMatching(/^[0-9a-z]{1,12}$/),
    open: fc.boolean(),
    way: fc.constantFrom('', 'save_sl', 'accept-all_it'),
    stamp: fc.constantFrom('', '72oobu'),
    known: fc.constantFrom('', 'klq8rtzi9rtuzd9m', 's12345'),
  })
  .map(({ flags: [functional, analytics, marketing, embeds], ...rest }) =>
    serialize({
      ...rest,
      categories: {
        necessary: true,
        functional: !!functional,
        analytics: !!analytics,
        marketing: !!marketing,
        embeds: !!embeds,
      },
    }),
  )

/** Something has happened to it on the way. */
const PIECES = ['', '.', '~', '1', '0', 'a', 'A', '.a1', '.x~1', '.x~0.x~1', '%', '"', '_']
const damaged = fc
  .tuple(written, fc.nat(120), fc.nat(3), fc.constantFrom(...PIECES))
  .map(([value, at, length, piece]) => value.slice(0, at) + piece + value.slice(at + length))

describe('what servers read', () => {
  test('is what the widget reads, whole or damaged', () => {
    let readable = 0
    const before = fc.constantFrom('', 'a=1; ', 'xprivolim=1; ')
    const after = fc.constantFrom('', '; b')
    fc.assert(
      fc.property(fc.oneof(written, damaged), before, after, (value, front, back) => {
        const isChoice = parseChoice(value) !== undefined
        readable += Number(isChoice)
        expect(read(`${front}privolim=${value}${back}`)).toBe(isChoice ? value : '')
      }),
      { numRuns: 3000 },
    )
    // Else this would be about damage alone.
    expect(readable).toBeGreaterThan(1000)
  })

  test('grants what the widget grants', () => {
    fc.assert(
      fc.property(written, id, (value, other) => {
        const { categories, services } = parseChoice(value)!
        for (const category of CATEGORIES) {
          if (category === 'necessary') continue
          expect(RegExp(grantsCategory(category)).test(value)).toBe(categories[category])
        }
        for (const one of [...Object.keys(services), other]) {
          for (const granted of [true, false]) {
            const isSaid = Object.hasOwn(services, one) && services[one] === granted
            expect(RegExp(answersService(one, granted)).test(value)).toBe(isSaid)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a service that is named twice makes a value damaged', () => {
    const pattern = RegExp(namedTwice(['a', 'b-c']))
    for (const value of ['.a~1.a~1', '.a~1.x~0.a~0', '.b-c~0.a~1.b-c~1']) {
      expect(`privolim=1.n1${value}`).toMatch(pattern)
    }
    for (const value of ['.a~1.b-c~1', '.a~1.xa~1', '.a~1; z=1.a~0']) {
      expect(`privolim=1.n1${value}`).not.toMatch(pattern)
    }
  })

  test('takes time in proportion to the header', () => {
    const hard = (size: number) => [
      `privolim=1.n1.f1.a1.m1.e1.t1.r1${'.a~1'.repeat(size / 4)}!`,
      '; privolim'.repeat(size / 10),
      `privolim=${Array.from({ length: size / 8 }, (_, number) => `.a${String(number)}~1`).join('')}`,
      `privolim=1.n1.f1.a1.m1.e1.t1.r1.w${'a'.repeat(size)}.k`,
      `${' '.repeat(size)};${' '.repeat(size)}privolim`,
    ]
    const patterns = [found(), TWICE, namedTwice(['a', 'youtube'])].map((one) => RegExp(one))
    const took = (size: number) =>
      Math.min(
        ...Array.from({ length: 5 }, () => {
          // Of the processor, since others use it as well.
          const begin = process.cpuUsage().user
          for (let round = 0; round < 2; round++) for (const cookie of hard(size)) for (const one of patterns) one.test(cookie)
          return process.cpuUsage().user - begin
        }),
      )
    took(10_000)
    expect(took(400_000) / took(40_000)).toBeLessThan(40)
  })
})
