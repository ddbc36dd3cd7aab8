import { describe, expect, test } from 'vitest'
import { newestChoice } from './newestChoice'

const NOW = 1_795_332_131
const DAY = 86_400

const at = (time: number, revision = 'abc') => `1.n1.f0.a0.m0.e0.t${time.toString(36)}.r${revision}`

const revisionOf = (...values: string[]) => newestChoice({ read: () => values }, NOW)?.revision

describe('newestChoice', () => {
  test('nothing stored is no choice', () => {
    expect(newestChoice({ read: () => [] }, NOW)).toBeUndefined()
  })

  test.each([
    [[at(NOW - 20, 'older'), at(NOW - 10, 'newer')]],
    [[at(NOW - 10, 'newer'), at(NOW - 20, 'older')]],
    [[at(NOW - 30, 'oldest'), at(NOW - 10, 'newer'), at(NOW - 20, 'older')]],
  ])('of several the newest holds: %s', (values) => {
    expect(revisionOf(...values)).toBe('newer')
  })

  test('damaged and foreign values are passed over', () => {
    expect(revisionOf('%7Bbroken', at(NOW - 20, 'older'), '1.n1.f1.a1.m1.e1', '')).toBe('older')
    expect(revisionOf('null', 'true')).toBeUndefined()
  })

  test('clocks may differ by a day', () => {
    expect(revisionOf(at(NOW + DAY, 'ahead'))).toBe('ahead')
  })

  test('a time further in the future is no choice, and does not hide one', () => {
    expect(revisionOf(at(NOW + DAY + 1, 'future'))).toBeUndefined()
    expect(revisionOf(at(NOW + DAY + 1, 'future'), at(NOW - 10, 'newer'))).toBe('newer')
  })
})
