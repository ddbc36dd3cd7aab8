import { describe, expect, test } from 'vitest'
import { CATEGORIES } from '../../core/inventory/types'
import { createWords, type Phrases } from '../words'

/** The text files, and who speaks with them. */
const USERS: Readonly<Record<string, RegExp>> = {
  question: /^(ui\/\w+\.tsx?$|tools\/(countries|verdict)\/)/,
  notice: /^ui\/notice\//,
  placeholder: /^placeholder\//,
  preferences: /^ui\/(preferences\/|Languages|Answers)/,
  declaration: /^(declaration|tools\/declaration)\//,
  reopen: /^reopen\//,
  receipt: /^ui\/receipt\//,
  unasked: /^unasked\//,
  table: /^(ui\/preferences|declaration|tools\/(countries|declaration|duration))\//,
}

const files = import.meta.glob<Record<string, Phrases>>(['./*.ts', '!./*.test.ts'], { eager: true })
const texts = Object.fromEntries(
  Object.entries(files).map(([path, exported]) => [path.slice(2, -3), Object.values(exported)[0]!]),
)
const phrases = Object.values(texts).flatMap((file) => Object.entries(file))
const PREFIXES = new Set(phrases.map(([key]) => key.split('.')[0]!))

const sources = Object.entries(
  import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../texts/**', '!../../**/*.test.*'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
).map(([path, source]) => ({ path: path.replace(/^(\.\.\/)+/, ''), source }))

/** What a source may say: keys as they stand, `'prefs.title'`, and patterns of those it puts together. */
const keysIn = (source: string) => ({
  plain: [...source.matchAll(/'([a-z]+\.[\w.]+|(?<=words\(')noscript)'/gi)]
    .map(([, key]) => key!)
    .filter((key) => PREFIXES.has(key.split('.')[0]!)),
  patterns: [...source.matchAll(/`([a-z]+\.(?:[\w.]|\$\{[^}]*\})+)`/gi)]
    .map(([, key]) => RegExp(`^${key!.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '\\w+')}$`))
    .filter(({ source: pattern }) => PREFIXES.has(/^\^(\w+)/.exec(pattern)![1]!)),
})

/** These only name phrases, and say none; hosts of the catalogue look like them. */
const NAMERS = /^(check|catalogue\/known|tools\/lint)\//

const spoken = sources
  .filter(({ path }) => !NAMERS.test(path))
  .map(({ path, source }) => ({ path, ...keysIn(source) }))

/** What a file is lent to speak with. */
const lentTo = (path: string) =>
  Object.entries(USERS).flatMap(([name, users]) => (users.test(path) ? Object.keys(texts[name] ?? {}) : []))

describe('the keys', () => {
  test('every file of texts has somebody who speaks with it', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(USERS).sort())
    expect(phrases.length).toBeGreaterThan(80)
  })

  const speakers = spoken.filter(({ plain, patterns }) => plain.length + patterns.length)

  test.each(speakers)('that $path uses are there', ({ path, plain, patterns }) => {
    const lent = lentTo(path)
    expect(plain.filter((key) => !lent.includes(key))).toEqual([])
    expect(patterns.filter((pattern) => !lent.some((key) => pattern.test(key)))).toEqual([])
  })

  test.each(Object.keys(USERS))('of %s are all used', (name) => {
    const users = spoken.filter(({ path }) => USERS[name]!.test(path))
    const isUsed = (key: string) =>
      users.some(({ plain, patterns }) => plain.includes(key) || patterns.some((pattern) => pattern.test(key)))
    expect(Object.keys(texts[name] ?? {}).filter((key) => !isUsed(key))).toEqual([])
  })

  test('are there for every category, unit and state', () => {
    const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']
    const kinds = ['session', 'nextPage', 'persistent', 'unlimited', 'variable', 'unknown', 'max', 'min']
    const optional = CATEGORIES.filter((id) => id !== 'necessary')
    const keys = [
      ...CATEGORIES.flatMap((id) => [`category.${id}.title`, `category.${id}.text`]),
      ...optional.map((id) => `purpose.${id}`),
      ...units.map((unit) => `unit.${unit}`),
      ...kinds.map((kind) => `duration.${kind}`),
      ...['name', 'provider', 'purpose', 'duration', 'type'].map((head) => `table.${head}`),
    ]
    const known = phrases.map(([key]) => key)
    expect(keys.filter((key) => !known.includes(key))).toEqual([])
  })

  test('that two files share say the same in both', () => {
    const said = new Map<string, unknown>()
    for (const [key, phrase] of phrases) {
      expect([key, said.get(key) ?? phrase]).toEqual([key, phrase])
      said.set(key, phrase)
    }
  })
})

