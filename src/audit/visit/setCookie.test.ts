import { expect, test } from 'vitest'
import { cookieKey, parseSetCookie, secondsLeft } from './setCookie'

const PAGE = 'https://www.obcina.example/novice/prva'

test.each([
  ['a=1', { name: 'a', domain: 'www.obcina.example', path: '/novice' }],
  ['a=1; Path=/; Secure', { name: 'a', domain: 'www.obcina.example', path: '/' }],
  ['a=b=c; domain=.Obcina.example; path=/x', { name: 'a', domain: 'obcina.example', path: '/x' }],
  ['a=1; path=novice', { name: 'a', domain: 'www.obcina.example', path: '/novice' }],
  ['a=1; Path=/a; Path=/b', { name: 'a', domain: 'www.obcina.example', path: '/b' }],
  ['brez', undefined],
  ['=x', undefined],
])('%s', (line, cookie) => expect(parseSetCookie(line, PAGE)).toEqual(cookie))

test('a domain with a dot before it is the same one', () =>
  expect(cookieKey({ name: 'a', domain: '.obcina.example', path: '/' })).toBe(cookieKey({ name: 'a', domain: 'obcina.example', path: '/' })))

test('what a cookie has left, in seconds', () => {
  expect(secondsLeft(1100, 1_000_000)).toBe(100)
  expect(secondsLeft(900, 1_000_000)).toBe(0)
  expect(secondsLeft(-1, 1_000_000)).toBeUndefined()
})
