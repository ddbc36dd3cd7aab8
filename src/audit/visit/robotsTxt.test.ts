import { describe, expect, test } from 'vitest'
import { readRobots } from './robotsTxt'

const at = (path: string) => `https://obcina.example${path}`

const allowed = (text: string, ...paths: readonly string[]) => {
  const robots = readRobots(text)
  return paths.filter((path) => robots.allows(at(path)))
}

describe('what robots.txt allows', () => {
  test('everything, where it says nothing', () => {
    expect(allowed('', '/', '/a')).toEqual(['/', '/a'])
    expect(allowed('<!doctype html><p>404', '/a')).toEqual(['/a'])
    expect(allowed('User-agent: *\nDisallow:', '/a')).toEqual(['/a'])
  })

  test('the longest rule that matches wins, and of two as long the one that allows', () => {
    const text = 'User-agent: *\nDisallow: /arhiv\nAllow: /arhiv/novice\nDisallow: /x\nAllow: /x'
    expect(allowed(text, '/arhiv', '/arhiv/1990', '/arhiv/novice/1', '/x', '/')).toEqual(['/arhiv/novice/1', '/x', '/'])
  })

  test('* stands for anything and $ for the end, in the query too', () => {
    const text = 'User-agent: *\nDisallow: /*.php$\nDisallow: /*?print=\nDisallow: /a.b'
    expect(allowed(text, '/x.php', '/x.php?a=1', '/x?print=1', '/a.b', '/aXb')).toEqual(['/x.php?a=1', '/aXb'])
  })

  test('the group of this tool comes before that of all, several lines may name it, and comments say nothing', () => {
    const text = 'User-agent: *\nDisallow: /\n\nUser-agent: drugi\nUser-agent: Privolim # mi\nDisallow: /skrito # skrito\n'
    expect(allowed(text, '/', '/skrito')).toEqual(['/'])
    expect(allowed('User-agent: drugi\nDisallow: /', '/')).toEqual(['/'])
  })

  test('groups of the same name are one, whatever the ends of lines', () => {
    expect(allowed('User-agent: *\r\nDisallow: /a\r\n\r\nUser-agent: *\r\nDisallow: /b', '/a', '/b', '/c')).toEqual(['/c'])
  })
})

test('site maps belong to no group, and a wish for slowness is a number', () => {
  const text = 'Sitemap: https://obcina.example/a.xml\nUser-agent: *\nCrawl-delay: 5\nsitemap: https://obcina.example/b.xml'
  expect(readRobots(text)).toMatchObject({ delay: 5, sitemaps: [at('/a.xml'), at('/b.xml')] })
  expect(readRobots('User-agent: *\nCrawl-delay: hitro').delay).toBe(0)
})
