import { describe, expect, test } from 'vitest'
import { checkInventory } from '../check/checkInventory'
import { complete } from './googleAnalytics'
import { completeFrom } from './completeFrom'
import { connectGoogle } from './connectGoogle'
import { knownServices } from './knownServices'

describe('completeFrom', () => {
  const entry = { id: 'stats', category: 'analytics', provider: { name: 'X' }, hosts: ['x.si'] }

  test('fills in what is not written', () => {
    expect(completeFrom(entry)({ use: 'stats' })).toEqual({ ...entry, use: 'stats', connect: undefined })
  })

  test('lets go before what is written', () => {
    expect(completeFrom(entry)({ use: 'stats', id: 'obisk', hosts: ['y.si'] })).toMatchObject({
      id: 'obisk',
      hosts: ['y.si'],
    })
  })

  test('but neither the category, nor whose it is, nor who is told', () => {
    const connect = () => {}
    const written = { use: 'stats', category: 'necessary', provider: { name: 'Društvo' }, connect: 'zlo' }
    expect(completeFrom(entry, connect)(written)).toMatchObject({
      category: 'analytics',
      provider: { name: 'X' },
      connect,
    })
  })

  test('changes neither what is written nor the entry', () => {
    const written = { use: 'stats' }
    const before = structuredClone(entry)
    completeFrom(entry)(written)
    expect(written).toEqual({ use: 'stats' })
    expect(entry).toEqual(before)
  })
})

describe('google-analytics', () => {
  test('is analytics of Google Ireland, and tells Google what holds', () => {
    expect(complete({ use: 'google-analytics', account: 'G-1', category: 'necessary' })).toMatchObject({
      id: 'google-analytics',
      category: 'analytics',
      account: 'G-1',
      provider: { name: 'Google Ireland Limited', country: 'IE/US', transfer: 'DPF' },
      connect: connectGoogle,
    })
  })

  test('declares its cookies', () => {
    expect(complete({})).toMatchObject({ cookies: [{ name: '_ga' }, { name: '_ga_*' }] })
  })
})

describe('every known service', () => {
  const files = import.meta.glob(['./*.ts', '!./*.test.ts'])

  test.each(Object.entries(knownServices))('%s is whole with nothing but its name', async (use, file) => {
    const part = (await files[`./${file}.ts`]!()) as { complete: typeof complete }
    const service = part.complete({ use })
    expect(service).toMatchObject({ id: use, use })
    expect(checkInventory({ controller: { name: 'Društvo' }, services: [service] })).toEqual([])
    expect(service).not.toHaveProperty('category', 'necessary')
  })
})
