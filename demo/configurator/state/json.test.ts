import { describe, expect, test } from 'vitest'
import { getAt, keysOf, listAt, setAt, textAt } from './json'

describe('setAt', () => {
  test('makes what is missing on the way', () => {
    expect(setAt({}, ['controller', 'contact', 'name'], 'A')).toEqual({ controller: { contact: { name: 'A' } } })
    expect(setAt({}, ['services', 0, 'id'], 'a')).toEqual({ services: [{ id: 'a' }] })
  })

  test('leaves the original as it is, and a field in its place', () => {
    const before = { a: 1, b: { c: 2 }, d: 3 }
    expect(Object.keys(setAt(before, ['b', 'c'], 9) as object)).toEqual(['a', 'b', 'd'])
    expect(before.b.c).toBe(2)
  })

  test('takes out a field, a row, and what is hollow afterwards', () => {
    expect(setAt({ a: { b: 1 }, c: 2 }, ['a', 'b'], undefined)).toEqual({ c: 2 })
    expect(setAt({ rows: [{ n: 1 }, { n: 2 }] }, ['rows', 0], undefined)).toEqual({ rows: [{ n: 2 }] })
  })
})

test('keysOf reads places as the tools write them', () => {
  expect(keysOf('services[0].cookies[2].duration')).toEqual(['services', 0, 'cookies', 2, 'duration'])
})

test('what is not there is nothing, also by a name that every object has', () => {
  expect(getAt({}, ['constructor', 'name'])).toBeUndefined()
  expect(listAt({ rows: 'x' }, ['rows'])).toEqual([])
  expect(textAt({ name: { it: 'B', sl: 'A' } }, ['name'])).toBe('A')
  expect(textAt({ name: 7 }, ['name'])).toBe('')
})
