import { describe, expect, test, vi } from 'vitest'
import { createConsent } from '../../core/consent/createConsent'
import type { CategoryId } from '../../core/inventory/types'
import { writeOut } from '../../core/inventory/writeOut'
import { createDraft } from './draft'

const NOW = 1_795_332_131

const service = (id: string, category: CategoryId) => ({ id, category, provider: { name: 'X' } })

const services = [
  service('forum', 'necessary'),
  service('ga', 'analytics'),
  service('matomo', 'analytics'),
  service('youtube', 'embeds'),
]

const consentWith = (all = services) => {
  const stored: string[] = []
  const storage = {
    read: () => [...stored],
    write(value: string) {
      stored.splice(0, stored.length, value)
      return true
    },
  }
  const inventory = writeOut({ controller: { name: 'Društvo' }, services: all })
  return createConsent({ inventory, revision: 'rev1' }, storage, () => NOW, () => 'sl', false)
}

const fieldsOf = (draft: ReturnType<typeof createDraft>) => {
  const category = (id: CategoryId) => draft.categories.find((one) => one.id === id)!
  const field = (id: string) => draft.categories.flatMap((one) => one.services).find((one) => one.service.id === id)!
  return { category, field }
}

describe('a draft', () => {
  test('has the categories of the inventory in their order, and what is necessary always', () => {
    expect(createDraft(consentWith()).categories.map(({ id }) => id)).toEqual(['necessary', 'analytics', 'embeds'])
    const one = createDraft(consentWith([service('youtube', 'embeds')]))
    expect(one.categories.map(({ id }) => id)).toEqual(['necessary', 'embeds'])
    expect(createDraft(consentWith([])).categories.map(({ id }) => id)).toEqual(['necessary'])
  })

  test('before a choice has nothing optional on', () => {
    const { category, field } = fieldsOf(createDraft(consentWith()))
    expect(['ga', 'matomo', 'youtube'].map((id) => field(id).on())).toEqual([false, false, false])
    expect([category('analytics').on(), category('embeds').on()]).toEqual([false, false])
    expect(field('forum').on()).toBe(true)
  })

  test('begins with what holds now', () => {
    const consent = consentWith()
    consent.save({ categories: { embeds: true }, services: { ga: true } })
    const { category, field } = fieldsOf(createDraft(consent))
    expect(['ga', 'matomo', 'youtube'].map((id) => field(id).on())).toEqual([true, false, true])
    expect([category('analytics').on(), category('embeds').on()]).toEqual([undefined, true])
  })

  test('a category switches all its services, and theirs make up its own', () => {
    const { category, field } = fieldsOf(createDraft(consentWith()))
    category('analytics').set(true)
    expect([field('ga').on(), field('matomo').on(), field('youtube').on()]).toEqual([true, true, false])
    field('ga').set(false)
    expect(category('analytics').on()).toBeUndefined()
    field('matomo').set(false)
    expect(category('analytics').on()).toBe(false)
    field('ga').set(true)
    field('matomo').set(true)
    expect(category('analytics').on()).toBe(true)
    category('analytics').set(false)
    expect([field('ga').on(), field('matomo').on()]).toEqual([false, false])
  })

  test('is shown at once and after every edit, to everybody who follows', () => {
    const draft = createDraft(consentWith())
    const { category, field } = fieldsOf(draft)
    const first = vi.fn<() => void>()
    const seen: unknown[] = []
    draft.follow(first)
    draft.follow(() => seen.push(category('analytics').on()))
    field('ga').set(true)
    category('analytics').set(true)
    expect(first).toHaveBeenCalledTimes(3)
    expect(seen).toEqual([false, undefined, true])
  })

  test('nothing of it holds before it is saved, and dropped it leaves nothing', () => {
    const consent = consentWith()
    fieldsOf(createDraft(consent)).category('analytics').set(true)
    expect(consent.choice).toBeUndefined()
    expect(consent.granted('ga')).toBe(false)
    expect(fieldsOf(createDraft(consent)).category('analytics').on()).toBe(false)
  })
})

describe('saving', () => {
  test('holds as it was drafted, service by service', () => {
    const consent = consentWith()
    const draft = createDraft(consent)
    const { category, field } = fieldsOf(draft)
    category('embeds').set(true)
    field('ga').set(true)
    draft.save()
    expect(['ga', 'matomo', 'youtube'].filter(consent.granted)).toEqual(['ga', 'youtube'])
    // A category of which only some are on is not on: what comes into it later was not asked about.
    expect(consent.choice).toMatchObject({
      categories: { necessary: true, analytics: false, embeds: true, functional: false, marketing: false },
      services: { ga: true },
      way: 'save_sl',
    })
  })

  test('as it was opened refuses everything, before a first choice', () => {
    const consent = consentWith()
    createDraft(consent).save()
    expect(['ga', 'matomo', 'youtube'].filter(consent.granted)).toEqual([])
    expect(consent.needsChoice).toBe(false)
    expect(consent.choice?.services).toEqual({})
  })

  test('takes back what was granted before', () => {
    const consent = consentWith()
    consent.acceptAll()
    const draft = createDraft(consent)
    const { category, field } = fieldsOf(draft)
    category('embeds').set(false)
    field('matomo').set(false)
    draft.save()
    expect(['ga', 'matomo', 'youtube'].filter(consent.granted)).toEqual(['ga'])
  })

  test('says nothing about what is necessary', () => {
    const consent = consentWith()
    const save = vi.fn<typeof consent.save>()
    createDraft({ ...consent, inventory: consent.inventory, save }).save()
    expect(save.mock.calls).toEqual([
      [{ categories: { analytics: false, embeds: false }, services: { ga: false, matomo: false, youtube: false } }],
    ])
  })
})
