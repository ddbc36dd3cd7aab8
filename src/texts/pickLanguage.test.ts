import { afterEach, describe, expect, test, vi } from 'vitest'
import { pickLanguage } from './pickLanguage'

const pageIn = (lang: string) => vi.stubGlobal('document', { documentElement: { lang } })

afterEach(() => vi.unstubAllGlobals())

describe('pickLanguage', () => {
  test.each([
    // What the author said; else the page's, where it is offered; else the first that is; else Slovenian.
    ['it', 'sl', ['sl', 'it'], 'it'],
    [undefined, 'it', ['sl', 'it'], 'it'],
    [undefined, 'it-IT', ['sl', 'it'], 'it'],
    [undefined, 'IT', ['sl', 'it'], 'it'],
    ['', 'hu', ['it', 'sl'], 'it'],
    [undefined, '', ['it', 'sl'], 'it'],
    [undefined, 'en', [], 'en'],
    [undefined, '', [], 'sl'],
    [undefined, '', undefined, 'sl'],
    // A language that nobody speaks here is passed over, wherever it is said.
    ['fr', 'it', ['sl', 'it'], 'it'],
    ['fr', '', ['de', 'sl'], 'de'],
    ['fr', 'fr', ['fr'], 'sl'],
    [undefined, 'fr', ['fr', 'hr'], 'hr'],
    [undefined, 'sr', ['sr', 'cs'], 'sl'],
    [undefined, 'fr', undefined, 'sl'],
    // What the author said goes before what the inventory offers; in whatever way a code is written.
    ['hr', 'it', ['sl', 'it'], 'hr'],
    ['HU', '', ['sl'], 'hu'],
    ['en-GB', '', ['sl'], 'en'],
    ['x', 'it', ['it'], 'it'],
    // A code is whole, and no name that every object has.
    ['', 'i', ['sl'], 'sl'],
    ['toString', 'constructor', ['__proto__'], 'sl'],
  ])('wanted %s, page »%s«, offered %j: %s', (wanted, page, offered, language) => {
    pageIn(page)
    expect(pickLanguage(wanted, offered)).toBe(language)
  })

  test('where there is no page, what was said, else the first that is offered', () => {
    expect(pickLanguage('it', ['sl'])).toBe('it')
    expect(pickLanguage(undefined, ['hu', 'sl'])).toBe('hu')
    expect(pickLanguage()).toBe('sl')
  })
})
