import { expect, test } from 'vitest'
import { distinctPages, linkOf } from './links'

const HOME = 'https://obcina.example/'

const link = (href: string) => linkOf(href, `${HOME}novice/`, HOME)

test('an address is kept without its fragment and without marks of where somebody came from', () => {
  expect(link('a#b')).toEqual({ url: `${HOME}novice/a` })
  expect(link('/a?utm_source=x&id=2&fbclid=y')).toEqual({ url: `${HOME}a?id=2` })
  expect(link('https://www.obcina.example/a')).toEqual({ url: 'https://www.obcina.example/a' })
})

test.each(['mailto:info@obcina.example', 'tel:+38651234567', 'javascript:void 0', 'data:text/html,x', 'https://ime:geslo@obcina.example/', 'https://'])('%s is no address of a page', (href) => {
  expect(link(href)).toBeUndefined()
})

test.each([
  ['https://drugje.example/', 'elsewhere'],
  ['https://podstran.obcina.example/', 'elsewhere'],
  ['/cenik.PDF', 'not-a-page'],
  ['/odjava', 'not-a-page'],
  ['/wp-login.php', 'not-a-page'],
  ['/trgovina?add-to-cart=3', 'not-a-page'],
] as const)('%s is left out: %s', (href, why) => {
  expect(link(href)).toMatchObject({ why })
})

test('each page comes once, and two at most of those that differ in the query alone', () => {
  const urls = ['/', '/a', '/a/', '/koledar?m=1', '/koledar?m=2', '/koledar?m=3', '/b'].map((path) => new URL(path, HOME).href)
  const pages = distinctPages([...urls, 'https://www.obcina.example/a', 'http://obcina.example/b'])
  expect(pages.map((url) => url.slice(HOME.length - 1))).toEqual(['/', '/a', '/koledar?m=1', '/koledar?m=2', '/b'])
})
