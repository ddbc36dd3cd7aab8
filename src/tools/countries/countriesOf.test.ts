import { expect, test } from 'vitest'
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
  expect(countriesOf(providers(...countries), language)).toEqual(said)
})

test('only those outside the EEA', () => {
  expect(countriesOf(providers('SI', 'IE/US', 'NO', 'CH'), 'sl', true)).toEqual(['Združene države Amerike', 'Švica'])
})
