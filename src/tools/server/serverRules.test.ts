import { DOMParser } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { inventory, VECTORS } from '../../../e2e/server-rules/vectors'
import { contentSecurityPolicy } from './contentSecurityPolicy'
import { PolicyError } from './PolicyError'
import { serverRules } from './serverRules'
import type { ServerKind } from './types'

const KINDS: ServerKind[] = ['apache', 'nginx', 'caddy', 'iis', 'php']

/** What looks like a host in a file, but for what servers call their own variables. */
const hostsIn = (text: string) => new Set(text.match(/[a-z*][a-z.*-]*\.example/g))

describe.each(KINDS)('serverRules for %s', (kind) => {
  test('mention every declared host, and no other', () => {
    const declared = inventory.services.flatMap(({ hosts }) => hosts)
    expect(hostsIn(serverRules(inventory, kind).text)).toEqual(new Set(declared))
  })

  test('say in both languages what to do, each step on a line', () => {
    const { sl, en } = serverRules(inventory, kind, { nonce: true, reportOnly: true }).steps
    expect(sl.split('\n').length).toBeGreaterThan(6)
    expect(sl.split('\n')).toHaveLength(en.split('\n').length)
    sl.split('\n').forEach((step, index) => expect(step).toMatch(RegExp(`^${String(index + 1)}\\. .*\\S$`)))
    expect(sl).toMatch(/[čšž]/)
    expect(en).not.toMatch(/[čšž]/)
    expect(sl + en).not.toContain('undefined')
  })

  test('name the services that have no hosts', () => {
    const provider = { name: 'x' }
    const services = [{ id: 'brez', category: 'analytics', provider, cookies: [] }]
    const rows = [{ name: 'a', purpose: 'b', duration: '1 dan', category: 'functional' }]
    const { steps } = serverRules({ controller: provider, services, cookies: rows }, kind)
    expect(steps.sl).toContain('nimajo gostiteljev (hosts): brez.')
    expect(steps.en).toContain('no hosts in the inventory: brez.')
    expect(serverRules(inventory, kind).steps.sl).not.toContain('nimajo gostiteljev')
  })

  test('carry a remark in the language that is asked for', () => {
    expect(serverRules(inventory, kind).text).toContain('po izbiri obiskovalca')
    expect(serverRules(inventory, kind, { language: 'en' }).text).toContain('by what the visitor has chosen')
  })

  test('are of one kind for all inventories: nothing optional, too', () => {
    const { text } = serverRules({ controller: { name: 'x' } }, kind)
    expect(text).toContain('default-src')
    expect(text).not.toContain('undefined')
  })
})

test('there are no rules for other servers', () => {
  for (const kind of ['lighttpd', 'toString', '']) {
    expect(() => serverRules(inventory, kind as ServerKind)).toThrow(PolicyError)
    expect(() => serverRules(inventory, kind as ServerKind)).toThrow(/apache, nginx, caddy, iis, php/)
  }
})

/**
 * What the module URL Rewrite does with outbound rules, as far as they are used here: one after the other, each on what
 * the last has left of the header; conditions are about the request.
 */
const rewrite = (xml: string, cookie = ''): string => {
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document
  const pattern = (element: Element) => {
    // Unless it says otherwise, capitals do not count, and ids are told apart by them.
    expect(element.getAttribute('ignoreCase')).toBe('false')
    return RegExp(element.getAttribute('pattern')!)
  }
  let header = ''
  for (const rule of document.querySelectorAll('outboundRules > rule')) {
    const match = rule.querySelector('match')!
    expect(match.getAttribute('serverVariable')).toBe('RESPONSE_Content_Security_Policy')
    const holds = [...rule.querySelectorAll('conditions > add')].every((condition) => {
      expect(condition.getAttribute('input')).toBe('{HTTP_COOKIE}')
      return pattern(condition).test(cookie) !== (condition.getAttribute('negate') === 'true')
    })
    const groups = pattern(match).exec(header)
    if (!holds || !groups) continue
    const value = rule.querySelector('action')!.getAttribute('value')!
    header = value.replace(/\{R:(\d)\}/g, (_, index: string) => groups[Number(index)]!)
  }
  return header
}

describe('the rules for IIS, carried out as it does', () => {
  const { text } = serverRules(inventory, 'iis')

  test.each(VECTORS)('$name', ({ cookie, granted }) => {
    expect(rewrite(text, cookie)).toBe(contentSecurityPolicy(inventory, granted))
  })

  test('with directives of a site’s own', () => {
    const base = { 'script-src': ["'unsafe-inline'"], 'script-src-elem': ['x.example'], 'frame-src': ["'none'"] }
    const { cookie, granted } = VECTORS.find(({ name }) => name === 'all')!
    const own = serverRules(inventory, 'iis', { base }).text
    expect(rewrite(own, cookie)).toBe(contentSecurityPolicy(inventory, granted, { base }))
  })

  test('have names that differ, as it wants them', () => {
    const names = text.match(/rule name="[^"]+"/g)!
    expect(new Set(names).size).toBe(names.length)
  })
})
