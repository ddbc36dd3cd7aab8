import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Choice } from '../core/choice/types'
import type { RunningConsent } from '../core/consent/types'
import { CATEGORIES, type CategoryId } from '../core/inventory/types'
import { writeOut } from '../core/inventory/writeOut'
import { translate } from './translate'

// It brings no types along.
const { JSDOM } = await vi.importActual<{ JSDOM: new (html: string) => { window: Window & typeof globalThis } }>('jsdom')

/** Whether there was anything to translate, which is then looked at anew. */
const translates = (consent: RunningConsent): boolean => {
  const scan = vi.fn<() => void>()
  translate({ consent, granted: consent.granted, load: vi.fn<never>(), trusted: vi.fn<never>(), settings: {}, gates: { scan, update: vi.fn<() => void>() } })
  return scan.mock.calls.length > 0
}

const service = (id: string, category: CategoryId, more: object = {}) => ({
  id,
  category,
  provider: { name: 'X' },
  cookies: [],
  ...more,
})

const inventory = writeOut({
  controller: { name: 'Društvo' },
  services: [
    service('google-analytics', 'analytics', { name: 'Google Analytics' }),
    service('števec', 'analytics', { name: { sl: 'Naš števec', it: 'Il contatore' } }),
    service('yt', 'embeds', { use: 'youtube' }),
  ],
})

interface Situation {
  granted?: readonly string[]
  answered?: boolean
  needsChoice?: boolean
}

const consentIn = ({ granted = [], answered = true, needsChoice = !answered }: Situation = {}) =>
  ({
    inventory,
    choice: answered ? ({} as Choice) : undefined,
    needsChoice,
    granted: (id: string) => granted.includes(id),
    knows: (id: string) => [...CATEGORIES, 'google-analytics', 'števec', 'yt'].includes(id),
  }) as unknown as RunningConsent

const put = (html: string) => vi.stubGlobal('document', new JSDOM(html).window.document)

/** The page's one element, translated. */
const translated = (html: string, situation?: Situation) => {
  put(html)
  translates(consentIn(situation))
  return document.querySelector<HTMLElement>('body > *, head > *')!
}

const markIn = (html: string) => translated(html).dataset.privolim

let warn: ReturnType<typeof vi.spyOn>
beforeEach(() => void (warn = vi.spyOn(console, 'warn').mockReturnValue()))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a script', () => {
  test.each([
    ['data-cookieconsent="preferences"', 'functional'],
    ['data-cookieconsent="statistics"', 'analytics'],
    ['data-cookieconsent="marketing"', 'marketing'],
    ['data-cookieconsent="necessary"', 'necessary'],
    ['data-cookieconsent="preferences,statistics, marketing"', 'functional analytics marketing'],
    ['data-category="analytics"', 'analytics'],
    ['data-category="necessary"', 'necessary'],
    ['data-category="functionality"', 'functional'],
    ['data-category="analytics" data-service="Google Analytics"', 'google-analytics'],
    ['data-category="analytics" data-service="Nekaj drugega"', 'analytics'],
    ['data-cookiecategory="targeting"', 'marketing'],
    ['data-type="application/javascript" data-name="googleAnalytics"', 'google-analytics'],
    ['data-name="naš števec"', 'števec'],
    ['data-name="Il contatore"', 'števec'],
    ['data-name="youtube"', 'yt'],
    ['data-name="statistics"', 'analytics'],
    ['data-name="Ni v popisu"', 'Ni-v-popisu'],
    ['class="optanon-category-C0001"', 'necessary'],
    ['class="optanon-category-C0002"', 'analytics'],
    ['class="optanon-category-C0003"', 'functional'],
    ['class="lazy optanon-category-C0004 x"', 'marketing'],
    ['class="optanon-category-C0005"', 'embeds'],
    ['class="optanon-category-C0002-C0004"', 'analytics marketing'],
    ['class="optanon-category-SPD_BG"', 'SPD_BG'],
    ['data-service="google-analytics" data-category="statistics"', 'google-analytics'],
    ['data-service="general" data-category="marketing"', 'marketing'],
    ['data-category="preferences"', 'functional'],
    ['data-category="functional"', 'functional'],
    ['data-category="statistics-anonymous"', 'analytics'],
    ['data-service="ni-v-popisu"', 'ni-v-popisu'],
    ['data-cookieyes="cookieyes-necessary"', 'necessary'],
    ['data-cookieyes="cookieyes-functional"', 'functional'],
    ['data-cookieyes="cookieyes-analytics"', 'analytics'],
    ['data-cookieyes="cookieyes-performance"', 'analytics'],
    ['data-cookieyes="cookieyes-advertisement"', 'marketing'],
    ['data-category="constructor"', 'constructor'],
  ])('with %s waits for »%s«', (attributes, mark) => {
    expect(markIn(`<script type="text/plain" ${attributes}></script>`)).toBe(mark)
  })

  test.each([
    '<script type="text/plain"></script>',
    '<script type="text/plain" data-name=""></script>',
    '<script type="text/plain" data-cookieconsent="ignore"></script>',
    '<script type="text/plain" data-privolim="yt" data-category="analytics"></script>',
  ])('without another’s mark is left as it is: %s', (html) => {
    expect(translated(html).outerHTML).toBe(html)
    expect(warn).not.toHaveBeenCalled()
  })

  test('keeps the type that it is to have', () => {
    const script = translated('<script type="opt-in" data-type="module" data-name="yt" data-src="a.js"></script>')
    expect(script.getAttribute('type')).toBe('text/plain')
    expect(script.dataset).toMatchObject({ type: 'module', src: 'a.js', privolim: 'yt' })
  })

  test('may have its address where Complianz keeps it', () => {
    expect(
      translated('<script type="text/plain" data-cmplz-src="a.js" data-category="marketing"></script>').dataset.src,
    ).toBe('a.js')
  })
})

