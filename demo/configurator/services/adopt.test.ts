import { describe, expect, test } from 'vitest'
import type { Imported } from '../tools'
import { adopt, chooseSure } from './adopt'

const from = { kind: 'table', text: '' } as const
const imported: Imported = {
  inventory: {},
  retention: [],
  cookies: [
    { name: '_t', purpose: 'Prijava.', duration: '1440 ur', confidence: 0.95, from },
    { name: '_ga', purpose: 'Obisk.', duration: '2 leti', confidence: 0.95, from },
    { name: 'dvomljivo', confidence: 0.3, from },
  ],
  services: [
    { id: 'ga4', account: 'G-1234567', role: 'service', confidence: 0.9, from },
    { id: 'mailchimp', role: 'recipient', confidence: 0.9, from },
  ],
  controller: { name: 'Društvo', email: 'a@b.si' },
  policy: { date: '2026-01-01' },
  unread: [],
}

describe('adopt', () => {
  const whole = adopt({ controller: { name: 'Že vpisano' } }, imported, chooseSure(imported))

  test('takes what is sure, and leaves what is written', () => {
    expect(whole.controller).toEqual({ name: 'Že vpisano', email: 'a@b.si' })
    expect(whole.policy).toEqual({ date: '2026-01-01' })
    expect(whole.services).toEqual([{ use: 'google-analytics', account: 'G-1234567' }])
  })

  test('does not enter a record of a service among the own ones', () => {
    expect(whole.cookies).toEqual([{ name: '_t', purpose: 'Prijava.', duration: '1440 ur' }])
  })

  test('a processor without records is a recipient', () => {
    expect(whole.recipients).toHaveLength(1)
  })

  test('adds nothing twice', () => {
    expect(adopt(whole, imported, chooseSure(imported))).toEqual(whole)
  })

  test('rows that were rejected stay out', () => {
    const none = { cookies: new Set<number>(), services: new Set<number>(), facts: false }
    expect(adopt({}, imported, none)).toEqual({})
  })
})
