import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDuration } from './duration'
import vectors from './durationsSl.json'
import { readIso } from './iso'

describe('readIso', () => {
  test.each([
    'P1Y', 'P12M', 'P2W', 'P1000D', 'PT1440H', 'PT30M', 'PT30S', 'P1Y1M4D', 'P1Y2M3W4DT5H6M7S', 'P0D', 'P9999999D',
  ])('%s is read as it is', (iso) => {
    expect(readIso(iso)).toEqual({ kind: 'fixed', iso, asWritten: iso })
  })

  test('in small letters, between spaces', () => {
    expect(readIso(' pt24h\n')).toEqual({ kind: 'fixed', iso: 'PT24H', asWritten: ' pt24h\n' })
  })

  test.each(['session', 'next-page', 'persistent', 'variable'] as const)('»%s« of the catalogue', (kind) => {
    expect(readIso(kind)).toEqual({ kind, asWritten: kind })
  })

  test.each([
    // No ISO 8601
    '', 'P', 'PT', 'P1YT', 'P1', '1Y', 'P1H', 'PT1D', 'P1M1Y', '-P1Y', 'P-1Y', 'P1.5Y', 'P1,5Y', 'P12345678D', 'P1YP1Y',
    'P1Y ali P2Y', 'P 1Y', 'P١Y',
    // The catalogue's words are those alone
    'Session', ' session', 'session\n', 'sessions', 'session P1Y', 'next page', 'nextpage', 'fixed', 'unknown', 'trajno',
    // Words are for who reads words
    '1 leto', 'Trajanje seje', 'Neomejeno', '30 days',
  ])('»%s« is not read', (text) => {
    expect(readIso(text)).toBeUndefined()
  })

  test('whatever it reads, the reader of words reads alike', () => {
    const like = fc.stringMatching(/^ ?[Pp]?T?(\d{0,8}[YMWDHSymwdhs]?){0,4} ?$/)
    const any = fc.oneof(like, fc.constantFrom(...vectors.map(({ input }) => input)), fc.string())
    let read = 0
    fc.assert(
      fc.property(any, (text) => {
        const iso = readIso(text)
        if (!iso) return
        read++
        expect(parseDuration(text)).toEqual(iso)
        expect(iso.iso).toBe(text.trim().toUpperCase())
      }),
      { numRuns: 5000 },
    )
    expect(read).toBeGreaterThan(5)
  })
})
