import { describe, expect, test } from 'vitest'
import { areUnlike } from '../check/answers'
import { createWords, type Phrase, type Phrases } from './words'

const merged = (files: Record<string, Record<string, Phrases>>): Phrases =>
  Object.assign({}, ...Object.values(files).flatMap((exported) => Object.values(exported)))

const others = import.meta.glob<Record<string, Phrases>>('./{it,hu,en,de,hr}.ts', { eager: true })
const TEXTS: Readonly<Record<string, Phrases>> = {
  sl: merged(import.meta.glob(['./sl/*.ts', '!./sl/*.test.ts'], { eager: true })),
  ...Object.fromEntries(Object.entries(others).map(([path, file]) => [path.slice(2, -3), file.phrases!])),
}
const LANGUAGES = Object.keys(TEXTS)
const TRANSLATED = LANGUAGES.filter((language) => language !== 'sl')

const formsOf = (phrase: Phrase): string[] => (typeof phrase === 'object' ? Object.values(phrase) : [phrase])
const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort()

/** Each form of each phrase, said in one row: language, key, text. */
const rows = LANGUAGES.flatMap((language) =>
  Object.entries(TEXTS[language]!).flatMap(([key, phrase]) =>
    formsOf(phrase).map((text) => [language, key, text] as const),
  ),
)
const textsOf = (language: string) => rows.filter(([of]) => of === language)

test('there are six languages', () => {
  expect([...LANGUAGES].sort()).toEqual(['de', 'en', 'hr', 'hu', 'it', 'sl'])
})

describe.each(TRANSLATED)('%s', (language) => {
  const phrases = TEXTS[language]!

  test('has every key that Slovenian has, and no other', () => {
    expect(Object.keys(phrases).sort()).toEqual(Object.keys(TEXTS.sl!).sort())
  })

  test('has the same places to be filled, in every form', () => {
    for (const [key, phrase] of Object.entries(phrases)) {
      const places = placesIn(formsOf(TEXTS.sl![key]!)[0]!)
      for (const text of formsOf(phrase)) expect([key, placesIn(text)]).toEqual([key, places])
    }
  })

  test('has a plural where Slovenian has one', () => {
    const plural = (of: Phrases) => Object.keys(of).filter((key) => typeof of[key] === 'object')
    expect(plural(phrases).sort()).toEqual(plural(TEXTS.sl!).sort())
  })
})

describe.each(LANGUAGES)('what is said in %s', (language) => {
  const phrases = TEXTS[language]!
  const words = createWords(language, phrases)
  const rules = new Intl.PluralRules(language)
  const values = Object.fromEntries(rows.flatMap(([, , text]) => placesIn(text)).map((name) => [name, 'Kostra']))

  test('has exactly the plural forms of the language', () => {
    const forms = [...rules.resolvedOptions().pluralCategories].sort()
    for (const [key, phrase] of Object.entries(phrases))
      if (typeof phrase === 'object') expect([key, Object.keys(phrase).sort()]).toEqual([key, forms])
  })

  test.each([0, 1, 2, 3, 4, 5, 100, 101, 102, 103, 104, 111])('is whole with the number %d', (n) => {
    for (const [key, phrase] of Object.entries(phrases)) {
      const said = words(key, { ...values, n })
      expect(said).not.toMatch(/[{}]|undefined|NaN| {2}/)
      const form = typeof phrase === 'object' ? phrase[rules.select(n)]! : phrase
      const expected = form.replaceAll('{n} ', `${n}\u00a0`).replaceAll(/\{\w+\}/g, 'Kostra')
      expect([key, said]).toEqual([key, expected])
      if (typeof phrase === 'object') expect([key, said.includes(`${n}\u00a0`)]).toEqual([key, true])
    }
  })

  test('names the same number only once', () => {
    for (const [, key, text] of textsOf(language))
      if (typeof phrases[key] === 'object') expect([key, text.split('{n} ').length]).toEqual([key, 2])
  })
})

