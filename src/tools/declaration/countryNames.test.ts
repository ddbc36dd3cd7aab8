import { expect, test } from 'vitest'
import { countryNames } from './countryNames'

test.each([
  ['SI', 'sl', 'Slovenija'],
  ['IE/US', 'sl', 'Irska, Združene države Amerike'],
  ['IE/US', 'it', 'Irlanda, Stati Uniti'],
  [undefined, 'sl', ''],
])('%s in %s: %s', (country, language, said) => {
  expect(countryNames({ name: 'x', ...(country && { country }) }, language)).toBe(said)
})
