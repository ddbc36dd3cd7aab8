import { expect, test } from 'vitest'
import { cookieKey, parseSetCookie, secondsLeft } from './setCookie'

const PAGE = 'https://www.obcina.example/novice/danes'

const read = (line: string, now = Date.UTC(2026, 0, 1)) => parseSetCookie(line, PAGE, now)

test('what a cookie does not say it takes from the page', () => {
  expect(read('_ga=1.2')).toEqual({ name: '_ga', domain: 'www.obcina.example', path: '/novice' })
  expect(parseSetCookie('a=1', 'https://obcina.example')).toMatchObject({ path: '/' })
})

test('domain and path are read as browsers read them', () => {
  expect(read('a=b=c; domain=.Obcina.example; PATH=/; Secure')).toEqual({ name: 'a', domain: 'obcina.example', path: '/' })
  // A path that does not begin with a slash is none.
  expect(read('a=1; path=x')).toMatchObject({ path: '/novice' })
  // Of two, the later one holds.
  expect(read('a=1; path=/b; path=/c')).toMatchObject({ path: '/c' })
})

test.each(['', '=x', 'samo ime', '; Path=/'])('"%s" sets nothing that has a name', (line) => {
  expect(read(line)).toBeUndefined()
})

test.each(['a=; Max-Age=0', 'a=; max-age=-1', 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'a=; Max-Age=0; Expires=Fri, 01 Jan 2100 00:00:00 GMT'])('"%s" deletes', (line) => {
  expect(read(line)).toMatchObject({ isEnd: true })
})

test.each(['a=1', 'a=1; Max-Age=60', 'a=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT', 'a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'a=1; Expires=kdaj'])('"%s" does not', (line) => {
  expect(read(line)).not.toHaveProperty('isEnd')
})

test('two mentions of a cookie are one, with a dot before the domain or without', () => {
  expect(cookieKey({ name: 'a', domain: '.obcina.example', path: '/' })).toBe(cookieKey({ name: 'a', domain: 'obcina.example', path: '/' }))
  expect(cookieKey({ name: 'a', domain: 'obcina.example', path: '/' })).not.toBe(cookieKey({ name: 'a', domain: 'obcina.example', path: '/b' }))
})

test('a lifetime is what is left, and a session has none', () => {
  expect(secondsLeft(1_000_100.4, 1_000_000_000)).toBe(100)
  expect(secondsLeft(10, 1_000_000_000)).toBe(0)
  expect(secondsLeft(-1, 1_000_000_000)).toBeUndefined()
})
