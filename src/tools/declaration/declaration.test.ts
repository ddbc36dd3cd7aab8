import { describe, expect, test, vi } from 'vitest'
import { AUTHORITY } from '../../texts/authority'
import { declaration, type DeclarationOptions } from './declaration'

// It brings no types along.
const { JSDOM } = await vi.importActual<{ JSDOM: new (html?: string) => { window: Window & typeof globalThis } }>('jsdom')

const parse = (html: string) => {
  const page = new JSDOM().window.document.body
  page.innerHTML = html
  return page
}

/** What a parser made of it, written out again: the same, where nothing had to be repaired. */
const writtenAgain = (html: string) =>
  parse(html).innerHTML.replace('<div data-privolim-declaration="" ', '<div data-privolim-declaration ')

const twin = (inventory: unknown, options?: DeclarationOptions) => parse(declaration(inventory, options)).firstElementChild!

const textOf = (element: Element | null | undefined) => element?.textContent.replaceAll(/\s+/g, ' ').trim()

const seeds = import.meta.glob<string>('../../../seeds/*.json', { eager: true, query: '?raw', import: 'default' })
const pages = import.meta.glob<string>('../../../demo/**/*.html', { eager: true, query: '?raw', import: 'default' })
const inPages = Object.entries(pages).flatMap(([path, page]) => {
  const [, inventory] = /id="privolim-inventory">([^]*?)<\/script>/.exec(page) ?? []
  return inventory ? [[path, inventory] as const] : []
})

describe.each([...Object.entries(seeds), ...inPages])('the twin of %s', (_path, inventory) => {
  const html = declaration(inventory)
  const place = twin(inventory)

  test('is HTML in which a parser has nothing to repair', () => {
    expect(writtenAgain(html)).toBe(html)
    expect(html).toMatch(/^<div data-privolim-declaration lang="sl">\n {2}\S[^]*\n<\/div>\n$/)
  })

  test('has no id that could clash with one of the page, and no style, script or picture', () => {
    expect(place.querySelectorAll('[id],[style],style,script,img,link,[onclick]')).toHaveLength(0)
  })

  test('has tables with a caption and with heads that say what they head', () => {
    const tables = [...place.querySelectorAll('table')]
    for (const table of tables) {
      expect([...table.children].map(({ localName }) => localName)).toEqual(['caption', 'thead', 'tbody'])
      const heads = [...table.querySelectorAll('thead th')]
      expect(heads.map((head) => head.getAttribute('scope'))).toEqual(heads.map(() => 'col'))
      for (const row of table.querySelectorAll('tbody tr')) {
        expect([...row.children].map((cell) => cell.getAttribute('scope'))).toEqual(['row', null, null, null, null])
        expect([...row.querySelectorAll('td')].map((cell) => cell.getAttribute('data-head'))).toEqual(
          heads.slice(1).map(textOf),
        )
        expect([...row.children].every((cell) => textOf(cell))).toBe(true)
      }
    }
    const captions = tables.map((table) => textOf(table.caption))
    expect(new Set(captions).size).toBe(captions.length)
  })

  test.each([2, 3, 4] as const)('has headings in order from level %d on', (headingLevel) => {
    const levels = [...twin(inventory, { headingLevel }).querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ localName }) =>
      Number(localName[1]),
    )
    expect(levels.slice(0, 1)).toEqual(levels.length ? [headingLevel] : [])
    expect(levels.every((level) => level === headingLevel || level === headingLevel + 1)).toBe(true)
  })

  test('says who answers for it and where to complain', () => {
    const { controller } = JSON.parse(inventory) as { controller: Record<string, string> }
    const text = textOf(place)
    for (const key of ['name', 'address', 'email', 'phone']) expect(text).toContain(controller[key] ?? '')
    expect(text).toContain(AUTHORITY)
  })
})

test('there are inventories of both kinds', () => {
  expect(Object.keys(seeds).length).toBeGreaterThan(4)
  expect(inPages.length).toBeGreaterThan(0)
})

const record = { name: '_a', purpose: 'Meri.', duration: '1 leto' }
const whole = {
  controller: { name: 'Društvo', email: 'info@drustvo.si', contact: { name: 'Ana', phone: '01 1' } },
  policy: { date: '2026-03-05' },
  cookies: [{ name: 'seja', purpose: 'Drži prijavo.', duration: 'Trajanje seje' }],
  services: [
    { use: 'google-analytics', account: 'G-1' },
    { id: 'placilo', category: 'necessary', provider: { name: 'Banka', country: 'US', transfer: 'SCC' }, cookies: [record] },
    { id: 'trznica', category: 'marketing', provider: { name: 'Oglasi' }, note: 'Samo jeseni.' },
  ],
  recipients: [{ name: 'Pošta', country: 'SI', purpose: 'dostava' }],
}

