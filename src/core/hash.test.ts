import { expect, test } from 'vitest'
import { hash } from './hash'

test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('»%s« has the published FNV-1a value', (text, value) => {
  expect(hash(text)).toBe(value.toString(36))
})

test('one character changes it', () => {
  expect(hash('piškotek')).not.toBe(hash('piškotki'))
})
