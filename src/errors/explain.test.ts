import { describe, expect, test } from 'vitest'
import { PATTERNS } from '../check/shape'
import type { Issue, IssueCode } from '../core/inventory/issues'
import { explain } from './explain'
import { explainError, InventoryError } from './index'

const CODES = Object.keys({
  json: 1,
  fetch: 1,
  type: 1,
  required: 1,
  pattern: 1,
  'duplicate-id': 1,
  'reserved-id': 1,
  'tracker-necessary': 1,
  'use-unknown': 1,
  'answers-unlike': 1,
} satisfies Record<IssueCode, 1>) as IssueCode[]

/** Those that are about one place of an inventory. */
const PLACED = CODES.filter((code) => code !== 'json' && code !== 'fetch')

const PATH = 'services[2].cookies[0]'

const sentence = (code: IssueCode, language: string, expected?: string, path = PATH) =>
  explain([{ code, path, expected }], language)[0]!.message!

/** Words of a language that are in no name, value or piece of markup. */
const ENGLISH = /\b(the|is|are|must|missing|check|correct|add|not|have|has|form|wrong|expected|rename|move|give)\b/i
const SLOVENIAN = /[čšž]|\b(je|ni|mora|manjka|dodajte|popravite|vpišite|popis|popisa)\b/i

describe.each(CODES)('%s', (code) => {
  test('has a Slovenian sentence that says what to change', () => {
    for (const expected of [undefined, '_ga']) {
      const message = sentence(code, 'sl', expected)
      expect(message).toMatch(SLOVENIAN)
      expect(message).not.toMatch(ENGLISH)
      expect(message).not.toContain('undefined')
      expect(message).toMatch(
        /Preverite|Dodajte|dodajte|Popravite|vpišite|Vpišite|preimenujte|dajte|Prestavite|opišite|postavite/,
      )
      expect(message).toMatch(/^[»\p{Lu}].*\.$/u)
    }
  })

  test('has an English sentence that says what to change', () => {
    for (const expected of [undefined, '_ga']) {
      const message = sentence(code, 'en', expected)
      expect(message).toMatch(ENGLISH)
      expect(message).not.toMatch(SLOVENIAN)
      expect(message).not.toContain('undefined')
      expect(message).toMatch(/Check|Add|Correct|Rename|Give|Move|put/)
    }
  })

  test('is said in Slovenian in any other language', () => {
    for (const language of ['', 'de', 'it']) expect(sentence(code, language)).toBe(sentence(code, 'sl'))
  })
})

