import { expect, test } from 'vitest'
import { hostOfUrl, isSameSite, isThirdParty, registrableDomain } from './site'

test.each([
  ['www.obcina.si', 'obcina.si'],
  ['obcina.si', 'obcina.si'],
  ['a.b.c.obcina.si', 'obcina.si'],
  ['e-uprava.gov.si', 'gov.si'],
  ['www.bbc.co.uk', 'bbc.co.uk'],
  ['www.drustvo.github.io', 'drustvo.github.io'],
  ['github.io', 'github.io'],
  ['www.sola.edu.rs', 'sola.edu.rs'],
  ['www.društvo.si', 'društvo.si'],
  ['www.comune.trieste.it', 'comune.trieste.it'],
  ['kobein.localhost', 'kobein.localhost'],
  ['localhost', 'localhost'],
  ['192.168.1.10', '192.168.1.10'],
  ['[::1]', '[::1]'],
  ['', ''],
])('%s was registered as %s', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain)
})

test('the same site is the same host, with www. or without', () => {
  expect(isSameSite('www.obcina.si', 'obcina.si')).toBe(true)
  expect(isSameSite('forum.obcina.si', 'obcina.si')).toBe(false)
})

test('somebody else is another domain, and what has no host is nobody', () => {
  expect(isThirdParty('https://stevec.example/a', 'https://obcina.si/')).toBe(true)
  expect(isThirdParty('https://slike.obcina.si/a', 'https://www.obcina.si/')).toBe(false)
  expect(isThirdParty('data:,x', 'https://obcina.si/')).toBe(false)
  expect(hostOfUrl('blob:https://obcina.si/1')).toBe('')
})
