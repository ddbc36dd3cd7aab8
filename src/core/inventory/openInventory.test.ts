import { describe, expect, test, vi } from 'vitest'
import { newSince } from '../../changes'
import { knownToken } from '../../changes/knownToken'
import { complete } from '../../catalogue/googleAnalytics'
import { checkedInventory } from '../../check'
import type { Choice } from '../choice/types'
import type { Loader, StampedInventory } from '../parts'
import { partOf } from './completeUses'
import { openInventory, OPTIONAL } from './openInventory'

const matomo = { id: 'matomo', category: 'analytics', provider: { name: 'InnoCraft Ltd' } }
const youtube = { id: 'youtube', category: 'embeds', provider: { name: 'Google' } }

const inventory = (more: object = {}) => JSON.stringify({ controller: { name: 'Društvo' }, ...more })

const TABLE = inventory({ cookies: [{ name: 'a', purpose: 'b', duration: '1 dan' }] })
const ASKS = inventory({ services: [matomo] })
const USES = inventory({ services: [{ use: 'google-analytics', account: 'G-1' }] })

/** Lends the real parts, and remembers which were asked for. */
const loader = (missing: readonly string[] = []) => {
  const names: string[] = []
  const parts: Readonly<Record<string, unknown>> = {
    check: { checkedInventory },
    ui: { checkedInventory, mount: vi.fn() },
    changes: { knownToken, newSince },
    [partOf('google-analytics')]: { complete },
  }
  const load = (name: string) => {
    names.push(name)
    return missing.includes(name) || !parts[name] ? Promise.reject(new Error('404')) : Promise.resolve(parts[name])
  }
  return { load: load as Loader, names }
}

const choice: Choice = {
  categories: { necessary: true, functional: false, analytics: true, marketing: false, embeds: false },
  services: {},
  time: 1_795_332_131,
  revision: 'other',
  open: false,
  way: 'save_sl',
  stamp: 'other',
  known: '',
}

/** What is opened by one who has never chosen. */
const opened = (text: string) => Promise.resolve(openInventory(text, undefined, loader().load, 'ui'))

/** A choice that was made about an inventory. */
const choiceOf = ({ revision, stamp, inventory: { services } }: StampedInventory): Choice => ({
  ...choice,
  revision,
  stamp,
  known: knownToken(services),
})

describe('the very text that the choice was made about', () => {
  test('is open at once, and nothing is loaded', async () => {
    const first = await opened(ASKS)
    const { load, names } = loader()
    const again = openInventory(ASKS, choiceOf(first), load, 'check')
    expect(again).not.toBeInstanceOf(Promise)
    expect(again).toEqual(first)
    expect(names).toEqual([])
  })

  test('is completed where something is used, but not checked', async () => {
    const first = await opened(USES)
    const { load, names } = loader()
    const again = openInventory(USES, choiceOf(first), load, 'check')
    expect(again).toBeInstanceOf(Promise)
    expect(await again).toEqual(first)
    expect(names).toEqual([partOf('google-analytics')])
  })

  test('one character more is another text', async () => {
    const first = await opened(ASKS)
    const { load, names } = loader()
    const again = await openInventory(`${ASKS} `, choiceOf(first), load, 'check')
    expect(names).toEqual(['check'])
    expect(again.stamp).not.toBe(first.stamp)
    expect(again).toEqual({ ...first, since: first.revision, stamp: again.stamp })
  })
})

describe('what is loaded', () => {
  test.each<[string, string, Choice | undefined, 'ui' | 'check']>([
    ['with the question', ASKS, undefined, 'ui'],
    ['alone', ASKS, undefined, 'check'],
    ['alone where a choice is stored', ASKS, { ...choice, revision: 'x' }, 'check'],
    ['alone for a bare table', TABLE, undefined, 'check'],
    ['with the question for a table that asks', inventory({ services: [youtube] }), undefined, 'ui'],
  ])('the check, %s', async (_name, text, stored, part) => {
    const { load, names } = loader()
    await openInventory(text, stored, load, part)
    expect(names[0]).toBe(part)
    expect(names.filter((name) => name === 'ui' || name === 'check')).toHaveLength(1)
  })

  test('the check, and then what completes the inventory', async () => {
    const { load, names } = loader()
    const opening = openInventory(USES, undefined, load, 'check')
    expect(names).toEqual(['check'])
    await opening
    expect(names).toEqual(['check', partOf('google-analytics')])
  })

  test.each(['ui', 'check'] as const)('is the same inventory, whichever file checks it: %s', async (part) => {
    expect(await openInventory(USES, undefined, loader().load, part)).toEqual(await opened(USES))
  })
})

