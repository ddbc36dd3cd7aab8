import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeOut } from '../core/inventory/writeOut'
import { declaresHost, declaresRecord } from './declares'
import { foreignHostOf } from './foreignHostOf'
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

  test.each([
    ['script', '<script src="https://stevec.example/a.js"></script>'],
    ['script', '<script type="module" src="https://stevec.example/a.js"></script>'],
    ['script', '<script type="text/JavaScript" src="https://stevec.example/a.js"></script>'],
    ['iframe', '<iframe src="//stevec.example/"></iframe>'],
    ['img', '<img src="https://stevec.example/a.gif">'],
    ['object', '<object data="https://stevec.example/a"></object>'],
    ['link', '<link rel="stylesheet" href="https://stevec.example/a.css">'],
  ])('an element without a mark: %s', (detail, html) => {
    expect(leaksIn(html)).toEqual([{ kind: 'unmarked', name: 'stevec.example', detail }])
    expect(leaksIn(html, false)).toEqual([])
    expect(leaksIn(html.replace(/<\w+/, '$& data-privolim="stevec"'))).toEqual([])
  })

  test('a pixel and a frame in noscript', () => {
    const html = `<body><noscript><img src="https://pika.example/1.gif"><iframe src=//okvir.example/x></iframe></noscript>`
    // Without scripts, as here, they are elements as well.
    const found = leaksIn(html).filter(({ kind }) => kind === 'noscript')
    expect(found.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['noscript pika.example', 'noscript okvir.example'])
  })

  test('nothing of the page itself, and nothing that is marked', () => {
    const html = `<link rel="preload" href="/a.js"><script type="text/plain" src="https://stevec.example/a.js"></script>
      <a href="https://stevec.example/">x</a><link rel="canonical" href="https://stevec.example/"><img src="/a.gif">
      <link rel="preload" data-privolim="stevec" href="https://stevec.example/b.js"><noscript><img src="/a.gif">Besedilo</noscript>`
    expect(leaksIn(html)).toEqual([])
  })
})