describe('every phrase', () => {
  test.each(phrases)('%s is a finished piece of text', (_key, phrase) => {
    for (const text of typeof phrase === 'object' ? Object.values(phrase) : [phrase]) {
      expect(text).toBe(text.trim())
      expect(text).not.toBe('')
      expect(text).not.toMatch(/ {2}|<|>|"|'|\.\.\.|\n/)
      expect(text.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}]/)
    }
  })
})

describe('plural', () => {
  const FORMS = {
    one: [1, 101],
    two: [2, 102],
    few: [3, 4, 103, 104],
    other: [0, 5, 11, 100, 105, 111],
  }
  const plural = phrases.filter(([, phrase]) => typeof phrase === 'object')

  test('there are some', () => {
    expect(plural.length).toBeGreaterThan(7)
  })

  test.each(plural)('%s has its four forms, each with the number', (key, phrase) => {
    const forms = phrase as Record<string, string>
    expect(Object.keys(forms).sort()).toEqual(Object.keys(FORMS).sort())
    const words = createWords('sl', { [key]: phrase })
    for (const [form, numbers] of Object.entries(FORMS)) {
      expect(forms[form]).toContain('{n} ')
      for (const n of numbers) expect(words(key, { n })).toBe(forms[form]!.replace('{n} ', `${n}\u00a0`))
    }
  })

  test.each([
    ['prefs.cookieCount', ['1 piškotek', '2 piškotka', '3 piškotki', '5 piškotkov']],
    ['unit.second', ['1 sekunda', '2 sekundi', '3 sekunde', '5 sekund']],
    ['unit.minute', ['1 minuta', '2 minuti', '3 minute', '5 minut']],
    ['unit.hour', ['1 ura', '2 uri', '3 ure', '5 ur']],
    ['unit.day', ['1 dan', '2 dneva', '3 dnevi', '5 dni']],
    ['unit.week', ['1 teden', '2 tedna', '3 tedni', '5 tednov']],
    ['unit.month', ['1 mesec', '2 meseca', '3 meseci', '5 mesecev']],
    ['unit.year', ['1 leto', '2 leti', '3 leta', '5 let']],
    [
      'banner.recipients',
      [
        'Podatke prejme 1 zunanji ponudnik.',
        'Podatke prejmeta 2 zunanja ponudnika.',
        'Podatke prejmejo 3 zunanji ponudniki.',
        'Podatke prejme 5 zunanjih ponudnikov.',
      ],
    ],
  ])('%s', (key, said) => {
    const words = createWords('sl', Object.fromEntries(phrases))
    expect([1, 2, 3, 5].map((n) => words(key, { n }).replaceAll('\u00a0', ' '))).toEqual(said)
    expect([101, 102, 104, 111].map((n) => words(key, { n }).replaceAll('\u00a0', ' '))).toEqual(
      said.map((text, index) => text.replace(/\d/, String([101, 102, 104, 111][index]))),
    )
  })
})

describe('refusing and accepting', () => {
  test.each(['acceptAll', 'rejectAll'])('%s is one phrase, said by the question and by the preferences', (answer) => {
    expect(new Set(phrases.map(([key]) => key).filter((key) => key.endsWith(`.${answer}`)))).toEqual(
      new Set([`banner.${answer}`]),
    )
    // Both layers show the same pair of buttons.
    for (const layer of ['ui/Question.tsx', 'ui/preferences/preferencesIn.tsx'])
      expect(sources.find(({ path }) => path === layer)?.source).toContain('<Answers ')
    expect(spoken.find(({ path }) => path === 'ui/Answers.tsx')?.plain).toContain(`banner.${answer}`)
  })
})
