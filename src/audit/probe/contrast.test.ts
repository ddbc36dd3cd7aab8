import { expect, test } from 'vitest'
import { contrast, flatten, showColor } from './contrast'

const BLACK = [0, 0, 0, 1]
const WHITE = [255, 255, 255, 1]

test('as WCAG has it', () => {
  expect(contrast(BLACK, WHITE)).toBe(21)
  expect(contrast(WHITE, WHITE)).toBe(1)
  expect(contrast([118, 118, 118, 1], WHITE)).toBe(4.54)
  expect(contrast(WHITE, [118, 118, 118, 1])).toBe(4.54)
})

test('what shines through is mixed in', () => {
  expect(showColor(flatten([[0, 0, 0, 0.5], WHITE]))).toBe('rgb(128, 128, 128)')
  expect(showColor(flatten([[0, 0, 0, 0], [255, 0, 0, 0.5]]))).toBe('rgb(255, 128, 128)')
  expect(showColor(flatten([]))).toBe('rgb(255, 255, 255)')
})
