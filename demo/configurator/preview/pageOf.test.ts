import { describe, expect, test, vi } from 'vitest'
import { emptyDraft } from '../state/draft'
import type { Files } from './files'
import { pageOf } from './pageOf'

// It brings no types along.
const { JSDOM } = await vi.importActual<{ JSDOM: new (html: string) => { window: { document: Document } } }>('jsdom')
const parse = (html: string) => new JSDOM(html).window.document

const files: Files = {
  widget: {
    'privolim.js': 'core()',
    'privolim-ui.js': 'import"./privolim-preferences.js";import(`./privolim-notice.js`)',
  },
  sites: {
    ksok: {
      home: '<html lang="sl"><head><script src="https://a.example/x.js"></script><link rel="stylesheet" href="/site.css"></head><body><main>KŠOK</main><iframe src="https://b.example/"></iframe></body></html>',
      policy: '<html lang="sl"><body><main>Zasebnost</main></body></html>',
      css: 'body { color: red }',
    },
  },
}

const pageWith = (inventory: object, site = 'ksok') => {
  const draft = { ...emptyDraft, inventory: inventory as typeof emptyDraft.inventory }
  return pageOf(draft, files, { site, page: 'home', run: 1, jar: '', parseHtml: parse })
}

describe('pageOf', () => {
  test('takes along nothing that would be fetched', () => {
    const page = parse(pageWith({}))
    const addresses = [...page.querySelectorAll('[src], link[href]')].map(
      (one) => one.getAttribute('src') ?? one.getAttribute('href'),
    )
    expect(addresses).not.toHaveLength(0)
    expect(addresses.every((address) => address!.startsWith('data:'))).toBe(true)
    expect(page.body.textContent).toContain('KŠOK')
    expect(page.querySelector('meta[http-equiv]')!.getAttribute('content')).toContain("default-src 'none'")
  })

  test('has the files of the widget under addresses of its own', () => {
    const { imports } = JSON.parse(parse(pageWith({})).querySelector('script[type="importmap"]')!.textContent) as {
      imports: Record<string, string>
    }
    const [code] = Object.values(imports).map((address) => decodeURIComponent(address))
    expect(code).toContain('import"https://predogled.invalid/privolim/privolim-preferences.js"')
    expect(code).toContain('import(`https://predogled.invalid/privolim/privolim-notice.js`)')
  })

  test('words of an inventory stay words', () => {
    const page = parse(pageWith({ site: { name: '</script><script id="evil">1</script>' } }, ''))
    expect(page.querySelector('#evil')).toBeNull()
    expect(JSON.parse(page.getElementById('privolim-inventory')!.textContent)).toHaveProperty('site')
  })

  test('marks what each optional service would hold back, and nothing of the others', () => {
    const services = [
      { id: 'meritve', category: 'analytics', provider: { name: 'A' }, hosts: ['a.example'] },
      { id: 'video', category: 'embeds', provider: { name: 'B' }, hosts: ['b.example'] },
      { id: 'forum', category: 'necessary', provider: { name: 'C' } },
      { use: 'google-analytics', account: 'G-1234567' },
    ]
    const page = parse(pageWith({ services }))
    const marks = [...page.querySelectorAll('[data-privolim]')].map((one) => [
      one.localName,
      one.getAttribute('data-privolim'),
    ])
    expect(marks).toEqual([
      ['iframe', 'video'],
      ['script', 'meritve'],
    ])
    expect(page.querySelector('iframe')!.hasAttribute('src')).toBe(false)
  })
})
