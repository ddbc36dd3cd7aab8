import { expect, test } from 'vitest'
import { isEnough, leastStep } from './leastStep.mjs'

test.each([
  ['### Fixed\n\n- A fault.', '1.0.0', 'patch'],
  ['### Security\n\n- A fault.', '1.0.0', 'patch'],
  ['### Fixed\n\n- A fault.\n\n### Added\n\n- A language.', '1.0.0', 'minor'],
  ['### Removed\n\n- A field.\n\n### Added\n\n- A language.', '1.0.0', 'major'],
  ['### Removed\n\n- A field.', '0.9.0', 'minor'],
])('%j after %s is at least %s', (notes, current, step) => expect(leastStep(notes, current)).toBe(step))

test('a greater step may bring less', () => {
  expect(isEnough('major', 'patch')).toBe(true)
  expect(isEnough('minor', 'minor')).toBe(true)
  expect(isEnough('patch', 'minor')).toBe(false)
})