describe('a script that runs on refusal', () => {
  const html = '<script type="text/plain" data-category="!analytics"></script>'

  test.each([
    ['before an answer', { answered: false }, undefined],
    ['while the question is open', { needsChoice: true }, undefined],
    ['where it is granted', { granted: ['analytics'] }, undefined],
    ['where it is denied', {}, 'necessary'],
  ])('%s', (_, situation, mark) => {
    expect(translated(html, situation).dataset.privolim).toBe(mark)
  })

  test('is looked at again after every answer', () => {
    put(html)
    expect(translates(consentIn({ granted: ['analytics'] }))).toBe(false)
    expect(translates(consentIn())).toBe(true)
    expect(translates(consentIn())).toBe(false)
  })

  test.each(['data-category="analytics" data-service="!Google Analytics"', 'data-category="!analytics" data-service="Google Analytics"'])(
    'may be a service’s: %s',
    (attributes) => {
      const script = `<script type="text/plain" ${attributes}></script>`
      expect(translated(script, { granted: ['google-analytics'] }).dataset.privolim).toBeUndefined()
      expect(translated(script).dataset.privolim).toBe('necessary')
    },
  )

  test('of something unknown never runs', () => {
    expect(markIn('<script type="text/plain" data-category="!ugibanje"></script>')).toBe('!ugibanje')
  })
})

describe('a frame, an image or a style sheet', () => {
  test.each([
    ['<iframe data-cookieblock-src="a" data-cookieconsent="marketing"></iframe>', 'marketing', 'a'],
    ['<iframe data-src="a" data-cookieconsent="marketing"></iframe>', 'marketing', 'a'],
    ['<img data-cookieblock-src="a" data-cookieconsent="statistics">', 'analytics', 'a'],
    ['<iframe data-src="a" data-name="youtube"></iframe>', 'yt', 'a'],
    ['<iframe type="opt-in" data-src="a" data-name="ugibanje"></iframe>', 'ugibanje', 'a'],
    ['<img data-src="a" data-name="googleAnalytics">', 'google-analytics', 'a'],
    ['<iframe class="optanon-category-C0004" data-src="a"></iframe>', 'marketing', 'a'],
    ['<img class="optanon-category-C0002-C0004" data-src="a">', 'analytics marketing', 'a'],
    ['<iframe data-src-cmplz="a" src="about:blank" data-service="youtube" data-category="marketing"></iframe>', 'yt', 'a'],
    ['<img data-src-cmplz="a" src="about:blank" data-category="marketing">', 'marketing', 'a'],
    ['<iframe data-src="a" data-cookieyes="cookieyes-advertisement"></iframe>', 'marketing', 'a'],
  ])('%s', (html, mark, address) => {
    expect(translated(html).dataset).toMatchObject({ privolim: mark, src: address })
    expect(warn).not.toHaveBeenCalled()
  })

  test('a style sheet gets a type with which it works', () => {
    const link = translated('<link rel="stylesheet" type="opt-in" data-type="text/css" data-href="a" data-name="yt">')
    expect(link.outerHTML).toBe(
      '<link rel="stylesheet" type="text/css" data-type="text/css" data-href="a" data-name="yt" data-privolim="yt">',
    )
    expect(translated('<link type="text/plain" data-href="a" data-name="yt">').hasAttribute('type')).toBe(false)
  })

  test.each([
    // Pictures of a shop, fetched when they are scrolled to.
    '<img data-src="a" data-name="čevlji">',
    '<img data-src="a" data-name="x" data-category="analytics" data-service="youtube">',
    '<div data-cookieconsent="marketing">x</div>',
    '<div class="optanon-category-C0004">x</div>',
    '<img src="a" data-cookieconsent="ignore">',
  ])('is left as it is, where that is no mark: %s', (html) => {
    expect(translated(html).outerHTML).toBe(html)
    expect(warn).not.toHaveBeenCalled()
  })
})

describe('what is live already', () => {
  test.each([
    '<script async="" data-cookieyes="cookieyes-analytics" src="a.js"></script>',
    '<script class="optanon-category-C0004" type="text/javascript"></script>',
    '<iframe src="a" data-cookieconsent="marketing"></iframe>',
  ])('is left as it is, and warned of once: %s', (html) => {
    expect(translated(html).outerHTML).toBe(html)
    translates(consentIn())
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn.mock.calls[0]!.join(' ')).toContain(html.replace(/<\/\w+>$/, ''))
  })

  test.each(['class="optanon-category-C0001"', 'data-cookieyes="cookieyes-necessary"'])('may be necessary: %s', (mark) => {
    translated(`<script ${mark}></script>`)
    expect(warn).not.toHaveBeenCalled()
  })
})

test('says whether there was anything to translate, and finds what is inserted later', () => {
  put('<script type="text/plain"></script><script type="text/plain" data-category="ads"></script>')
  expect(translates(consentIn())).toBe(true)
  expect(translates(consentIn())).toBe(false)
  document.body.insertAdjacentHTML('beforeend', '<iframe class="optanon-category-C0005" data-src="a"></iframe>')
  expect(translates(consentIn())).toBe(true)
})
