import { expect, test } from 'vitest'
import { isSameSite, isThirdParty, registrableDomain } from './site'

test.each([
  ['obcina.si', 'obcina.si'],
  ['www.obcina.si', 'obcina.si'],
  ['a.b.obcina.si', 'obcina.si'],
  ['gov.si', 'gov.si'],
  ['www.gov.si', 'gov.si'],
  ['shop.example.co.uk', 'example.co.uk'],
  ['a.obcina.github.io', 'obcina.github.io'],
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', 'localhost'],
])('%s belongs to %s', (host, domain) => expect(registrableDomain(host)).toBe(domain))

test('with www and without is one site, and another name is another', () => {
  expect(isSameSite('www.obcina.si', 'obcina.si')).toBe(true)
  expect(isSameSite('trgovina.obcina.si', 'obcina.si')).toBe(false)
})

test.each([
  ['https://stevec.obcina.si/a', false],
  ['https://stevec.si/a', true],
  ['data:,', false],
])('%s of a page of obcina.si is of others: %s', (url, expected) => expect(isThirdParty(url, 'https://www.obcina.si/')).toBe(expected))
