import { expect, test } from 'vitest'
import { scriptsOf } from '../site.mjs'
import { readRun } from './scripts.mjs'

test('tells the first, the last, and that all ran in order', () => {
  const ran = scriptsOf(8).map(({ number }) => [number, 10 + number])
  expect(readRun(ran, scriptsOf(8))).toEqual({ first: 10, last: 17, lost: 0, twice: 0, inversions: 0 })
})

test('only scripts of one service have an order', () => {
  const order = [1, 0, 2, 3, 4, 5, 6, 7]
  expect(readRun(order.map((number) => [number, number]), scriptsOf(8)).inversions).toBe(0)
  // 4 is of the same service as 0.
  const broken = [4, 1, 2, 3, 0, 5, 6, 7]
  expect(readRun(broken.map((number) => [number, number]), scriptsOf(8)).inversions).toBe(1)
})

test('counts what was lost and what ran twice', () => {
  expect(readRun([[0, 5], [2, 6], [2, 9]], scriptsOf(4))).toMatchObject({ lost: 2, twice: 1, last: 9 })
})
