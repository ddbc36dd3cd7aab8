import { expect, test } from 'vitest'
import { LANGUAGES } from './languages'
import { listOf } from './listOf'

const ITEMS = ['Kostra', 'KŠOK', 'ZMOS']

test.each([
  [[], ''],
  [['Kostra'], 'Kostra'],
  [['Kostra', 'KŠOK'], 'Kostra in KŠOK'],
  [ITEMS, 'Kostra, KŠOK in ZMOS'],
])('%j is »%s«', (items, said) => {
  expect(listOf(items, 'sl')).toBe(said)
  expect(listOf(items, 'sl-SI')).toBe(said)
})

// What the browser says, which is slow to ask; but for the comma before »and«, which British spelling does without.
test.each(LANGUAGES)('says in %s what the language says', (language) => {
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : language)
  for (const count of [1, 2, 3]) {
    const items = ITEMS.slice(0, count)
    expect(listOf(items, language)).toBe(list.format(items))
  }
})
