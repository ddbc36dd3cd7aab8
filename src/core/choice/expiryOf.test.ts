import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expiryOf } from './expiryOf'

const seconds = (date: string) => Date.parse(date) / 1000

const ends = (date: string, validFor: string) => new Date(expiryOf(seconds(date), validFor) * 1000).toISOString()

const DAY = 86_400

describe('expiryOf', () => {
  test.each([
    ['2026-03-05T10:11:12Z', 'P6M', '2026-09-05T10:11:12.000Z'],
    ['2026-09-05T10:11:12Z', 'P6M', '2027-03-05T10:11:12.000Z'],
    ['2026-03-05T00:00:00Z', 'P1Y', '2027-03-05T00:00:00.000Z'],
    ['2026-03-05T00:00:00Z', 'P12M', '2027-03-05T00:00:00.000Z'],
    ['2026-03-05T00:00:00Z', 'P2W', '2026-03-19T00:00:00.000Z'],
    ['2026-03-05T00:00:00Z', 'P30D', '2026-04-04T00:00:00.000Z'],
    ['2026-03-05T00:00:00Z', 'P1Y2M1W3D', '2027-05-15T00:00:00.000Z'],
    ['2026-12-31T23:59:59Z', 'P1M', '2027-01-31T23:59:59.000Z'],
    // Leap years
    ['2028-01-29T00:00:00Z', 'P1M', '2028-02-29T00:00:00.000Z'],
    ['2028-02-28T00:00:00Z', 'P1D', '2028-02-29T00:00:00.000Z'],
    ['2027-02-28T00:00:00Z', 'P1D', '2027-03-01T00:00:00.000Z'],
    ['2028-02-29T00:00:00Z', 'P4Y', '2032-02-29T00:00:00.000Z'],
  ])('%s and %s is %s', (date, validFor, end) => {
    expect(ends(date, validFor)).toBe(end)
  })

  test.each([
    ['2026-08-31T12:00:00Z', 'P6M', '2027-02-28T12:00:00.000Z'],
    ['2026-03-31T12:00:00Z', 'P1M', '2026-04-30T12:00:00.000Z'],
    ['2028-02-29T12:00:00Z', 'P1Y', '2029-02-28T12:00:00.000Z'],
  ])('%s and %s ends with the month that lacks the day, or at most three days later', (date, validFor, last) => {
    const over = expiryOf(seconds(date), validFor) - seconds(last)
    expect(over).toBeGreaterThanOrEqual(0)
    expect(over).toBeLessThanOrEqual(3 * DAY)
  })

  test('six months are 181 to 184 days, whenever they begin', () => {
    fc.assert(
      fc.property(fc.integer({ min: seconds('2026-01-01'), max: seconds('2060-01-01') }), (time) => {
        const days = (expiryOf(time, 'P6M') - time) / DAY
        expect(days).toBeGreaterThanOrEqual(181)
        expect(days).toBeLessThanOrEqual(184)
      }),
      { numRuns: 2000 },
    )
  })

  test('does not depend on the clock change', () => {
    expect(expiryOf(seconds('2026-03-28T23:30:00Z'), 'P1D')).toBe(seconds('2026-03-29T23:30:00Z'))
    expect(expiryOf(seconds('2026-10-24T23:30:00Z'), 'P1W')).toBe(seconds('2026-10-31T23:30:00Z'))
  })
})