describe('the place', () => {
  test.each(PLACED)('is named by %s', (code) => {
    expect(sentence(code, 'sl', 'x')).toContain(`»${PATH}«`)
    expect(sentence(code, 'en', 'x')).toContain(`"${PATH}"`)
  })

  test('may be the whole', () => {
    expect(sentence('type', 'sl', 'object', '')).toMatch(/^Popis mora biti predmet \{/)
    expect(sentence('type', 'en', 'object', '')).toContain('inventory')
  })

  test.each(['duplicate-id', 'tracker-necessary', 'use-unknown', 'json', 'fetch'] as const)(
    '%s names the other party too',
    (code) => {
      expect(sentence(code, 'sl', 'services[0].id')).toContain('services[0].id')
      expect(sentence(code, 'en', 'services[0].id')).toContain('services[0].id')
    },
  )
})

describe('key words', () => {
  test.each<[IssueCode, string, RegExp]>([
    ['json', 'x', /JSON.*vejice.*oklepaje/],
    ['fetch', '/piskotki.json', /»\/piskotki\.json«.*data-inventory/],
    ['fetch', '', /data-inventory=.*id="privolim-inventory"/],
    ['required', '', /^Manjka/],
    ['duplicate-id', 'services[0].id', /že uporabljen/],
    ['reserved-id', '', /ime kategorije/],
    ['tracker-necessary', '_ga', /sledilni piškotek.*nujno potreben.*analytics/],
    ['use-unknown', 'piwik', /katalog ne pozna/],
    ['answers-unlike', '', /oba.*banner\.acceptAll.*banner\.rejectAll.*istih jezikih.*podobno dolg/],
  ])('of %s »%s«', (code, expected, words) => {
    expect(sentence(code, 'sl', expected)).toMatch(words)
  })

  test.each([
    ['object', '{ … }'],
    ['array', '[ … ]'],
    ['flag', 'true ali false, brez narekovajev'],
    ['text', 'po jezikih { "sl"'],
    ['words', 'besedilo v narekovajih'],
    ['email', 'besedilo v narekovajih'],
    ['category', 'besedilo v narekovajih'],
  ])('of the type %s', (kind, words) => {
    expect(sentence('type', 'sl', kind)).toContain(words)
  })

  /** What a good hint for each kind of text cannot do without. */
  const HINTS: Readonly<Record<string, RegExp>> = {
    words: /besedilo/,
    text: /besedilo/,
    url: /https:\/\/.*\//,
    email: /\S+@\S+/,
    id: /google-analytics/,
    account: /G-X+/,
    country: /\bSI\b.*IE\/US/,
    language: /\bsl\b/,
    date: /\d{4}-\d\d-\d\d/,
    validFor: /P6M/,
    domain: /brez pike/,
    receiptEndpoint: /\/.*https:\/\//,
    category: /necessary, functional, analytics, marketing, embeds/,
    storage: /cookie, localStorage, sessionStorage, indexedDB, pixel/,
    party: /first.*third/,
  }

  test.each(Object.keys(PATTERNS))('of the form %s', (kind) => {
    expect(HINTS[kind]).toBeDefined()
    expect(sentence('pattern', 'sl', kind)).toMatch(HINTS[kind]!)
    if (kind !== 'words' && kind !== 'text') expect(sentence('pattern', 'sl', kind)).not.toContain('prazen')
  })

  test.each([
    ['email', 'info@drustvo.si'],
    ['id', 'google-analytics'],
    ['account', 'G-XXXXXXX'],
    ['country', 'SI'],
    ['country', 'IE/US'],
    ['language', 'sl'],
    ['date', '2026-03-05'],
    ['validFor', 'P6M'],
    ['domain', 'drustvo.si'],
  ])('of the form %s: its example »%s« has that form', (kind, example) => {
    expect(sentence('pattern', 'sl', kind)).toContain(example)
    expect(example).toMatch(PATTERNS[kind]!)
  })
})

describe('explain', () => {
  test('keeps what it explains, in its order', () => {
    const issues: Issue[] = [
      { code: 'required', path: 'controller' },
      { code: 'type', path: 'services', expected: 'array' },
    ]
    expect(explain(issues, 'sl')).toEqual(issues.map((issue) => ({ ...issue, message: expect.any(String) as string })))
    expect(explain([], 'sl')).toEqual([])
  })
})

describe('explainError', () => {
  test('puts the issues of an error into sentences', () => {
    const error = Object.assign(new Error('x'), { issues: [{ code: 'required', path: 'controller' }] })
    const explained = explainError(error, 'sl') as InventoryError
    expect(explained).toBeInstanceOf(InventoryError)
    expect(explained.name).toBe('InventoryError')
    expect(explained.message).toContain('Manjka »controller«')
    expect(explained.issues).toMatchObject([{ code: 'required', path: 'controller' }])
    expect((explainError(error, 'en') as InventoryError).message).toContain('"controller" is missing')
  })

  test('says one sentence a line', () => {
    const issues = [
      { code: 'required', path: 'a' },
      { code: 'required', path: 'b' },
    ]
    const { message } = explainError({ issues }, 'sl') as InventoryError
    expect(message.split('\n')).toHaveLength(2)
  })

  test('says that a text is no JSON, with what the browser found in it', () => {
    const explained = explainError(new SyntaxError('Unexpected token'), 'sl') as InventoryError
    expect(explained).toBeInstanceOf(InventoryError)
    expect(explained.issues).toMatchObject([{ code: 'json', path: '', expected: 'Unexpected token' }])
    expect(explained.message).toContain('Popis ni veljaven JSON')
  })

  test('leaves any other error as it is', () => {
    const error = new TypeError('offline')
    expect(explainError(error, 'sl')).toBe(error)
    expect(explainError('offline', 'sl')).toBe('offline')
  })
})
