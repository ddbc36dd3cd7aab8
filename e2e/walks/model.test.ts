import { describe, expect, test } from 'vitest'
import { expectationsOf } from './model.js'
import type { Step } from './steps.js'

const after = (...steps: Step[]) => expectationsOf(steps).at(-1)!

const EVERYTHING = ['functional', 'analytics', 'marketing', 'embeds', 'klepet', 'stevec', 'oglasi', 'video']

describe('what has to hold on a walk', () => {
  test('nothing, before an answer', () => {
    const { cookie, record, tabs } = after()
    expect({ cookie, record, tabs }).toEqual({
      cookie: '',
      record: false,
      tabs: [{ view: 0, granted: [], shown: 'banner', choice: 'unset', ran: [], live: [], fetched: [], placeholders: 1 }],
    })
  })

  test('everything that stands there, once all is accepted', () => {
    const { cookie, record, tabs } = after({ do: 'accept', tab: 0 })
    expect(cookie).toBe('1.n1.f1.a1.m1.e1')
    expect(record).toBe(true)
    expect(tabs[0]).toMatchObject({ view: 0, granted: EVERYTHING, ran: ['oboje', 'stevec', 'vrstica'], live: ['okvir', 'slika'], choice: 'all' })
  })

  test('a page on which something ran is loaded anew by a withdrawal, and one with pictures and frames alone is not', () => {
    const withdrawn = after({ do: 'accept', tab: 0 }, { do: 'withdraw', tab: 0 })
    expect(withdrawn.record).toBe(false)
    expect(withdrawn.tabs[0]).toMatchObject({ view: 1, granted: [], ran: [], fetched: [], choice: 'none' })
    const embeds = { categories: { embeds: true }, services: {} }
    const frame = after({ do: 'save', tab: 0, decision: embeds }, { do: 'withdraw', tab: 0 })
    expect(frame.tabs[0]).toMatchObject({ view: 0, live: [], fetched: ['okvir'], placeholders: 1 })
  })

  test('a second tab follows the first', () => {
    const { tabs } = after({ do: 'open' }, { do: 'accept', tab: 1 }, { do: 'withdraw', tab: 0 })
    expect(tabs.map(({ view, granted }) => ({ view, granted }))).toEqual([{ view: 1, granted: [] }, { view: 1, granted: [] }])
  })

  test('nothing, where the cookie is gone, damaged or too old, and what ran has run', () => {
    const lost: Step[] = [{ do: 'delete' }, { do: 'damage', how: 'cut' }, { do: 'wait', days: 200 }]
    for (const step of lost) {
      const { tabs } = after({ do: 'accept', tab: 0 }, step)
      expect(tabs[0]).toMatchObject({ view: 0, granted: [], live: [], ran: ['oboje', 'stevec', 'vrstica'], shown: 'banner' })
    }
    expect(after({ do: 'accept', tab: 0 }, { do: 'wait', days: 100 }).tabs[0]!.granted).toEqual(EVERYTHING)
  })

  test('an embed alone, where that is allowed before the question is answered', () => {
    const { cookie, tabs } = after({ do: 'always', tab: 0 })
    expect(cookie).toBe('1.n1.f0.a0.m0.e0.o.video~1')
    expect(tabs[0]).toMatchObject({ granted: ['video'], shown: 'banner', choice: 'unset' })
    expect(after({ do: 'once', tab: 0 }, { do: 'reload', tab: 0 }).tabs[0]).toMatchObject({ live: [], fetched: [] })
  })

  test('a category in which something is new waits until it is asked about, whatever else is answered', () => {
    const changed: Step[] = [{ do: 'accept', tab: 0 }, { do: 'change', inventory: 1 }]
    const waiting = after(...changed).tabs[0]!
    expect(waiting.shown).toBe('banner')
    expect(waiting.granted).toEqual(EVERYTHING.filter((id) => id !== 'analytics' && id !== 'stevec'))
    expect(after(...changed, { do: 'save', tab: 0, decision: { categories: { embeds: true }, services: {} } }).cookie).toBe('1.n1.f1.a0.m1.e1')
    expect(after(...changed, { do: 'accept', tab: 0 }).tabs[0]!.ran).toContain('toplota')
  })

  test('other words ask nobody again', () => {
    const { tabs } = after({ do: 'accept', tab: 0 }, { do: 'change', inventory: 2 })
    expect(tabs[0]).toMatchObject({ granted: EVERYTHING, shown: 'closed' })
  })

  test('back leads to where the walk has been and no further', () => {
    expect(after({ do: 'back', tab: 0 }).tabs[0]!.view).toBe(0)
    const { tabs } = after({ do: 'accept', tab: 0 }, { do: 'go', tab: 0, page: 1 }, { do: 'back', tab: 0 }, { do: 'forward', tab: 0 })
    expect(tabs[0]).toMatchObject({ view: 3, live: ['slika'] })
  })
})
