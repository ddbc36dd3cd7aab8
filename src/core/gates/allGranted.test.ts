import { expect, test } from 'vitest'
import { allGranted } from './allGranted'

test.each([
  ['a', true],
  ['b', false],
  ['a b', false],
  ['b a', false],
  [' a\n  c ', true],
])('of %j all are asked for', (mark, expected) => {
  expect(allGranted(mark, (id) => id === 'a' || id === 'c')).toBe(expected)
})
