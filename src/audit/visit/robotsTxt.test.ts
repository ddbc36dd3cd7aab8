import { describe, expect, test } from 'vitest'
import { readRobots } from './robotsTxt'

const at = (path: string) => `https://obcina.example${path}`

describe('readRobots', () => {
  test.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow: /skrito', '/skrito/a', false],
    ['User-agent: *\nDisallow: /skrito', '/javno', true],
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['User-agent: *\nAllow: /a/b\nDisallow: /a', '/a/c', false],
    ['User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['User-agent: *\nDisallow: /*?seja=', '/x?seja=1', false],
    ['User-agent: *\nDisallow: /*.php$', '/x.php', false],
    ['User-agent: *\nDisallow: /*.php$', '/x.php?a', true],
    ['User-agent: *\nDisallow: /a.b', '/axb', true],
    ['User-agent: Googlebot\nDisallow: /', '/a', true],
    ['User-agent: privolim\nDisallow: /\nUser-agent: *\nAllow: /', '/a', false],
    ['User-agent: bingbot\nUser-agent: *\nDisallow: /a', '/a', false],
    ['user-AGENT: * # vsi\r\nDISALLOW: /a # skrito', '/a', false],
  ])('%j and %s: %s', (text, path, allowed) => expect(readRobots(text).allows(at(path))).toBe(allowed))

  test('the delay and the site maps', () => {
    const { delay, sitemaps } = readRobots('Sitemap: https://obcina.example/a.xml\nUser-agent: *\nCrawl-delay: 3\nSitemap: https://obcina.example/b.xml')
    expect(delay).toBe(3)
    expect(sitemaps).toEqual([at('/a.xml'), at('/b.xml')])
    expect(readRobots('User-agent: *\nCrawl-delay: kmalu').delay).toBe(0)
  })
})
