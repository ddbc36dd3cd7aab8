import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../texts/languages'
import { createWords, type Phrases } from '../../texts/words'
import { wordsIn } from '../declaration/languages'
import { countriesOf } from './countriesOf'

const providers = (...countries: (string | undefined)[]) =>
  countries.map((country) => ({ name: 'x', ...(country && { country }) }))

test.each([
  [['SI'], 'sl', ['Slovenija']],
  [['IE/US'], 'sl', ['Irska', 'Združene države Amerike']],
  [['IE/US'], 'it', ['Irlanda', 'Stati Uniti']],
  [['IE/US', 'US', undefined, 'GB'], 'sl', ['Irska', 'Združene države Amerike', 'Združeno kraljestvo']],
  [[undefined], 'sl', []],
])('%j in %s: %j', (countries, language, said) => {
  expect(countriesOf(providers(...countries), wordsIn(language))).toEqual(said)
})

test('only those outside the EEA', () => {
  expect(countriesOf(providers('SI', 'IE/US', 'NO', 'CH'), wordsIn('sl'), true)).toEqual([
    'Združene države Amerike',
    'Švica',
  ])
})

describe.each(LANGUAGES)('in %s', (language) => {
  test('a country among the texts is named as the browser names it', () => {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    const words = wordsIn(language)
    for (const code of ['US', 'IE']) expect(words(`country.${code}`)).toBe(names.of(code))
  })

  test('one that is not among them is named by the browser', () => {
    const none: Phrases = {}
    expect(countriesOf(providers('US'), createWords(language, none))).toEqual(countriesOf(providers('US'), wordsIn(language)))
  })
})
