import { describe, expect, test, vi } from 'vitest'
import { toHtml } from './toHtml'
import type { Tree } from './tree'

// It brings no types along.
const { JSDOM } = await vi.importActual<{ JSDOM: new (html?: string) => { window: Window & typeof globalThis } }>('jsdom')

const parse = (html: string) => new JSDOM(html).window.document.body

describe('toHtml', () => {
  test('puts elements that hold elements over several lines, and text on one', () => {
    const tree: Tree = ['section', {}, ['h3', {}, 'A'], ['dl', {}, ['dt', {}, 'b'], ['dd', {}, ['em', {}, 'c'], ' d']], ['hr', {}]]
    expect(toHtml(tree)).toBe(
      '<section>\n  <h3>A</h3>\n  <dl>\n    <dt>b</dt>\n    <dd><em>c</em> d</dd>\n  </dl>\n  <hr>\n</section>',
    )
  })

  test('writes an attribute without a value by its name', () => {
    expect(toHtml(['div', { 'data-a': '', 'lang': 'sl' }])).toBe('<div data-a lang="sl">\n</div>')
  })

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['&amp; & &lt;', '&amp;amp; &amp; &amp;lt;'],
    ['"x\' onload="y', '"x\' onload="y'],
    ['</p><!--', '&lt;/p&gt;&lt;!--'],
    ['2\u00a0leti', '2&nbsp;leti'],
    ['\u202eabc\u2066', '\u202eabc\u2066'],
    ['a\r\nb', 'a&#13;\nb'],
    ['a\0b', 'a\ufffdb'],
  ])('of the text %j makes text', (text, html) => {
    expect(toHtml(['p', {}, text])).toBe(`<p>${html}</p>`)
    const [made] = parse(toHtml(['p', {}, text])).children
    expect(made!.children).toHaveLength(0)
    expect(made!.textContent).toBe(text.replace('\0', '\ufffd'))
  })

  test.each(['"><script>', "' onclick='x", '&quot;', '<', '\u202e', 'a\nb'])('of the value %j makes a value', (value) => {
    const [made] = parse(toHtml(['td', { 'data-head': value }]).replace('<td', '<p')).children
    expect([...made!.attributes].map(({ name, value: is }) => [name, is])).toEqual([['data-head', value]])
    expect(made!.children).toHaveLength(0)
  })
})