describe('typography', () => {
  /** Opening and closing, as the language is printed. */
  const QUOTES: Readonly<Record<string, string>> = { sl: '»«', it: '«»', hu: '„”', en: '“”', de: '„“', hr: '„”' }

  test.each(LANGUAGES)('%s: no empty, untrimmed or unfinished text, no markup, no typewriter', (language) => {
    for (const [, key, text] of textsOf(language)) {
      expect([key, text]).toEqual([key, text.trim()])
      expect([key, text]).not.toEqual([key, ''])
      expect([key, text]).not.toEqual([key, expect.stringMatching(/ {2}|[<>"'`´\n\t]|\.\.\.| [.,;:!?)]|\( | - /)])
      expect([key, text.replaceAll(/\{\w+\}/g, '')]).not.toEqual([key, expect.stringMatching(/[{}]/)])
    }
  })

  test.each(LANGUAGES)('%s: quotes are its own, and in pairs', (language) => {
    const [open, close] = QUOTES[language]!
    for (const [, key, text] of textsOf(language)) {
      const used = text.replaceAll(/[^»«„“”‚‘]/g, '')
      expect([key, used.replaceAll(`${open}${close}`, '')]).toEqual([key, ''])
    }
  })

  test.each(TRANSLATED)('%s: a sentence ends like the Slovenian one', (language) => {
    const end = (text: string) => /[.:]$/.exec(text)?.[0] ?? ''
    for (const [, key, text] of textsOf(language))
      expect([key, end(text)]).toEqual([key, end(formsOf(TEXTS.sl![key]!)[0]!)])
  })

  test.each(TRANSLATED)('%s: what begins with a capital in Slovenian does so here', (language) => {
    for (const [, key, text] of textsOf(language)) {
      const [slovenian] = formsOf(TEXTS.sl![key]!) as [string]
      // A number may come first.
      if (/^\p{Lu}/u.test(slovenian)) expect([key, text]).toEqual([key, expect.stringMatching(/^[\p{Lu}{„]/u)])
    }
  })
})

describe('the two answers', () => {
  const say = (language: string, key: string) => TEXTS[language]![key] as string

  test.each(LANGUAGES)('%s: have one name each, for the question and the preferences', (language) => {
    const answers = Object.keys(TEXTS[language]!).filter((key) => /\.(acceptAll|rejectAll)$/.test(key))
    expect(answers.sort()).toEqual(['banner.acceptAll', 'banner.rejectAll'])
  })

  test.each(LANGUAGES)('%s: would be let pass as a site’s own wording', (language) => {
    const [accept, reject] = [{ [language]: say(language, 'banner.acceptAll') }, { [language]: say(language, 'banner.rejectAll') }]
    expect(areUnlike(accept, reject)).toBe(false)
  })

  // What is longer draws the eye, in whichever language.
  test.each(LANGUAGES)('%s: are of similar length, and built alike', (language) => {
    const pair = [say(language, 'banner.acceptAll'), say(language, 'banner.rejectAll')]
    const lengths = pair.map(({ length }) => length)
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThanOrEqual(1.6)
    const [accept, reject] = pair.map((text) => text.split(' ')) as [string[], string[]]
    expect(accept).toHaveLength(reject.length)
    expect(accept.filter((word, index) => word === reject[index])).toHaveLength(accept.length - 1)
  })

  test.each(LANGUAGES)('%s: the receipt quotes the buttons as they are', (language) => {
    for (const [method, button] of [
      ['AcceptAll', 'banner.acceptAll'],
      ['RejectAll', 'banner.rejectAll'],
      ['Save', 'prefs.save'],
      ['Withdraw', 'prefs.withdraw'],
    ] as const)
      expect(say(language, `receipt.method${method}`).replaceAll(/[^\p{L} ]/gu, '')).toContain(say(language, button))
  })
})

describe('nobody is steered', () => {
  /** Regret, praise, advice and »by going on you agree«: beginnings of words. */
  const STEERING: Readonly<Record<string, string>> = {
    sl: 'žal|obžal|škoda|najboljš|boljš|priporoč|izkušnj|nadaljnjo|nadaljevanj|strinja|seveda',
    it: 'purtroppo|spiac|dispiac|peccato|miglior[ei]?\\b|ottimal|raccomand|consigl|esperienz|proseguendo|continuando',
    hu: 'sajn|kár|legjobb|jobb|ajánl|javasol|élmény|folytatás|egyetért',
    en: 'sorry|unfortunately|best|better|enhance|recommend|advise|experience|by continuing|agree|we need',
    de: 'leider|bedauer|schade|beste[rns]?\\b|besser|optimal|empf[aeo]hl|erlebnis|weitersurf|einverstanden|stimme',
    hr: 'nažalost|žao|šteta|najbolj|bolje|preporuč|savjet|iskustv|nastavkom|slaž',
  }

  test.each(LANGUAGES)('in %s', (language) => {
    const steering = RegExp(`(?<!\\p{L})(${STEERING[language]})`, 'iu')
    for (const [, key, text] of textsOf(language)) expect([key, steering.exec(text)?.[0]]).toEqual([key, undefined])
  })

  test('which is noticed', () => {
    expect(RegExp(`(?<!\\p{L})(${STEERING.en})`, 'iu').test('For the best experience')).toBe(true)
    expect(RegExp(`(?<!\\p{L})(${STEERING.sl})`, 'iu').test('Žal bo stran slabša.')).toBe(true)
  })
})

describe('no Slovenian is left over', () => {
  /** What is written alike by chance. */
  const ALIKE: Readonly<Record<string, readonly string[]>> = {
    hr: 'language.label table.duration table.type unit.minute unit.second receipt.copy receipt.copied country.IE'.split(' '),
  }
  /** Words that only Slovenian has: Croatian is near, and looks translated where it is not. */
  const SLOVENIAN = RegExp(
    'piškot|privolit|soglasj|spletn|izbir|izberit|izbri[sš]it|brskaln|ponudnik|dovol|zavrn|shra[mn]|nastavitv|storit|' +
      'vsebin|oglašev|potrdil|različic|prenes|upravljav|lahko|katere|zadnj',
    'iu',
  )

  test.each(TRANSLATED)('in %s: no whole text', (language) => {
    const same = Object.entries(TEXTS[language]!).filter(([key, phrase]) =>
      formsOf(phrase).every((text) => formsOf(TEXTS.sl![key]!).includes(text)),
    )
    expect(same.map(([key]) => key).sort()).toEqual([...(ALIKE[language] ?? [])].sort())
  })

  test.each(TRANSLATED)('in %s: no word', (language) => {
    for (const [, key, text] of textsOf(language)) expect([key, SLOVENIAN.exec(text)?.[0]]).toEqual([key, undefined])
  })

  test.each(TRANSLATED.filter((language) => language !== 'hr'))('in %s: no letter', (language) => {
    for (const [, key, text] of textsOf(language))
      expect([key, text]).not.toEqual([key, expect.stringMatching(/[čšžćđ]/i)])
  })
})
