import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cleanUp } from '../cleanup/cleanUp'
import { createConsent } from '../core/consent/createConsent'
import { parseChoice } from '../core/choice/serialize'
import { writeOut } from '../core/inventory/writeOut'
import type { FollowUpOptions, Loader } from '../core/parts'
import { followUp } from './followUp'
import { loadAnew } from './loadAnew'

vi.mock(import('../cleanup/cleanUp'))
vi.mock(import('./loadAnew'))
vi.mock(import('./hasTyped'), () => ({ hasTyped: () => false }))
vi.mock(import('./remembered'), () => ({ remember: vi.fn<() => void>(), takeRemembered: () => [] }))
vi.mock(import('./takeFramesAway'))

const TIME = Math.floor(Date.now() / 1000) - 100

const services = [{ id: 'ga', category: 'analytics' as const, provider: { name: 'Google' } }]
const inventory = writeOut({ controller: { name: 'Društvo' }, services })

let stored: string[]
const storage = {
  read: () => [...stored],
  write(value: string) {
    stored = [value]
    return true
  },
}

/** What a page does that finds this stored. */
const follow = async (ran: readonly string[] = []) => {
  const opened = { inventory, revision: 'rev1', stamp: 'st1' }
  const consent = createConsent(opened, storage, () => Date.now() / 1000, () => 'sl', false)
  const load = (() => Promise.resolve({ knownToken: () => 'kabc00' })) as unknown as Loader
  const tell = vi.fn<FollowUpOptions['tell']>()
  await followUp({ consent, opened, storage, load, ran, withdrawn: [], tell })
  return tell
}

const stamp = () => parseChoice(stored[0]!)?.stamp

const finds = (found: boolean, ...left: string[]) => vi.mocked(cleanUp).mockResolvedValueOnce({ found, left })

beforeEach(() => {
  vi.stubGlobal('location', { hostname: 'drustvo.si' })
  vi.mocked(cleanUp).mockReset().mockResolvedValue({ found: false, left: [] })
  vi.mocked(loadAnew).mockReset()
  stored = [`1.n1.f0.a0.m0.e0.t${TIME.toString(36)}.rrev1.wreject-all_sl`]
})

describe('a choice gets its stamp', () => {
  test('from a page that found nothing to take back', async () => {
    await follow()
    expect(stored).toEqual([`1.n1.f0.a0.m0.e0.t${TIME.toString(36)}.rrev1.wreject-all_sl.vst1.kabc00`])
  })

  test('not from one that found something, but from the next that finds nothing', async () => {
    finds(true)
    await follow()
    expect(stamp()).toBe('')
    // A tracker wrote it again while the page was being left.
    finds(true)
    await follow()
    expect(stamp()).toBe('')
    await follow()
    expect(stamp()).toBe('st1')
  })

  test('where something cannot be taken back: looking again would not help', async () => {
    finds(true, '_ga')
    await follow()
    expect(stamp()).toBe('st1')
  })

  test('not from a page that is loaded anew, since something ran on it', async () => {
    await follow(['ga'])
    expect(loadAnew).toHaveBeenCalledOnce()
    expect(stamp()).toBe('')
    await follow()
    expect(stamp()).toBe('st1')
    expect(loadAnew).toHaveBeenCalledOnce()
  })
})

test('before a choice nothing is looked for', async () => {
  stored = []
  await follow()
  expect(cleanUp).not.toHaveBeenCalled()
  expect(stored).toEqual([])
})
