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
  ])('wanted %s, page »%s«, offered %j: %s', (wanted, page, offered, language) => {
    pageIn(page)
    expect(pickLanguage(wanted, offered)).toBe(language)
  })
})
