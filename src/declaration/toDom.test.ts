import * as fc from 'fast-check'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { CATEGORIES, type Inventory } from '../core/inventory/types'
import { writeOut } from '../core/inventory/writeOut'
import { declare } from '../tools/declaration/declare'
import { wordsIn } from '../tools/declaration/languages'
import { toHtml } from '../tools/declaration/toHtml'
import type { Tree } from '../tools/declaration/tree'
import { toDom } from './toDom'

// It brings no types along.
const { JSDOM } = await vi.importActual<{ JSDOM: new (html?: string) => { window: Window & typeof globalThis } }>('jsdom')

const { document } = new JSDOM().window
vi.stubGlobal('document', document)
afterAll(() => vi.unstubAllGlobals())

const words = wordsIn('sl')

// A NUL is in no page: parsers drop it.
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('<b>x</b>', '&amp;', '"\'>', '\u202e', '</script>', 'a\r\nb', '\n', '\u00a0', '<!--', ']]>'),
  )
  .map((one) => one.replaceAll('\0', '') || 'x')
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 })
const address = fc.oneof(text, fc.constantFrom('https://x.si/?a=1&b="', '/a', 'javascript:alert(1)', 'mailto:a@x.si'))
const provider = {
  name: text,
  country: fc.constantFrom('SI', 'US', 'IE/US'),
  privacyUrl: address,
  transfer: text,
}
const record = fc.record(
  { name: text, purpose: text, duration: text, party: fc.constantFrom('first', 'third'), storage: fc.constantFrom('pixel') },
  { requiredKeys: ['name', 'purpose', 'duration'] },
)
const service = fc.record(
  {
    id: text,
    name: text,
    category: fc.constantFrom(...CATEGORIES),
    purpose: fc.oneof(text, fc.record({ sl: text })),
    provider: fc.record(provider, { requiredKeys: ['name'] }),
    cookies: some(record),
    note: text,
  },
  { requiredKeys: ['id', 'category', 'provider'] },
)
const contact = { name: text, email: text, phone: text }
const controller = fc.record(
  { ...contact, address: text, contact: fc.record(contact, { requiredKeys: [] }) },
  { requiredKeys: ['name'] },
)
const inventory: fc.Arbitrary<Inventory> = fc
  .record(
    {
      controller,
      services: some(service),
      recipients: some(fc.record({ ...provider, purpose: text, note: text }, { requiredKeys: ['name', 'purpose'] })),
      policy: fc.record({ date: fc.constant('2026-03-05') }, { requiredKeys: [] }),
      cookies: some(record),
    },
    { requiredKeys: ['controller'] },
  )
  .map(writeOut)
const choice = fc.option(fc.record({ said: text, when: fc.oneof(text, fc.constant('')) }), { nil: undefined })

/** What a parser makes of the HTML, without the white space between the lines. */
const parsed = (html: string) => {
  const place = document.createElement('div')
  place.innerHTML = html
  const [made] = place.children
  for (const laidOut of [made!, ...made!.querySelectorAll('div,section,table,thead,tbody,tr,dl,ul')])
    for (const child of Array.from(laidOut.childNodes))
      if (child.nodeType === 3 && /^\n *$/.test(child.textContent!)) child.remove()
  return made!
}

const inDom = (tree: Tree) => {
  const made = toDom(tree)
  made.normalize()
  return made
}

describe('what visitors see and what stands in the page', () => {
  test('are the same tree, whatever the inventory says', () => {
    fc.assert(
      fc.property(inventory, fc.constantFrom(2, 3, 4), choice, (one, level, said) => {
        const tree: Tree = ['div', { lang: 'sl' }, ...declare(one, words, level, said)]
        const made = inDom(tree)
        expect(parsed(toHtml(tree)).outerHTML).toBe(made.outerHTML)
        expect(parsed(toHtml(tree)).isEqualNode(made)).toBe(true)
        for (const link of made.querySelectorAll('[href]'))
          expect(link.getAttribute('href')).not.toMatch(/^\W*javascript:/i)
      }),
      { numRuns: 300 },
    )
  })

  test('differ only where the choice is', () => {
    fc.assert(
      fc.property(inventory, (one) => {
        const still = declare(one, words, 3)
        const live = declare(one, words, 3, { said: 'x', when: 'y' })
        const isAsked = still.some(([tag]) => tag === 'noscript')
        expect(live.slice(isAsked ? 2 : 0)).toEqual(still.slice(isAsked ? 3 : 0))
      }),
      { numRuns: 100 },
    )
  })
})

test('text is text', () => {
  const made = toDom(['p', { title: '"<b>' }, '<img src=x>', ['em', {}, '&amp;']])
  expect(made.outerHTML).toBe('<p title="&quot;&lt;b&gt;">&lt;img src=x&gt;<em>&amp;amp;</em></p>')
})
