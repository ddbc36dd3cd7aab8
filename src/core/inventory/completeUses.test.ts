import { describe, expect, test, vi } from 'vitest'
import { separateParts } from '../../parts/entries'
import type { Loader } from '../parts'
import { completeUses, partOf } from './completeUses'

const matomo = { id: 'matomo' }

const loader = (parts: Readonly<Record<string, (written: object) => object>> = {}) =>
  vi.fn((name: string) =>
    parts[name] ? Promise.resolve({ complete: parts[name] }) : Promise.reject(new Error('404')),
  ) as unknown as Loader

describe('partOf', () => {
  test('says nothing that an ad blocker knows', () => {
    for (const use of ['google-analytics', 'facebook', 'youtube']) expect(partOf(use)).toMatch(/^use-[0-9a-z]{1,7}$/)
    expect(partOf('google-analytics')).not.toBe(partOf('google-ads'))
  })

  test('names a file that is built', () => {
    expect(separateParts).toHaveProperty(partOf('google-analytics'))
  })
})

describe('completeUses', () => {
  test.each([null, 7, 'x', [], {}, { services: {} }, { services: [] }, { services: [matomo, null, 'x', { use: 1 }] }])(
    '%j goes on at once, as it stands, and nothing is loaded',
    (json) => {
      const load = loader()
      expect(completeUses(json, load)).toBe(json)
      expect(load).not.toHaveBeenCalled()
    },
  )

  test('completes what is used, each in its place', async () => {
    const load = loader({ [partOf('a')]: (written) => ({ name: 'A', ...written }) })
    const json = { controller: 1, services: [matomo, { use: 'a', account: 'x' }, null] }
    expect(await completeUses(json, load)).toEqual({
      controller: 1,
      services: [matomo, { name: 'A', use: 'a', account: 'x' }, null],
    })
    expect(json.services[1]).toEqual({ use: 'a', account: 'x' })
  })

  test('what the catalogue does not know is an issue, with its place', async () => {
    const json = { services: [matomo, { use: 'piwik' }] }
    await expect(completeUses(json, loader())).rejects.toMatchObject({
      issues: [{ code: 'use-unknown', path: 'services[1].use', expected: 'piwik' }],
    })
  })

  test.each(['__proto__', 'constructor', '../../zlo', ''])('»%s« is asked for by its hash alone', async (use) => {
    const load = loader()
    await expect(completeUses({ services: [{ use }] }, load)).rejects.toHaveProperty('issues')
    expect(load).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^use-[0-9a-z]+$/))
  })
})
