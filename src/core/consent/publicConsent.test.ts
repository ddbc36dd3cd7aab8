import { describe, expect, test, vi } from 'vitest'
import { publicConsent } from './publicConsent'
import type { RunningConsent } from './types'

/** Before an inventory is there, until `begin` is called. */
const create = () => {
  const end = vi.fn<() => void>()
  const running = {
    inventory: { services: [] },
    choice: { time: 1 },
    needsChoice: true,
    acceptAll: vi.fn<() => void>(),
    rejectAll: vi.fn<() => void>(),
    withdraw: vi.fn<() => void>(),
    save: vi.fn<() => void>(),
    receipt: () => ({ id: 'x' }),
    subscribe: vi.fn<() => () => void>(() => end),
  }
  let there: RunningConsent | undefined
  let resolve = () => {}
  const ready = new Promise<void>((done) => (resolve = done))
  const checked: string[] = []
  const always = { ready, granted: () => false, openPreferences: () => ready, rescan: () => {} }
  const consent = publicConsent(always, () => there, (id) => void checked.push(id))
  const begin = () => {
    there = running as unknown as RunningConsent
    resolve()
    return ready
  }
  return { consent, running, end, checked, begin }
}

describe('before there is an inventory', () => {
  test('nothing is known, and nothing is asked yet', () => {
    const { consent } = create()
    expect([consent.inventory, consent.choice, consent.needsChoice, consent.receipt()]).toEqual([undefined, undefined, false, undefined])
  })

  test('what is decided is decided once there is', async () => {
    const { consent, running, checked, begin } = create()
    consent.acceptAll()
    consent.rejectAll()
    consent.withdraw()
    consent.save({ categories: { analytics: true }, services: { ga: false } })
    expect([running.acceptAll, running.rejectAll, running.withdraw, running.save].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0, 0])
    await begin()
    expect([running.acceptAll, running.rejectAll, running.withdraw, running.save].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1, 1])
    expect(checked).toEqual(['analytics', 'ga'])
  })

  test('a subscription that is ended does not begin', async () => {
    const { consent, running, begin } = create()
    consent.subscribe(() => {})()
    await begin()
    expect(running.subscribe).not.toHaveBeenCalled()
  })
})

test('then all is what holds, and done at once', async () => {
  const { consent, running, end, begin } = create()
  await begin()
  expect([consent.inventory, consent.choice, consent.needsChoice, consent.receipt()]).toEqual([running.inventory, { time: 1 }, true, { id: 'x' }])
  // Scripts may say nothing at all.
  ;(consent.save as () => void)()
  expect(running.save).toHaveBeenCalledWith({})
  const stop = consent.subscribe(() => {})
  expect(running.subscribe).toHaveBeenCalledOnce()
  stop()
  // Ending it again is no error, and ends nothing else.
  stop()
  expect(end).toHaveBeenCalledOnce()
})
