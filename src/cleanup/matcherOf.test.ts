import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matcherOf } from './matcherOf'

describe('matcherOf', () => {
  test.each([
    ['_ga', '_ga'],
    ['_ga_*', '_ga_ABC123'],
    ['_ga_*', '_ga_'],
    ['*', ''],
    ['*', 'whatever'],
    ['*_session', '_forum_session'],
    ['_pk_*.*', '_pk_ses.1.ab'],
    ['a*b*c', 'abc'],
    ['a*b*c', 'a-b-b-c'],
    ['**', 'x'],
  ])('%s is the name of »%s«', (pattern, name) => {
    expect(matcherOf(pattern)(name)).toBe(true)
  })

  test.each([
    ['_ga', '_gat'],
    ['_ga', 'x_ga'],
    ['_ga', '_GA'],
    ['_ga', ' _ga'],
    ['_ga', '_ga\n'],
    ['_ga', ''],
    ['', '_ga'],
    ['_ga_*', '_ga'],
    ['_ga_*', 'x_ga_1'],
    ['*_session', '_forum_session2'],
    ['a*b', 'ab '],
    ['a|b', 'a'],
    ['.', 'x'],
    ['a.c', 'abc'],
    ['a+', 'aa'],
    ['[ab]', 'a'],
    ['^a', 'a'],
  ])('%s is not the name of »%s«', (pattern, name) => {
    expect(matcherOf(pattern)(name)).toBe(false)
  })

  test('every character but * stands for itself', () => {
    for (const character of '\\^$.|?+()[]{}-/#&,:!=<>"\'`~@% ') {
      expect(matcherOf(`a${character}b`)(`a${character}b`)).toBe(true)
      expect(matcherOf(`a${character}b`)('ab')).toBe(false)
      expect(matcherOf(`${character}*`)(`${character}1`)).toBe(true)
    }
  })

  test('any name without * matches itself alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const name = one.replaceAll('*', '')
        expect(matcherOf(name)(name)).toBe(true)
        expect(matcherOf(name)(other)).toBe(other === name)
      }),
      { numRuns: 1000 },
    )
  })
})
