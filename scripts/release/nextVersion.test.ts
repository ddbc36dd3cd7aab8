import { expect, test } from 'vitest'
import { nextVersion, stepBetween } from './nextVersion.mjs'

test.each([
  ['0.1.0', 'patch', '0.1.1'],
  ['0.1.9', 'patch', '0.1.10'],
  ['0.1.4', 'minor', '0.2.0'],
  ['1.2.3', 'major', '2.0.0'],
  ['1.2.3', '1.10.0', '1.10.0'],
])('after %s, %s is %s', (current, wanted, version) => expect(nextVersion(current, wanted, true)).toBe(version))

test('a version that has not been released yet may be', () => {
  expect(nextVersion('0.1.0', '0.1.0', false)).toBe('0.1.0')
  expect(() => nextVersion('0.1.0', '0.1.0', true)).toThrow('0.1.0 does not come after 0.1.0')
})

test.each(['0.0.9', '0.1', 'v0.2.0', '0.2.0-beta.1', '01.0.0', 'next', ''])('%s is refused after 0.1.0', (wanted) =>
  expect(() => nextVersion('0.1.0', wanted, false)).toThrow(/is no version|does not come after/),
)

test('the step is the first number that grew', () => {
  expect(stepBetween('0.1.3', '0.1.4')).toBe('patch')
  expect(stepBetween('0.9.3', '0.10.0')).toBe('minor')
  expect(stepBetween('0.9.3', '1.0.0')).toBe('major')
  expect(stepBetween('1.0.0', '1.0.0')).toBeUndefined()
  expect(stepBetween('1.1.0', '1.0.9')).toBeUndefined()
})
