import { expect, test } from 'vitest'
import { after } from './after'

test('goes on at once with a value', () => {
  expect(after(2, (value) => value + 1)).toBe(3)
})

test('waits for a promise', async () => {
  const result = after(Promise.resolve(2), (value) => value + 1)
  expect(result).toBeInstanceOf(Promise)
  expect(await result).toBe(3)
})

test('what goes wrong at once is thrown at once', () => {
  expect(() =>
    after(1, () => {
      throw new Error('no')
    }),
  ).toThrow('no')
})