describe('whether an inventory may ask', () => {
  test.each<[string, string]>([
    ['for a service of the catalogue', USES],
    ...['functional', 'analytics', 'marketing', 'embeds'].map((category): [string, string] => [
      `for ${category}`,
      inventory({ services: [{ ...matomo, category }] }),
    ]),
    ['for a row of a bare table', inventory({ cookies: [{ name: 'a', purpose: 'b', duration: 'c', category: 'embeds' }] })],
  ])('it may, %s', (_name, text) => {
    expect(text).toMatch(OPTIONAL)
  })

  test.each<[string, string]>([
    ['without a service', inventory()],
    ['with a bare table', TABLE],
    ['with what is necessary alone', inventory({ services: [{ ...matomo, category: 'necessary' }] })],
    ['with a sentence that has the word in it', inventory({ site: { name: 'Vse o "marketingu" in analytics' } })],
  ])('it does not, %s', (_name, text) => {
    expect(text).not.toMatch(OPTIONAL)
  })
})

describe('what has changed since the choice', () => {
  test('nothing, where there is no choice', async () => {
    const { load, names } = loader()
    expect((await openInventory(ASKS, undefined, load, 'ui')).news).toBeUndefined()
    expect(names).not.toContain('changes')
  })

  test('nothing, by the revision alone', async () => {
    const first = await opened(ASKS)
    const { load, names } = loader()
    const reworded = inventory({ services: [{ ...matomo, name: 'Štetje' }], policy: { url: '/zasebnost' } })
    const again = await openInventory(reworded, choiceOf(first), load, 'check')
    expect(again.revision).toBe(first.revision)
    expect(again.news).toBeUndefined()
    expect(names).toEqual(['check'])
  })

  test('what is new is named', async () => {
    const first = await opened(ASKS)
    const { load, names } = loader()
    const again = await openInventory(inventory({ services: [matomo, youtube] }), choiceOf(first), load, 'check')
    expect(again.revision).not.toBe(first.revision)
    expect(again.news?.services.map(({ id }) => id)).toEqual(['youtube'])
    expect(names).toEqual(['check', 'changes'])
  })

  test('what is gone is not', async () => {
    const first = await opened(inventory({ services: [matomo, youtube] }))
    const again = await openInventory(ASKS, choiceOf(first), loader().load, 'check')
    expect(again.revision).not.toBe(first.revision)
    expect(again.news).toBeUndefined()
  })

  test('everything, where the choice does not know what was known', async () => {
    const again = await openInventory(ASKS, choice, loader().load, 'check')
    expect(again.news?.services.map(({ id }) => id)).toEqual(['matomo'])
  })
})

describe('what is opened', () => {
  test('has its defaults, a revision and a stamp', async () => {
    const { inventory: whole, revision, stamp } = await opened(ASKS)
    expect(whole).toMatchObject({ validFor: 'P6M', services: [{ id: 'matomo', cookies: [] }] })
    expect(revision).toMatch(/^[0-9a-z]{1,7}$/)
    expect(stamp).toMatch(/^[0-9a-z]{1,7}$/)
  })

  test('has what the catalogue knows', async () => {
    const { inventory: whole } = await opened(USES)
    expect(whole.services).toMatchObject([{ id: 'google-analytics', category: 'analytics', account: 'G-1' }])
  })
})

describe('what is refused', () => {
  test.each(['', '{', 'null,', '{"controller":{"name":"x"},}', '<!doctype html>'])('no JSON: »%s«', async (text) => {
    const open = async () => openInventory(text, undefined, loader().load, 'ui')
    await expect(open()).rejects.toThrow(SyntaxError)
  })

  test.each<[string, object]>([
    ['null', { code: 'type', path: '' }],
    ['[]', { code: 'type', path: '' }],
    ['{}', { code: 'required', path: 'controller' }],
    [inventory({ services: [{ use: 7 }] }), { code: 'required', path: 'services[0].id' }],
    [inventory({ services: [matomo, matomo] }), { code: 'duplicate-id', path: 'services[1].id' }],
  ])('%s', async (text, issue) => {
    const open = async () => openInventory(text, undefined, loader().load, 'ui')
    const issues = expect.arrayContaining([expect.objectContaining(issue)]) as unknown
    await expect(open()).rejects.toMatchObject({ issues })
  })

  test('a service that the catalogue does not know', async () => {
    const text = inventory({ services: [matomo, { use: 'piwik' }] })
    const open = async () => openInventory(text, undefined, loader().load, 'ui')
    await expect(open()).rejects.toMatchObject({
      issues: [{ code: 'use-unknown', path: 'services[1].use', expected: 'piwik' }],
    })
  })

  test('whatever cannot be checked', async () => {
    const open = async () => openInventory(ASKS, undefined, loader(['ui', 'check']).load, 'ui')
    await expect(open()).rejects.toThrow('404')
  })

  test('nothing is left to reject by itself where no file at all can be loaded', async () => {
    const unhandled = vi.fn()
    const others = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', unhandled)
    try {
      const { load } = loader(['ui', 'check', partOf('google-analytics')])
      const open = async () => openInventory(USES, undefined, load, 'ui')
      await expect(open()).rejects.toThrow()
      await new Promise((resolve) => setTimeout(resolve, 10))
    } finally {
      process.removeAllListeners('unhandledRejection')
      for (const listener of others) process.on('unhandledRejection', listener)
    }
    expect(unhandled).not.toHaveBeenCalled()
  })
})
