import { afterEach, describe, expect, test, vi } from 'vitest'
import { LANGUAGES } from '../texts/languages'
import { pickLanguage } from '../texts/pickLanguage'
import { likelyLanguage } from './likelyLanguage'

const pageIn = (lang: string) => vi.stubGlobal('document', { documentElement: { lang } })

afterEach(() => vi.unstubAllGlobals())

const SPELLINGS = [undefined, '', 'fr', ...LANGUAGES, 'IT', 'it-IT', 'en-US', 'DE-at', 'Hr', 'x-it']

describe('likelyLanguage', () => {
  // The same way as what decides it later, so that nothing is fetched in vain where the inventory offers the language.
  test('is what is spoken where the inventory offers all, and nothing where that is Slovenian', () => {
    for (const wanted of SPELLINGS)
      for (const lang of SPELLINGS) {
        pageIn(lang ?? '')
        // An unspoken code of the author's is passed over later, when more is known; until then nothing is fetched for it.
        if (wanted && pickLanguage(wanted, ['xx']) === 'sl') expect(likelyLanguage(wanted)).toBeUndefined()
        else expect([wanted, lang, likelyLanguage(wanted) ?? 'sl']).toEqual([wanted, lang, pickLanguage(wanted, LANGUAGES)])
      }
  })
})
