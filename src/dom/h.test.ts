import { beforeEach, describe, expect, test, vi } from 'vitest'
import { append, type Child, h } from './h'

// It brings no types along.
const { JSDOM } = await vi.importActual<{ JSDOM: new (html: string) => { window: Window & typeof globalThis } }>('jsdom')

beforeEach(() => {
  vi.stubGlobal('document', new JSDOM('<body></body>').window.document)
})

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</p><script>alert(1)</script>',
  '&lt;b&gt; &amp; "in" \'narekovaji\'',
  '<!-- -->',
  ']]>',
]

describe('a child', () => {
  test.each(HOSTILE)('stays text: %s', (text) => {
    const made = h('p', null, text)
    expect(made.textContent).toBe(text)
    expect(made.childNodes.length).toBe(1)
    expect(made.firstChild!.nodeType).toBe(document.TEXT_NODE)
  })

  test.each<[Child, string]>([
    [false, ''],
    [undefined, ''],
    [null, ''],
    ['', ''],
    [[], ''],
    [0, '0'],
    [7, '7'],
    ['0', '0'],
    [['a', false, ['b', [undefined, 0]]], 'ab0'],
  ])('%j is »%s«', (child, text) => {
    const made = h('p', null, child)
    expect(made.textContent).toBe(text)
    expect(made.children.length).toBe(0)
  })

  test('may be an element, which is put there itself', () => {
    const inner = h('b', null, 'in')
    const made = h('p', null, 'a ', inner, ' b', [h('i', null, 'c'), false])
    expect(made.outerHTML).toBe('<p>a <b>in</b> b<i>c</i></p>')
    expect(made.querySelector('b')).toBe(inner)
  })
})

describe('an attribute', () => {
  test('has its name in HTML', () => {
    const made = h('a', { href: '/zasebnost', class: 'x', 'data-privolim-action': 'save' })
    expect(made.outerHTML).toBe('<a href="/zasebnost" class="x" data-privolim-action="save"></a>')
  })

  test.each(HOSTILE)('stays text: %s', (text) => {
    const made = h('p', { 'aria-label': text })
    expect(made.getAttribute('aria-label')).toBe(text)
    expect(made.getAttributeNames()).toEqual(['aria-label'])
    expect(made.childNodes.length).toBe(0)
  })

  test.each<[unknown, string | null]>([
    [true, ''],
    [false, null],
    [undefined, null],
    ['', ''],
    [0, '0'],
    [2, '2'],
    ['false', 'false'],
  ])('%j is %j', (value, written) => {
    expect(h('input', { hidden: value }).getAttribute('hidden')).toBe(written)
  })
})

describe('a listener', () => {
  test('listens, and is no attribute', () => {
    const heard: string[] = []
    const made = h('button', { onClick: ({ type }: Event) => void heard.push(type) })
    expect(made.getAttributeNames()).toEqual([])
    made.click()
    expect(heard).toEqual(['click'])
  })

  test('listens to the event of its name', () => {
    const heard: string[] = []
    const hear = ({ type }: Event) => void heard.push(type)
    const made = h('input', { onInput: hear, onChange: hear, onKeydown: hear })
    const page = document.defaultView as Window & typeof globalThis
    for (const type of ['input', 'change', 'keydown', 'click']) made.dispatchEvent(new page.Event(type))
    expect(heard).toEqual(['input', 'change', 'keydown'])
  })

  test('that is not there is none', () => {
    const made = h('button', { onClick: undefined })
    expect(made.getAttributeNames()).toEqual([])
    expect(() => made.click()).not.toThrow()
  })
})

describe('a component', () => {
  interface Properties {
    readonly title: string
    readonly children?: readonly Child[]
  }
  const Box = ({ title, children = [] }: Properties) => h('section', { title }, children)

  test('makes its element of properties and children', () => {
    const made = h(Box, { title: '<b>' }, h('i', null, 'a'), false, '<u>')
    expect(made.title).toBe('<b>')
    expect(made.innerHTML).toBe('<i>a</i>&lt;u&gt;')
    expect(h(Box, { title: 'x' }).outerHTML).toBe('<section title="x"></section>')
  })
})

describe('append', () => {
  test('appends what is there, in order, after what there was', () => {
    const place = h('p', null, 'a')
    append(place, ['b', false, h('i', null, 'c'), [0, null, ['<d>']]])
    expect(place.innerHTML).toBe('ab<i>c</i>0&lt;d&gt;')
  })
})
