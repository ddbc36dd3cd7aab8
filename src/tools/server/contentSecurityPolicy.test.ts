import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InventoryError } from '../../errors/InventoryError'
import { contentSecurityPolicy } from './contentSecurityPolicy'
import { PolicyError } from './PolicyError'
import { serverRules } from './serverRules'
import type { PolicyOptions, ServerKind } from './types'

const controller = { name: 'Društvo' }
const provider = { name: 'Nekdo' }
const service = (id: string, category: string, ...hosts: string[]) => ({ id, category, provider, hosts, cookies: [] })

const inventory = {
  controller,
  services: [
    service('forum', 'necessary', 'forum.example'),
    service('stevec', 'analytics', 'stevec.example', '*.stevec.example'),
    service('merilnik', 'analytics', 'merilnik.example'),
    service('video', 'embeds', 'video.example'),
  ],
}

const KINDS: ServerKind[] = ['apache', 'nginx', 'caddy', 'iis', 'php']

const policy = (granted: string[], options?: PolicyOptions) => contentSecurityPolicy(inventory, granted, options)

describe('contentSecurityPolicy', () => {
  test('allows nothing optional before consent', () => {
    expect(policy([])).toBe("default-src 'self' forum.example; img-src 'self' forum.example data:")
    expect(policy(['necessary'])).toBe(policy([]))
  })

  test('allows what is granted, and nothing else', () => {
    expect(policy(['analytics'])).toBe(
      "default-src 'self' forum.example stevec.example *.stevec.example merilnik.example; " +
        "img-src 'self' forum.example data: stevec.example *.stevec.example merilnik.example",
    )
    expect(policy(['video'])).toContain("default-src 'self' forum.example video.example;")
    expect(policy(['marketing'])).toBe(policy([]))
  })

  test('takes the lists of `privolim:change`: services that are named go before their category', () => {
    expect(policy(['analytics', 'merilnik', 'embeds', 'video'])).toContain(
      "default-src 'self' forum.example merilnik.example video.example;",
    )
  })

  test('knows the hosts of services of the catalogue', () => {
    const written = { controller, services: [{ use: 'google-analytics', account: 'G-X' }, { use: 'youtube' }] }
    expect(contentSecurityPolicy(written, ['analytics'])).toContain('*.google-analytics.com')
    expect(contentSecurityPolicy(JSON.stringify(written), ['analytics'])).not.toContain('youtube')
  })

  test('names each host once', () => {
    const services = ['a', 'b'].map((id) => service(id, 'analytics', 'x.example'))
    expect(contentSecurityPolicy({ controller, services }, ['analytics'])).toBe(
      "default-src 'self' x.example; img-src 'self' data: x.example",
    )
  })

  test('writes hosts as browsers ask for them', () => {
    const written = { controller, services: [service('a', 'analytics', 'Društvo.SI', ' *.CDN.example ')] }
    expect(contentSecurityPolicy(written, ['a'])).toContain("'self' xn--drutvo-dkb.si *.cdn.example;")
  })

  test('adds the sources of a site’s own', () => {
    const base = {
      'default-src': ['cdn.example'],
      'style-src': ["'unsafe-inline'"],
      'object-src': ["'none'"],
      'frame-ancestors': ["'self'"],
      'upgrade-insecure-requests': [],
    }
    expect(policy(['video'], { base })).toBe(
      "default-src 'self' cdn.example forum.example video.example; " +
        "img-src 'self' cdn.example forum.example data: video.example; " +
        "style-src 'self' cdn.example forum.example 'unsafe-inline' video.example; " +
        "object-src 'none'; frame-ancestors 'self'; upgrade-insecure-requests",
    )
  })

  test('allows Privolim and the receipts where they are on another host, and not on this one', () => {
    const withReceipts = { ...inventory, receiptEndpoint: 'https://potrdila.example:8443/zapisi' }
    const text = contentSecurityPolicy(withReceipts, [], { privolimPath: 'https://cdn.example/privolim/' })
    expect(text).toContain("default-src 'self' cdn.example forum.example;")
    expect(text).toContain("connect-src 'self' cdn.example forum.example potrdila.example:8443")
    const own = contentSecurityPolicy({ ...inventory, receiptEndpoint: '/potrdila' }, [], { privolimPath: '/privolim/' })
    expect(own).toBe(policy([]))
  })

  test('leaves to Privolim what is to be allowed always', () => {
    expect(policy([], { always: ['embeds', 'merilnik'] })).toContain("'self' forum.example merilnik.example video.example;")
    const { text } = serverRules(inventory, 'nginx', { always: ['embeds'] })
    expect(text).toContain("default-src 'self' forum.example video.example $privolim_granted;")
    expect(text).toContain('"$privolim_1 $privolim_2"')
    expect(() => policy([], { always: ['vdelano'] })).toThrow('vdelano')
  })

  test('has a place for a nonce', () => {
    expect(policy([], { nonce: true })).toContain("script-src 'self' forum.example 'nonce-{nonce}'")
  })

  test.each([
    [['analitika'], {}, 'analitika'],
    [['video~0'], {}, 'video~0'],
    [['toString'], {}, 'toString'],
    [[], { base: { 'script src': [] } }, 'script src'],
    [[], { base: { 'script-src': ["'self'; object-src"] } }, 'object-src'],
    [[], { base: { 'script-src': ['"'] } }, 'script-src'],
    [[], { base: { 'script-src': ["'none'", 'x.example'] } }, "'none'"],
    [[], { base: { 'default-src': ["'none'"] } }, "'none'"],
  ])('refuses %j, %j', (granted, options, named) => {
    for (const language of ['sl', 'en']) {
      const make = () => policy(granted, { ...options, language })
      expect(make).toThrow(PolicyError)
      expect(make).toThrow(named)
      expect(make).toThrow(language === 'sl' ? /Vpišite|Odstranite/ : /Write|Remove/)
    }
  })

  test('refuses an inventory that is wrong, with every host that is none and its place', () => {
    const written = {
      controller,
      cookies: [{ name: 'a', purpose: 'b', duration: '1 dan' }],
      services: [service('a', 'analytics', 'ok.example', 'https://x.example/'), service('b', 'embeds', 'x y')],
    }
    try {
      contentSecurityPolicy(written, [], { language: 'en' })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(InventoryError)
      const places = (error as InventoryError).issues.map(({ path }) => path)
      expect(places).toEqual(['services[0].hosts[1]', 'services[1].hosts[0]'])
      expect((error as InventoryError).message).toContain('without https://')
    }
    expect(() => contentSecurityPolicy({}, [])).toThrow('Manjka »controller«')
  })
})

