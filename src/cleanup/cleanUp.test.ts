import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CookieRecord, Service } from '../core/inventory/types'
import { writeOut } from '../core/inventory/writeOut'
import { cleanUp } from './cleanUp'

// It brings no types along.
const { JSDOM } = await vi.importActual<{
  JSDOM: new (html: string, options: { url: string }) => { window: Window & typeof globalThis }
}>('jsdom')

let page: Window & typeof globalThis
let databases: string[]
/** A database that a script keeps open. */
let openOne: string

beforeEach(() => {
  page = new JSDOM('', { url: 'https://www.drustvo.si/novice/2026/' }).window
  databases = []
  openOne = ''
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', page.document)
  vi.stubGlobal('location', page.location)
  vi.stubGlobal('indexedDB', {
    databases: () => Promise.resolve(databases.map((name) => ({ name }))),
    deleteDatabase(name: string) {
      const request = new page.EventTarget()
      setTimeout(() => {
        const blocked = name === openOne
        if (!blocked) databases = databases.filter((one) => one !== name)
        request.dispatchEvent(new page.Event(blocked ? 'blocked' : 'success'))
      })
      return request
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const record = (name: string, storage: CookieRecord['storage'] = 'cookie'): CookieRecord => ({
  name,
  purpose: 'x',
  duration: '1 leto',
  storage,
})

const service = (id: string, ...cookies: CookieRecord[]): Service => ({
  id,
  category: 'analytics',
  provider: { name: 'X' },
  cookies,
})

/** Cleans up in a site with these services, of which some are granted. */
const clean = (services: Service[], ...granted: string[]) =>
  cleanUp(writeOut({ controller: { name: 'Društvo' }, services }), (id) => granted.includes(id))

const nameIn = (pair: string) => pair.split('=')[0]!
const cookies = () => page.document.cookie.split('; ').map(nameIn).sort().join(' ')

describe('cleanUp', () => {
  test('deletes the cookies of a service that is denied, wherever a script could have set them', async () => {
    for (const attributes of [
      '',
      '; Path=/',
      '; Path=/novice',
      '; Path=/novice/2026/',
      '; Path=/; Domain=drustvo.si',
      '; Path=/; Domain=www.drustvo.si',
      '; Path=/; Secure',
    ]) {
      page.document.cookie = `_ga=1${attributes}`
      expect(cookies()).toBe('_ga')
      await clean([service('ga', record('_ga'))])
      expect(cookies()).toBe('')
    }
  })

  test('leaves what is granted, what is not declared, and what is alike', async () => {
    for (const name of ['_ga', '_ga_1', '_gat', 'seja', 'matomo']) page.document.cookie = `${name}=1; Path=/`
    await clean([service('ga', record('_ga'), record('_ga_*')), service('mtm', record('matomo'))], 'mtm')
    expect(cookies()).toBe('_gat matomo seja')
  })

  test('leaves a record that a granted service declares as well', async () => {
    for (const name of ['_ga_1', '_ga_2', '_gid']) page.document.cookie = `${name}=1; Path=/`
    await clean([service('ga', record('_ga_*'), record('_gid')), service('ads', record('_ga_2'))], 'ads')
    expect(cookies()).toBe('_ga_2')
  })

  test.each(['localStorage', 'sessionStorage'] as const)('removes the keys of %s', async (storage) => {
    page[storage].setItem('yt-1', 'x')
    page[storage].setItem('other', 'x')
    await clean([service('yt', record('yt-*', storage))])
    expect(Object.keys(page[storage])).toEqual(['other'])
  })

  test('a cookie is no storage key of the same name', async () => {
    page.localStorage.setItem('_ga', 'x')
    page.document.cookie = '_ga=1; Path=/'
    await clean([service('a', record('_ga')), service('b', record('_ga', 'localStorage'))], 'b')
    expect(page.localStorage.getItem('_ga')).toBe('x')
    expect(cookies()).toBe('')
  })

  test('removes databases', async () => {
    databases = ['yt-1', 'other', 'yt-kept']
    await clean([service('yt', record('yt-*', 'indexedDB')), service('kept', record('yt-kept', 'indexedDB'))], 'kept')
    expect(databases).toEqual(['other', 'yt-kept'])
  })

  test('a database that is kept open is left for now', async () => {
    databases = ['yt-1', 'yt-2']
    openOne = 'yt-1'
    expect(await clean([service('yt', record('yt-*', 'indexedDB'))])).toEqual({ found: true, left: ['yt-1'] })
    expect(databases).toEqual(['yt-1'])
  })

  test('says whether something was there, and what still is', async () => {
    const ga = service('ga', record('_ga'), record('yt-*', 'indexedDB'))
    expect(await clean([ga])).toEqual({ found: false, left: [] })
    page.document.cookie = 'seja=1; Path=/'
    databases = ['other']
    expect(await clean([ga])).toEqual({ found: false, left: [] })
    page.document.cookie = '_ga=1; Path=/'
    expect(await clean([ga], 'ga')).toEqual({ found: false, left: [] })
    expect(await clean([ga])).toEqual({ found: true, left: [] })
    expect(await clean([ga])).toEqual({ found: false, left: [] })
    databases = ['yt-1']
    expect(await clean([ga])).toEqual({ found: true, left: [] })
    expect(await clean([ga])).toEqual({ found: false, left: [] })
  })

  test('what is kept by a service that is granted was not found', async () => {
    page.document.cookie = '_ga_2=1; Path=/'
    const services = [service('ga', record('_ga_*')), service('ads', record('_ga_2'))]
    expect(await clean(services, 'ads')).toEqual({ found: false, left: [] })
  })

  test('a cookie that comes back at once is left, and said to be', async () => {
    const { document: real } = page
    vi.stubGlobal('document', {
      get cookie() {
        return '_ga=1'
      },
      set cookie(text: string) {
        real.cookie = text
      },
    })
    expect(await clean([service('ga', record('_ga'))])).toEqual({ found: true, left: ['_ga'] })
  })

  test('a third party’s record that is granted keeps none of this site’s', async () => {
    page.document.cookie = '_fbp=1; Path=/'
    await clean([service('a', record('_fbp')), service('b', { ...record('_fbp'), party: 'third' })], 'b')
    expect(cookies()).toBe('')
  })

  test('a path with two slashes in a row is one like any other', async () => {
    page = new JSDOM('', { url: 'https://drustvo.si/a//b' }).window
    vi.stubGlobal('document', page.document)
    vi.stubGlobal('location', page.location)
    for (const path of ['/a', '/a/', '/a//', '/a//b']) page.document.cookie = `_ga=1; Path=${path}`
    await clean([service('ga', record('_ga'))])
    expect(cookies()).toBe('')
  })

  test('does without storage that is switched off', async () => {
    vi.stubGlobal('window', {
      get localStorage(): Storage {
        throw new Error('denied')
      },
    })
    expect(() => clean([service('yt', record('yt-*', 'localStorage'), record('x', 'pixel'))])).not.toThrow()
  })

  test.each([{ party: 'third' as const }, { domain: 'ponudnik.example' }])(
    'leaves a cookie of the site that has the name of a third party’s: %j',
    async (place) => {
      page.document.cookie = 'locale=sl; Path=/'
      await clean([service('vtičnik', { ...record('locale'), ...place })])
      expect(cookies()).toBe('locale')
    },
  )
})
