import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createConsent } from '../core/consent/createConsent'
import type { FollowUpOptions, Loader } from '../core/parts'
import { newestChoice } from '../core/choice/newestChoice'
import { writeOut } from '../core/inventory/writeOut'
import { completeChoice } from './completeChoice'

const TIME = Math.floor(Date.now() / 1000) - 100
const T = TIME.toString(36)

const services = [{ id: 'ga', category: 'analytics' as const, provider: { name: 'Google' }, cookies: [] }]
const inventory = writeOut({ controller: { name: 'Društvo' }, services })

let stored: string[]
let writes: { value: string; maxAge: number }[]

const storage = {
  read: () => [...stored],
  write(value: string, maxAge: number) {
    writes.push({ value, maxAge })
    stored = [value]
    return true
  },
}

const optionsFor = (news = false, knownToken = async () => 'kabc00'): FollowUpOptions => {
  const since = newestChoice(storage, Math.floor(Date.now() / 1000))?.revision
  const opened = { inventory, revision: 'rev2', since, stamp: 'st2', news: news ? { services } : undefined }
  const consent = createConsent(opened, storage, () => Date.now() / 1000, () => 'sl', false)
  const load = (async () => ({ knownToken: await knownToken().then((token) => () => token) })) as unknown as Loader
  return { consent, opened, storage, load, ran: [], withdrawn: [], tell: vi.fn<never>() }
}

beforeEach(() => {
  stored = []
  writes = []
})

describe('completeChoice', () => {
  test.each(['', '.vst1', '.vst1.kold00'])('a choice »…%s« learns what was known, and holds until the same day', async (more) => {
    stored = [`1.n1.f0.a1.m0.e0.t${T}.rrev1${more}`]
    const options = optionsFor()
    await completeChoice(options)
    expect(stored).toEqual([`1.n1.f0.a1.m0.e0.t${T}.rrev2.vst2.kabc00`])
    // From the day of the choice, and not from this one.
    expect(Math.abs(options.consent.details().expires! - Date.now() / 1000 - writes[0]!.maxAge)).toBeLessThan(5)
  })

  test('a complete one is left alone', async () => {
    stored = [`1.n1.f0.a1.m0.e0.t${T}.rrev2.vst2.kabc00`]
    await completeChoice(optionsFor())
    expect(writes).toEqual([])
  })

  test('what has materially changed is not vouched for before it was asked about', async () => {
    stored = [`1.n1.f0.a1.m0.e0.t${T}.rrev1.vst1.kold00`]
    await completeChoice(optionsFor(true))
    expect(writes).toEqual([])
  })

  test('services that are gone are dropped', async () => {
    stored = [`1.n1.f0.a1.m0.e0.t${T}.rrev1.gone~1.ga~0`]
    await completeChoice(optionsFor())
    expect(stored).toEqual([`1.n1.f0.a1.m0.e0.t${T}.rrev2.vst2.kabc00.ga~0`])
  })

  test('a choice that another tab has made meanwhile is not written over', async () => {
    stored = [`1.n1.f0.a1.m0.e0.t${T}.rrev1`]
    const newer = `1.n1.f0.a0.m0.e0.t${(TIME + 5).toString(36)}.rrev2`
    await completeChoice(
      optionsFor(undefined, async () => {
        stored = [newer]
        return 'kabc00'
      }),
    )
    expect(stored).toEqual([newer])
  })

  test('a choice that the browser did not keep is not written again', async () => {
    stored = [`1.n1.f0.a1.m0.e0.t${T}.rrev1`]
    const options = optionsFor()
    stored = []
    await completeChoice(options)
    expect(writes).toEqual([])
  })
})
