import { afterEach, describe, expect, test, vi } from 'vitest'
import { cookieStorage } from './cookieStorage'

// It brings no types along.
const { JSDOM } = await vi.importActual<{
  JSDOM: new (html: string, options: { url: string }) => { window: Window }
}>('jsdom')

/** A page, and every cookie that is written in it, with its attributes. */
const openPage = (url: string) => {
  const { document, location } = new JSDOM('', { url }).window
  const written: string[] = []
  vi.stubGlobal('location', location)
  vi.stubGlobal('document', {
    get cookie() {
      return document.cookie
    },
    set cookie(text: string) {
      written.push(text)
      document.cookie = text
    },
  })
  return { document, written }
}

afterEach(() => vi.unstubAllGlobals())

describe('write', () => {
  test('sets a plain first-party cookie for this host', () => {
    const { written } = openPage('https://www.drustvo.si/a/b')
    expect(cookieStorage().write('1.x', 3600)).toBe(true)
    expect(written).toEqual(['privolim=1.x; Path=/; SameSite=Lax; Secure; Max-Age=3600'])
  })

  test('is not Secure on http', () => {
    const { written } = openPage('http://drustvo.local/')
    expect(cookieStorage().write('1.x', 3600)).toBe(true)
    expect(written).toEqual(['privolim=1.x; Path=/; SameSite=Lax; Max-Age=3600'])
  })

  test.each(['https://www.drustvo.si/', 'https://drustvo.si/'])('shares it with the domain on %s', (url) => {
    const { written } = openPage(url)
    expect(cookieStorage('drustvo.si').write('1.x', 3600)).toBe(true)
    expect(written.at(-1)).toBe('privolim=1.x; Path=/; SameSite=Lax; Secure; Max-Age=3600; Domain=drustvo.si')
  })

  test.each(['https://zadrustvo.si/', 'https://drustvo.si.zlo.si/'])('keeps it to the host on %s', (url) => {
    const { written } = openPage(url)
    expect(cookieStorage('drustvo.si').write('1.x', 3600)).toBe(true)
    expect(written).toEqual(['privolim=1.x; Path=/; SameSite=Lax; Secure; Max-Age=3600'])
  })

  test('says when the browser did not keep it', () => {
    openPage('https://drustvo.si/')
    vi.stubGlobal('document', Object.freeze({ cookie: '' }))
    expect(cookieStorage().write('1.x', 3600)).toBe(false)
  })
})

describe('read', () => {
  test('gives every value under our name, and no other', () => {
    const { document } = openPage('https://www.drustvo.si/')
    for (const text of ['privolim=1.a', 'privolim=1.b; Domain=drustvo.si', 'privolim2=1.c', 'x=privolim=1'])
      document.cookie = `${text}; Path=/`
    expect(cookieStorage().read().sort()).toEqual(['1.a', '1.b'])
  })

  test('is empty where nothing is stored', () => {
    openPage('https://drustvo.si/')
    expect(cookieStorage().read()).toEqual([])
  })
})

test('a sandboxed frame, where cookies throw, has none', () => {
  openPage('https://drustvo.si/')
  vi.stubGlobal('document', {
    get cookie(): string {
      throw new Error('SecurityError')
    },
    set cookie(_text: string) {
      throw new Error('SecurityError')
    },
  })
  expect(cookieStorage().read()).toEqual([])
  expect(cookieStorage().write('1.x', 3600)).toBe(false)
})
