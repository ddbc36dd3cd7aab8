import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeOut } from '../core/inventory/writeOut'
import { declaresHost, declaresRecord } from './declares'
import { foreignHostOf } from './hosts'
import { leaksOn } from './leaks'

// It brings no types along.
const { JSDOM } = await vi.importActual<{
  JSDOM: new (html: string, options: { url: string }) => { window: Window & typeof globalThis }
}>('jsdom')

const record = (name: string, storage?: 'localStorage') => ({ name, purpose: 'x', duration: '1 leto', ...(storage && { storage }) })

const inventory = writeOut({
  controller: { name: 'Društvo' },
  cookies: [record('seja')],
  services: [
    {
      id: 'stevec',
      category: 'analytics',
      provider: { name: 'Števec' },
      hosts: ['stevec.example', '*.oblak.example'],
      cookies: [record('_s_*'), record('s.zapis', 'localStorage')],
    },
  ],
})

beforeEach(() => vi.stubGlobal('location', new URL('https://drustvo.si/novice/')))
afterEach(() => vi.unstubAllGlobals())

test.each([
  ['cookie', 'seja', true],
  ['cookie', 'privolim', true],
  ['cookie', '_s_12', true],
  ['cookie', '_s', false],
  ['cookie', 's.zapis', false],
  ['localStorage', 's.zapis', true],
  ['localStorage', 'sxzapis', false],
  ['localStorage', 'privolim', false],
  ['indexedDB', 'seja', false],
] as const)('a record in %s called »%s« is declared: %s', (kind, name, declared) => {
  expect(declaresRecord(inventory, kind, name)).toBe(declared)
})

test.each([
  ['stevec.example', true],
  ['a.stevec.example', false],
  ['oblak.example', true],
  ['a.b.oblak.example', true],
  ['zloblak.example', false],
])('the host %s is declared: %s', (host, declared) => {
  expect(declaresHost(inventory, host)).toBe(declared)
})

test.each([
  ['https://stevec.example/a.js', 'stevec.example'],
  ['//stevec.example/a.js', 'stevec.example'],
  ['https://drustvo.si/a.js', ''],
  ['/a.js', ''],
  ['data:text/plain,x', ''],
  ['blob:https://drustvo.si/1', ''],
  ['https://[', ''],
])('%s is fetched from »%s«', (address, host) => {
  expect(foreignHostOf(address)).toBe(host)
})

describe('markup that asks before consent', () => {
  const leaksIn = (html: string, held = true) => leaksOn(new JSDOM(html, { url: 'https://drustvo.si/' }).window.document, () => held)

  test.each(['preconnect', 'dns-prefetch', 'preload', 'prefetch', 'modulepreload'])('a hint: %s', (rel) => {
    const html = `<link rel="${rel}" href="https://stevec.example/a.js">`
    expect(leaksIn(html)).toEqual([{ kind: 'hint', name: 'stevec.example', detail: rel }])
    expect(leaksIn(html, false)).toEqual([])
  })

  test('a pixel and a frame in noscript', () => {
    const html = `<body><noscript><img src="https://pika.example/1.gif"><iframe src=//okvir.example/x></iframe></noscript>`
    expect(leaksIn(html).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['noscript pika.example', 'noscript okvir.example'])
  })

  test('nothing of the page itself, and nothing that is marked', () => {
    const html = `<link rel="preload" href="/a.js"><link rel="stylesheet" href="https://stevec.example/a.css">
      <link rel="preload" data-privolim="stevec" href="https://stevec.example/b.js"><noscript><img src="/a.gif">Besedilo</noscript>`
    expect(leaksIn(html)).toEqual([])
  })
})
