import { expect, test } from 'vitest'
import { LANGUAGES } from './languages'
import { showDate } from './showDate'

const NOON = Date.UTC(2026, 10, 5, 12) / 1000

test('by numbers, and in one piece', () => {
  expect(showDate(NOON, 'sl')).toBe('5.\u00a011.\u00a02026')
})

// What the browser says, but for the noughts that only some languages put before a single digit there.
test.each(LANGUAGES)('in %s as the language writes it', (language) => {
  const locale = language === 'en' ? 'en-GB' : language
  const said = new Date(NOON * 1000).toLocaleDateString(locale, { day: 'numeric', month: 'numeric', year: 'numeric' })
  expect(showDate(NOON, language).replaceAll('\u00a0', ' ')).toBe(said.replaceAll(/\b0/g, ''))
})
