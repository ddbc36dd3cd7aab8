import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CookieRecord, Service } from '../core/inventory/types'
import { writeOut } from '../core/inventory/writeOut'
import { outOfReach } from './outOfReach'

/** Names that stand there for the server alone. */
let hidden: string[]
/** What scripts see. */
let seen: Map<string, string>

beforeEach(() => {
  hidden = []
  seen = new Map()
  vi.stubGlobal('location', new URL('https://www.drustvo.si/novice'))
  vi.stubGlobal('document', {
    get cookie() {
      return [...seen].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    set cookie(text: string) {
      const [pair = '', ...attributes] = text.split('; ')
      const [name = '', value = ''] = pair.split('=')
      if (hidden.includes(name)) return
      if (name.startsWith('__Host-') && attributes.some((one) => /^Domain|^Path=\/./.test(one))) return
      if (attributes.includes('Max-Age=0')) seen.delete(name)
      else seen.set(name, value)
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const service = (id: string, ...cookies: (Partial<CookieRecord> & { name: string })[]): Service => ({
  id,
  category: 'analytics',
  provider: { name: 'Ponudnik' },
  cookies: cookies.map((one) => ({ purpose: 'x', duration: '1 leto', ...one })),
})

const look = (services: Service[], ids: string[], ...granted: string[]) =>
  outOfReach(writeOut({ controller: { name: 'Društvo' }, services }), (id) => granted.includes(id), ids).map(
    ({ place, name }) => `${place} ${name}`,
  )

const VIDEO = service(
  'video',
  { name: 'a', domain: 'ponudnik.example' },
  { name: 'b', party: 'third' },
  { name: 'c', storage: 'pixel', party: 'third' },
)

test('what a provider keeps is named with its domain, or else with the provider; a pixel is nothing', () => {
  expect(look([VIDEO], ['video'])).toEqual(['ponudnik.example a', 'Ponudnik b'])
})

test('only what was withdrawn, and is denied, and is not declared by a service that is granted', () => {
  expect(look([VIDEO], [])).toEqual([])
  expect(look([VIDEO], ['video'], 'video')).toEqual([])
  expect(look([VIDEO, service('drugi', { name: 'a', domain: 'ponudnik.example' })], ['video'], 'drugi')).toEqual([
    'Ponudnik b',
  ])
})

test('a cookie that is the server’s alone is found, and nothing is left of the search', () => {
  hidden = ['_skriti']
  const names = ['_skriti', '_ni_ga', '_*', '__Host-ni_ga', '__Secure-ni_ga'].map((name) => ({ name }))
  expect(look([service('stevec', ...names, { name: '_skriti', storage: 'localStorage' })], ['stevec'])).toEqual([
    'www.drustvo.si _skriti',
  ])
  expect([...seen]).toEqual([])
})

test('what a granted service uses is not touched by the search', () => {
  seen.set('_skupni', 'vrednost')
  look([service('stevec', { name: '_skupni' }), service('oglasi', { name: '_skupni' })], ['stevec'], 'oglasi')
  expect([...seen]).toEqual([['_skupni', 'vrednost']])
})
