import { expect, test } from 'vitest'
import { distinctPages, linkOf } from './links'

const HOME = 'https://www.obcina.example/'

test.each([
  ['/o-nas#vrh', { url: 'https://www.obcina.example/o-nas' }],
  ['novice?utm_source=x&id=3', { url: 'https://www.obcina.example/novice?id=3' }],
  ['https://obcina.example/a', { url: 'https://obcina.example/a' }],
  ['http://www.obcina.example/a', { url: 'http://www.obcina.example/a' }],
  ['https://drugje.example/', { url: 'https://drugje.example/', why: 'elsewhere' }],
  ['https://trgovina.obcina.example/', { url: 'https://trgovina.obcina.example/', why: 'elsewhere' }],
  ['/cenik.PDF', { url: 'https://www.obcina.example/cenik.PDF', why: 'not-a-page' }],
  ['/odjava', { url: 'https://www.obcina.example/odjava', why: 'not-a-page' }],
  ['/wp-login.php', { url: 'https://www.obcina.example/wp-login.php', why: 'not-a-page' }],
  ['/?action=izbris', { url: 'https://www.obcina.example/?action=izbris', why: 'not-a-page' }],
  ['mailto:info@obcina.example', undefined],
  ['javascript:void(0)', undefined],
  ['http://[', undefined],
])('%s', (href, link) => expect(linkOf(href, HOME, HOME)).toEqual(link))

test('each page once, and few that differ in their query alone', () => {
  const days = Array.from({ length: 50 }, (_, day) => `https://obcina.example/koledar?dan=${day}`)
  expect(distinctPages(['https://obcina.example/a', 'https://www.obcina.example/a/', 'http://obcina.example/a', ...days])).toEqual(['https://obcina.example/a', ...days.slice(0, 2)])
})
