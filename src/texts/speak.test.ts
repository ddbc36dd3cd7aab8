import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RunningConsent } from '../core/consent/types'
import type { Text } from '../core/inventory/types'
import type { Loader, Settings } from '../core/parts'
import type { Language } from './languages'
import { speak } from './speak'
import type { Phrases, Words } from './words'

const OWN: Phrases = { title: 'Piškotki', save: 'Shrani', n: { one: '{n} dan', other: '{n} dni' } }
const ITALIAN: Phrases = { title: 'Cookie', save: 'Salva', n: { one: '{n} giorno', many: '{n} giorni', other: '{n} giorni' } }

const load = vi.fn<(name: string) => Promise<{ phrases: Phrases }>>()

interface Situation {
  settings?: Settings
  languages?: readonly string[]
  texts?: Readonly<Record<string, Text>>
  language?: Language
}

const spoken = ({ settings = {}, languages = ['sl', 'it'], texts, language }: Situation = {}) => {
  const consent = { inventory: { languages, texts } } as unknown as RunningConsent
  return speak(OWN, { consent, load: load as unknown as Loader, settings }, language)
}

beforeEach(() => {
  load.mockReset().mockResolvedValue({ phrases: ITALIAN })
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

describe('Slovenian', () => {
  test.each<[string, Situation]>([
    ['where nothing else is said', { languages: ['sl'] }],
    ['where the author says so', { settings: { lang: 'sl' }, languages: ['it', 'sl'] }],
    ['where the visitor chose it', { settings: { lang: 'it' }, language: 'sl' }],
    ['where the language is not spoken', { settings: { lang: 'fr' }, languages: ['fr'] }],
  ])('is there at once, and nothing is fetched, %s', (_name, situation) => {
    const words = spoken(situation)
    expect(words).not.toBeInstanceOf(Promise)
    const now = words as Words
    expect([now.language, now('title')]).toEqual(['sl', 'Piškotki'])
    expect(load).not.toHaveBeenCalled()
  })
})

describe('another language', () => {
  test.each<[string, Situation]>([
    ['where the author says so', { settings: { lang: 'it' } }],
    ['where it is the first that the site offers', { languages: ['it', 'sl'] }],
    ['where the visitor chose it', { settings: { lang: 'sl' }, language: 'it' }],
  ])('is fetched, %s', async (_name, situation) => {
    const words = await spoken(situation)
    expect(load.mock.calls).toEqual([['it']])
    expect(words.language).toBe('it')
    expect(words('title')).toBe('Cookie')
    expect(words('n', { n: 2 })).toBe('2\u00a0giorni')
    expect(console.error).not.toHaveBeenCalled()
  })

  test('that cannot be fetched is Slovenian, with one report', async () => {
    const error = new TypeError('offline')
    load.mockRejectedValue(error)
    const words = await spoken({ language: 'it' })
    expect(words.language).toBe('sl')
    expect(words('title')).toBe('Piškotki')
    expect(vi.mocked(console.error).mock.calls).toEqual([['Privolim:', error]])
  })
})

describe('the site’s own words', () => {
  const texts = { title: 'Piškotki občine', save: { sl: 'Shrani izbor', it: 'Salva la scelta' } }

  test('go before ours', () => {
    const words = spoken({ texts, language: 'sl' }) as Words
    expect([words('title'), words('save')]).toEqual(['Piškotki občine', 'Shrani izbor'])
  })

  test('as a plain text are Slovenian alone', async () => {
    const words = await spoken({ texts, language: 'it' })
    expect([words('title'), words('save')]).toEqual(['Cookie', 'Salva la scelta'])
  })

  test('stand in for a language that could not be fetched too', async () => {
    load.mockRejectedValue(new Error('404'))
    const words = await spoken({ texts, language: 'it' })
    expect([words('title'), words('save')]).toEqual(['Piškotki občine', 'Shrani izbor'])
  })

  test('have their places filled, and are text', () => {
    const own = { title: 'Piškotki <b>{site}</b>', n: '{n} dnevov' }
    const words = spoken({ texts: own, language: 'sl' }) as Words
    expect(words('title', { site: 'Kostra' })).toBe('Piškotki <b>Kostra</b>')
    expect(words('n', { n: 1 })).toBe('1\u00a0dnevov')
  })

  test('in a language that is not spoken now change nothing', () => {
    const words = spoken({ texts: { title: { hu: 'Sütik' } }, language: 'sl' }) as Words
    expect(words('title')).toBe('Piškotki')
  })
})