/** Strings that would like to be more than a host. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.stringMatching(/^[a-z.*"'`;\n\r $%{}<>&#\\/:@?,|()=-]{1,20}$/),
  fc.constantFrom('a.example"\nHeader', "x';phpinfo();'", 'x.example;', '$request_uri', '{env.HOME}', '%{HOSTNAME}e'),
  fc.constantFrom('x<!--', '{R:1}'),
)

/** What may stand in a source, and what servers give no meaning to. */
const HARMLESS = /^[a-z0-9*._-]+$/

describe('hosts of an inventory', () => {
  test.each(KINDS)('cannot inject anything into the rules for %s', (kind) => {
    const siteWith = (first: string, second: string) => ({
      controller,
      services: [service('a', 'analytics', first), service('b', 'necessary', second)],
    })
    const expected = serverRules(siteWith('safe.example', 'own.example'), kind).text
    fc.assert(
      fc.property(nasty, nasty, (first, second) => {
        const written = siteWith(first, second)
        let text: string
        try {
          text = serverRules(written, kind).text
        } catch (error) {
          expect(error).toBeInstanceOf(InventoryError)
          return
        }
        const header = contentSecurityPolicy(written, ['a'])
        const [own, granted] = /^default-src 'self' (\S+) (\S+);/.exec(header)!.slice(1)
        expect(own).toMatch(HARMLESS)
        expect(granted).toMatch(HARMLESS)
        // But for the two words the file is that of an inventory which is beyond doubt.
        expect(text).toBe(expected.replaceAll('safe.example', () => granted!).replaceAll('own.example', () => own!))
      }),
      { numRuns: 300 },
    )
  })

  test('are taken where they are hosts', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z]$/).filter((text) => !text.startsWith('xn--'))
    fc.assert(
      fc.property(label, label, fc.boolean(), (one, other, below) => {
        const host = `${below ? '*.' : ''}${one}.${other}`
        const services = [service('a', 'embeds', host)]
        expect(contentSecurityPolicy({ controller, services }, ['a'])).toContain(` ${host};`)
      }),
    )
  })
})

describe('sources of a site’s own', () => {
  test.each(KINDS)('cannot inject anything into the rules for %s', (kind) => {
    fc.assert(
      fc.property(nasty, nasty, (directive, source) => {
        let text: string
        try {
          const base = { [directive]: ['https://safe.example/'], 'script-src': [source] }
          text = serverRules(inventory, kind, { base }).text
        } catch (error) {
          expect(error).toBeInstanceOf(PolicyError)
          return
        }
        expect(directive).toMatch(/^[a-z-]+$/)
        expect(source).toMatch(/^('[A-Za-z0-9+/=_-]+'|[A-Za-z0-9*.:/_~-]+)$/)
        expect(text).toContain(directive)
      }),
      { numRuns: 300 },
    )
  })
})
