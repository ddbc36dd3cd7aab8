import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Consent } from '../core/consent/types'
import { attend } from './attend'
import { declareIn } from './declareIn'
import { DENIED, isGranted, liveConsent, onChange } from './liveConsent'

// It brings no types along.
const { JSDOM } = await vi.importActual<{ JSDOM: new (html: string) => { window: Window & typeof globalThis } }>('jsdom')

const granted = new Set<string>()
const deeds = { acceptAll: vi.fn(), save: vi.fn(), rescan: vi.fn(), openPreferences: vi.fn() }

const running = (more: object = {}) =>
  ({
    ready: Promise.resolve(),
    inventory: { services: [{ id: 'youtube' }] },
    needsChoice: true,
    choice: undefined,
    granted: (id: string) => granted.has(id),
    ...deeds,
    ...more,
  }) as unknown as Consent

const say = (type: string, detail: object = {}) => document.dispatchEvent(new window.CustomEvent(`privolim:${type}`, { detail }))

beforeEach(() => {
  const { window } = new JSDOM('<!doctype html><div id="privolim"></div>')
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', window.document)
  granted.clear()
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

test('an element by that name is not what runs', () => {
  expect(liveConsent()).toBe(DENIED)
})

test('everything is denied until the inventory has been read', () => {
  granted.add('youtube')
  window.privolim = running({ inventory: undefined })
  expect(liveConsent()).toBe(DENIED)
})

test('is the same object until something has changed', () => {
  window.privolim = running()
  const before = liveConsent()
  expect(before).toMatchObject({ ready: true, needsChoice: true })
  expect(liveConsent()).toBe(before)
  granted.add('youtube')
  const after = liveConsent()
  expect(after).not.toBe(before)
  expect(after.granted('youtube')).toBe(true)
  expect(liveConsent()).toBe(after)
  window.privolim = running()
  expect(liveConsent()).not.toBe(after)
})

test('hears of a start and of changes, until it is let go of', async () => {
  const listener = vi.fn()
  const end = onChange(listener)
  say('ready')
  await Promise.resolve()
  say('change')
  expect(listener).toHaveBeenCalledTimes(2)
  end()
  say('ready')
  say('change')
  await Promise.resolve()
  expect(listener).toHaveBeenCalledTimes(2)
})

test('deeds reach what runs, and say so where nothing runs', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  DENIED.acceptAll()
  await DENIED.openPreferences()
  expect(warn).toHaveBeenCalledTimes(2)
  expect(warn).toHaveBeenCalledWith('Privolim:', expect.stringContaining('start(popis)'))
  window.privolim = running()
  DENIED.acceptAll()
  DENIED.save({ services: { youtube: true } })
  expect(deeds.acceptAll).toHaveBeenCalledOnce()
  expect(deeds.save).toHaveBeenCalledWith({ services: { youtube: true } })
  // An inventory that is wrong has been told of; a click does not throw it into the page.
  deeds.openPreferences.mockRejectedValue(new Error('inventory'))
  await expect(DENIED.openPreferences()).resolves.toBeUndefined()
})

test('all ids of a mark must be granted, and no id is none', () => {
  granted.add('youtube')
  window.privolim = running()
  expect(['youtube', ' youtube ', 'youtube vimeo', '', undefined].map((id) => isGranted(id, liveConsent()))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

const place = (html: string) => {
  const made = document.createElement('div')
  made.innerHTML = html
  document.body.append(made)
  return made
}

test('a frame that is held back is marked, one whose service is granted is not', () => {
  window.privolim = running()
  const asked = { service: 'youtube', shown: false, framed: true, focus: { current: false }, showOnce: vi.fn() }
  const held = place('<iframe></iframe>')
  attend(held, asked)()
  expect(held.innerHTML).toBe('<iframe data-privolim="youtube"></iframe>')
  expect(deeds.rescan.mock.calls.map(([root]) => root === held)).toEqual([true])
  granted.add('youtube')
  const free = place('<iframe></iframe>')
  attend(free, asked)()
  expect(free.innerHTML).toBe('<iframe></iframe>')
})

test('the answers of a fallback are understood as those of the placeholder, until it is left', () => {
  const asked = { service: 'youtube', shown: false, framed: false, focus: { current: false }, showOnce: vi.fn() }
  const held = place('<b>x</b><button data-privolim-action="load-once"><i>Pokaži</i></button>')
  const click = (what: string) => held.querySelector(what)!.dispatchEvent(new window.Event('click', { bubbles: true, composed: true }))
  const end = attend(held, asked)
  click('b')
  expect(asked.showOnce).not.toHaveBeenCalled()
  click('i')
  expect(asked.showOnce).toHaveBeenCalledExactlyOnceWith(true)
  expect(asked.focus.current).toBe(true)
  end()
  click('i')
  expect(asked.showOnce).toHaveBeenCalledOnce()
})

test('what was shown once goes with a refusal, and with nothing else', () => {
  const asked = { service: 'youtube', shown: true, framed: true, focus: { current: true }, showOnce: vi.fn() }
  const shown = place('<p>Besedilo</p>')
  const end = attend(shown, asked)
  expect(document.activeElement).toBe(shown)
  expect(asked.focus.current).toBe(false)
  for (const method of ['save', 'embed', 'accept-all', 'other-tab']) say('change', { method })
  expect(asked.showOnce).not.toHaveBeenCalled()
  say('change', { method: 'withdraw' })
  say('change', { method: 'reject-all' })
  expect(asked.showOnce.mock.calls).toEqual([[false], [false]])
  end()
  say('change', { method: 'withdraw' })
  expect(asked.showOnce).toHaveBeenCalledTimes(2)
})

test('a place for the declaration is marked once, with the level of its headings', () => {
  window.privolim = running()
  const empty = place('')
  declareIn(empty, 2)
  declareIn(empty, 2)
  expect(empty.outerHTML).toBe('<div data-privolim-declaration=""><h2></h2></div>')
  expect(deeds.rescan.mock.calls.map(([root]) => root === empty)).toEqual([true])
})
