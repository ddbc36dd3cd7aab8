import { expect, test } from 'vitest'
import { fits } from './fits'

test.each([
  ['_ga', '_ga'],
  ['_ga_*', '_ga_ABC'],
  ['_ga_*', '_ga_'],
  ['*', ''],
  ['*', '_t'],
  ['_*_id', '_pk_id'],
  ['a*b*c', 'a-b-b-c'],
  ['a*b*c', 'abc'],
  ['**', 'x'],
])('»%s« stands for »%s«', (pattern, name) => {
  expect(fits(pattern, name)).toBe(true)
})

test.each([
  ['_ga', '_ga_'],
  ['_ga_*', '_ga'],
  ['_*_id', '_id'],
  ['a*b*c', 'a-c-b'],
  ['a*b*b', 'ab'],
  ['a.*', 'axb'],
  ['ab*ba', 'aba'],
])('»%s« does not stand for »%s«', (pattern, name) => {
  expect(fits(pattern, name)).toBe(false)
})
