import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createConsent } from '../core/consent/createConsent'
import { writeOut } from '../core/inventory/writeOut'
import { receiptOf } from './receiptOf'

const NOW = Date.parse('2026-03-05T10:11:12Z') / 1000

const services = [
  { id: 'matomo', category: 'analytics' as const, provider: { name: 'InnoCraft Ltd' } },
  { id: 'youtube', category: 'embeds' as const, provider: { name: 'Google' } },
]

const consentWith = (stored: string[] = [], language = 'sl', more: object = {}) => {
  const inventory = writeOut({ controller: { name: 'Zveza društev' }, site: { name: 'Društvo' }, services, ...more })
  const storage = {
    read: () => [...stored],
    write(value: string) {
      stored.splice(0, stored.length, value)
      return true
    },
  }
  return createConsent({ inventory, revision: 'rev1' }, storage, () => NOW, () => language, false)
}

beforeEach(() => {
  vi.stubGlobal('__PRIVOLIM_VERSION__', '0.1.0')
  vi.stubGlobal('location', { origin: 'https://drustvo.si' })
})
afterEach(() => vi.unstubAllGlobals())

describe('receiptOf', () => {
  test('is none before a choice', () => {
    expect(receiptOf(consentWith())).toBeUndefined()
  })

  test('says what was chosen, when, where, how and about what', () => {
    const consent = consentWith([], 'it', { policy: { url: '/zasebnost', version: '3' } })
    consent.save({ categories: { analytics: true } })
    expect(receiptOf(consent)).toEqual({
      id: consent.receipt()!.id,
      time: '2026-03-05T10:11:12.000Z',
      expires: '2026-09-05T10:11:12.000Z',
      site: 'Društvo',
      url: 'https://drustvo.si',
      controller: 'Zveza društev',
      language: 'it',
      revision: 'rev1',
      policyVersion: '3',
      granted: ['necessary', 'analytics', 'matomo'],
      denied: ['embeds', 'youtube'],
      method: 'save',
      version: expect.any(String) as string,
    })
  })

  test.each<['acceptAll' | 'rejectAll' | 'withdraw', string]>([
    ['acceptAll', 'accept-all'],
    ['rejectAll', 'reject-all'],
    ['withdraw', 'withdraw'],
  ])('%s is %s', (deed, method) => {
    const consent = consentWith()
    consent[deed]()
    expect(receiptOf(consent)).toMatchObject({ method, language: 'sl' })
  })

  test('says that nobody was asked where a script decided, and no version where the policy has none', () => {
    const consent = consentWith([], '')
    consent.acceptAll()
    expect(receiptOf(consent)).toHaveProperty('language', 'und')
    expect(receiptOf(consent)).not.toHaveProperty('policyVersion')
    expect(receiptOf(consent)).toMatchObject({ method: 'accept-all' })
  })

  test.each(['', '.vst1.kabc00'])('of a choice that was written by hand says that it is not known how: »…%s«', (more) => {
    const receipt = receiptOf(consentWith([`1.n1.f0.a1.m0.e0.t${NOW.toString(36)}.rrev1${more}`]))
    expect(receipt).toMatchObject({ method: 'unknown', granted: ['necessary', 'analytics', 'matomo'] })
    expect(receipt).toHaveProperty('language', 'und')
  })

  test('is the same on the next page, and as JSON', () => {
    const stored: string[] = []
    const consent = consentWith(stored)
    consent.acceptAll()
    const receipt = receiptOf(consent)
    expect(receiptOf(consentWith(stored))).toEqual(receipt)
    expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt)
  })
})
