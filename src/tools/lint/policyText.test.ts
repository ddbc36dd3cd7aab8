import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { lintPolicy } from './lintPolicy'
import { policyText } from './policyText'

const parse = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document

describe('the text of a page', () => {
  test.each([
    ['paragraphs', '<p>Ena</p><p>dve\n  tri</p>', 'Ena\ndve tri'],
    ['text in a paragraph', '<p>Ena <b>dve</b>, <a href="/x">tri</a>.</p>', 'Ena dve, tri.'],
    ['breaks', 'Ena<br>dve<br/>tri', 'Ena\ndve\ntri'],
    ['lists', '<ul><li>Ena</li><li>dve</li></ul>', 'Ena\ndve'],
    ['rows', '<table><tr><th>Ime</th><td>Čas</td></tr><tr><td>_ga</td><td>2 leti</td></tr></table>', 'Ime\tČas\n_ga\t2 leti'],
    ['entities', '<p>&Ccaron; &amp; &#353;</p>', 'Č & š'],
    ['no scripts and styles', '<p>Ena</p><script>let ZVOP</script><style>p{}</style><template>x</template>', 'Ena'],
    ['no comments', '<p>Ena<!-- dve --></p>', 'Ena'],
    ['nothing', '', ''],
  ])('%s', (_what, html, text) => {
    expect(policyText(html, parse)).toBe(text)
  })

  test('an unencrypted address behind a link is read too, and only once', () => {
    expect(policyText('<a href="http://drustvo.si/a">tu</a>', parse)).toBe('tu (http://drustvo.si/a)')
    expect(policyText('<a href="http://drustvo.si/a">http://drustvo.si/a</a>', parse)).toBe('http://drustvo.si/a')
    expect(policyText('<a href="https://drustvo.si/a">tu</a>', parse)).toBe('tu')
  })

  test('is what is looked at, by its lines', () => {
    const html = '<h1>Zasebnost</h1><p>Po <b>ZVOP&#8209;1</b></p><p>Glejte <a href="http://x.si/">tu</a>.</p>'
    expect(lintPolicy(policyText(html, parse)).map(({ rule, place }) => [rule, place])).toEqual([
      ['P04', 'line 2'],
      ['P09', 'line 3'],
    ])
  })

  test('however deeply it is nested', () => {
    const deep = document(20_000)
    expect(policyText('', () => deep)).toBe('dno')
  })

  test('where it cannot be parsed, it is as it was', () => {
    const fail = (): Document => {
      throw new Error('ni HTML')
    }
    expect(policyText('<p>Ena</p>', fail)).toBe('<p>Ena</p>')
  })
})

/** Made by hand: a parser would give up earlier. */
const document = (depth: number): Document => {
  let node: object = { nodeType: 3, nodeName: '#text', nodeValue: 'dno', childNodes: [] }
  for (let level = 0; level < depth; level++) node = { nodeType: 1, nodeName: 'DIV', childNodes: [node] }
  return { documentElement: node } as unknown as Document
}
