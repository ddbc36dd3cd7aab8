import { describe, expect, test } from 'vitest'
import { longestSeconds } from './compareDurations'
import { parseDuration } from './duration'

const seconds = (text: string): number => longestSeconds(parseDuration(text))

const DAY = 86_400

test.each([
  ['30 sekund', 30],
  ['1 minuta', 60],
  ['2 uri', 7200],
  ['1 dan', DAY],
  ['2 tedna', 14 * DAY],
  ['1 leto', 365 * DAY],
  ['P1Y1M4D', (365 + 365 / 12 + 4) * DAY],
  ['P1DT1H1M1S', DAY + 3661],
  ['največ 10 dni', 10 * DAY],
  ['najmanj 10 dni', 10 * DAY],
  ['1 leto po prenehanju', 365 * DAY],
])('»%s« is %d seconds', (text, expected) => {
  expect(seconds(text)).toBe(expected)
})

describe('equal facts', () => {
  test.each([
    ['1 leto', '12 mesecev'],
    ['1 leto', '365 dni'],
    ['24 ur', '1 dan'],
    ['1440 ur', '60 dni'],
    ['leto in pol', '18 mesecev'],
    ['2 tedna', '14 dni'],
  ])('»%s« and »%s«', (one, other) => {
    expect(seconds(one)).toBe(seconds(other))
  })
})

test('the limits of the lint rules', () => {
  expect(seconds('26 mesecev')).toBeGreaterThan(seconds('P25M'))
  expect(seconds('13 mesecev')).toBeLessThan(seconds('P400D'))
  expect(seconds('neomejeno')).toBeGreaterThan(seconds('P400D'))
})

test('session and next page end at once', () => {
  expect(seconds('seja')).toBe(0)
  expect(seconds('do ogleda naslednje strani')).toBe(0)
})

test('no end is infinite', () => {
  expect(seconds('persistent')).toBe(Infinity)
  expect(seconds('neomejeno')).toBe(Infinity)
})

test('what nobody can say is no number', () => {
  expect(seconds('variable')).toBeNaN()
  expect(seconds('do preklica privolitve')).toBeNaN()
  expect(seconds('')).toBeNaN()
  expect(longestSeconds({ kind: 'fixed', iso: 'soon', asWritten: 'soon' })).toBeNaN()
})