describe('the twin', () => {
  test('tells of each service who receives data for what, where, by which mechanism, and where to read more', () => {
    const place = twin(whole)
    const of = (name: string) => {
      const heading = [...place.querySelectorAll('h4')].find((one) => textOf(one) === name)
      return [...heading!.nextElementSibling!.children].map((one) => `${one.localName} ${textOf(one)}`)
    }
    expect(of('Google Analytics')).toEqual([
      'dt Namen',
      'dd merjenje obiska',
      'dt Ponudnik',
      'dd Google Ireland Limited (Irska, Združene države Amerike)',
      'dd prenos podatkov iz EGP: DPF',
      'dd Politika zasebnosti ponudnika',
    ])
    // What is necessary and comes from elsewhere is told as well; a purpose that is not written is the category's.
    expect(of('placilo')).toEqual(['dt Ponudnik', 'dd Banka (Združene države Amerike)', 'dd prenos podatkov iz EGP: SCC'])
    expect(of('trznica').slice(0, 2)).toEqual(['dt Namen', 'dd oglaševanje'])
    expect(textOf(place)).toContain('Samo jeseni.')
  })

  test('opens no new window and hands on no address', () => {
    const links = [...twin(whole).querySelectorAll('a')].filter(({ rel }) => rel)
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://policies.google.com/privacy', 'mailto:info@drustvo.si'])
    for (const { rel, target } of links) expect([rel, target]).toEqual(['noopener noreferrer', ''])
  })

  test('names recipients: one in its sentence, several as a list', () => {
    const [only] = whole.recipients
    const several = { ...whole, recipients: [only, { ...only, name: 'Tiskarna', note: 'Po potrebi.' }] }
    expect(textOf(twin(whole))).toContain('Prejemniki podatkov: Pošta (Slovenija) – dostava')
    expect([...twin(several).querySelectorAll('li')].map(textOf)).toEqual([
      'Pošta (Slovenija) – dostava',
      'Tiskarna (Slovenija) – dostavaPo potrebi.',
    ])
  })

  test('ends with contacts, and with the day of the last change wherever it is made', () => {
    const paragraphs = [...twin(whole).querySelectorAll('hr ~ p')].map(textOf)
    expect(paragraphs.slice(1, 3)).toEqual([
      'Upravljavec: Društvo, info@drustvo.si',
      'Kontaktna oseba za varstvo osebnih podatkov: Ana, 01 1',
    ])
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Ljubljana']) {
      vi.stubEnv('TZ', zone)
      expect(declaration(whole)).toContain('<p>Zadnja sprememba: 5.&nbsp;3.&nbsp;2026</p>')
    }
    vi.unstubAllEnvs()
  })

  test('has a place for the choice, with a way to it, where there is one to make', () => {
    const [said, way, word] = twin(whole).children
    expect(textOf(said)).toBe('Izbire še niste shranili; dovoljeni so samo nujno potrebni piškotki.')
    expect(word!.outerHTML).toMatch(/^<noscript><p>Za nastavljanje [^<]*<\/p><\/noscript>$/)
    expect(way!.innerHTML).toBe('<a href="#privolim">Nastavitve piškotkov</a>')
    const none = twin({ controller: whole.controller, cookies: whole.cookies })
    expect(none.querySelector('noscript, [href="#privolim"]')).toBeNull()
    expect(textOf(none.firstElementChild)).toContain('ne uporablja piškotkov, za katere bi bila potrebna privolitev')
  })

  test('says that nothing is listed where nothing is', () => {
    expect(textOf(twin({ controller: whole.controller }))).toContain('ni navedel nobenega piškotka')
  })

  test('is made of text and object alike, and changes neither', () => {
    const before = structuredClone(whole)
    expect(declaration(JSON.stringify(whole))).toBe(declaration(whole))
    expect(whole).toEqual(before)
  })

  test('is Slovenian where the language is not spoken, and says so', () => {
    expect(declaration(whole, { language: 'fi' })).toBe(declaration(whole))
    expect(declaration({ ...whole, languages: ['fi', 'sl'] })).toBe(declaration(whole))
    expect(declaration(whole, { language: 'constructor' })).toBe(declaration(whole))
  })

  test('is not made of an inventory that is wrong', () => {
    expect(() => declaration({ ...whole, controller: {} })).toThrow('Manjka »controller.name«')
    const provider = { name: 'x', privacyUrl: 'javascript:alert(1)' }
    const services = [{ id: 'x', category: 'analytics', provider }]
    expect(() => declaration({ ...whole, services })).toThrow('services[0].provider.privacyUrl')
  })
})

describe('hostile texts', () => {
  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</td></table></div><!--',
    '&lt;b&gt; &amp; & &#60;',
    '\u202eevil\u2066\u2069\u200f',
    '{site} {n} $& $1',
    '</noscript><script>alert(1)</script>',
    'a]]>b',
    'javascript:alert(1)',
  ])('%j stays text', (attack) => {
    const service = {
      id: 'x',
      name: attack,
      category: 'analytics',
      purpose: attack,
      note: attack,
      provider: { name: attack, transfer: attack },
      cookies: [{ name: attack, purpose: attack, duration: attack }],
    }
    const calm = 'Povsem mirno besedilo'
    const inventory = (text: string) =>
      JSON.parse(
        JSON.stringify({
          site: { name: attack },
          controller: { name: attack, address: attack, phone: attack, contact: { name: attack } },
          services: [service],
          recipients: [{ name: attack, purpose: attack, note: attack, transfer: attack }],
        }).replaceAll(JSON.stringify(attack), () => JSON.stringify(text)),
      ) as unknown
    const html = declaration(inventory(attack))
    const shape = (place: Element) => [...place.querySelectorAll('*')].map(({ localName, attributes }) => [localName, [...attributes].map(({ name }) => name)])
    expect(shape(twin(inventory(attack)))).toEqual(shape(twin(inventory(calm))))
    const lines = (text: string) => twin(inventory(text)).textContent
    expect(lines(attack)).toBe(lines(calm).replaceAll(calm, () => attack))
    for (const link of parse(html).querySelectorAll('[href]')) expect(link.getAttribute('href')).toMatch(/^(#privolim|mailto:)/)
  })
})
