import { describe, expect, test } from 'vitest'
import { completeFrom } from './completeFrom'

const entry = { id: 'stats', category: 'analytics', provider: { name: 'X' }, hosts: ['x.si'] }

test('fills in what is not written', () => {
  expect(completeFrom(entry)({ use: 'stats' })).toEqual({ ...entry, use: 'stats', connect: undefined })
})

describe('what is written', () => {
  test('goes before what is known', () => {
    const written = { use: 'stats', id: 'obisk', hosts: ['y.si'] }
    expect(completeFrom(entry)(written)).toMatchObject({ id: 'obisk', hosts: ['y.si'] })
  })

  test('does not change the category, nor whose it is, nor who is told', () => {
    const connect = () => {}
    const written = { use: 'stats', category: 'necessary', provider: { name: 'Društvo' }, connect: 'zlo' }
    expect(completeFrom(entry, connect)(written)).toMatchObject({
      category: 'analytics',
      provider: { name: 'X' },
      connect,
    })
  })

  test('is not changed, nor is the entry', () => {
    const written = { use: 'stats' }
    const before = structuredClone(entry)
    completeFrom(entry)(written)
    expect(written).toEqual({ use: 'stats' })
    expect(entry).toEqual(before)
  })

  test('is told to an entry that depends on it', () => {
    const complete = completeFrom(({ id }) => ({ ...entry, provider: { name: id ?? 'nihče' } }))
    expect(complete({ id: 'obisk' })).toMatchObject({ provider: { name: 'obisk' } })
    expect(complete({})).toMatchObject({ provider: { name: 'nihče' } })
  })
})
