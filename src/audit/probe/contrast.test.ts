import { expect, test } from 'vitest'
import { contrast, flatten, showColor } from './contrast'

const BLACK = [0, 0, 0, 1]
const WHITE = [255, 255, 255, 1]

test('contrast is as WCAG defines it, whichever of the two is the text', () => {
  expect(contrast(BLACK, WHITE)).toBe(21)
  expect(contrast(WHITE, BLACK)).toBe(21)
  expect(contrast(WHITE, WHITE)).toBe(1)
  // The grey on white that just passes.
  expect(contrast([118, 118, 118, 1], WHITE)).toBe(4.54)
})

test('what shines through is mixed in, down to white', () => {
  expect(flatten([[0, 0, 0, 0.5]])).toEqual([127.5, 127.5, 127.5, 1])
  expect(flatten([[0, 0, 0, 0], [255, 0, 0, 1], BLACK])).toEqual([255, 0, 0, 1])
  expect(flatten([])).toEqual(WHITE)
})

test('colours are shown in whole numbers', () => {
  expect(showColor([127.5, 0, 254.6, 1])).toBe('rgb(128, 0, 255)')
})
