import { describe, expect, test } from 'vitest'
import { phrases as hr } from './hr'
import { createWords, type Phrases } from './words'

const sl: Phrases = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Record<string, Phrases>>(['./sl/*.ts', '!./sl/*.test.ts'], { eager: true }),
  ).flatMap((exported) => Object.values(exported)),
)

const NUMBERS = [0, 1, 2, 3, 4, 5, 100, 101, 102, 103, 104, 111]

/** Written out by hand, so that no rule can be wrong in the same way twice. */
const SLOVENIAN: Readonly<Record<string, string>> = {
  'banner.recipients': `
    Podatke prejme 0 zunanjih ponudnikov.
    Podatke prejme 1 zunanji ponudnik.
    Podatke prejmeta 2 zunanja ponudnika.
    Podatke prejmejo 3 zunanji ponudniki.
    Podatke prejmejo 4 zunanji ponudniki.
    Podatke prejme 5 zunanjih ponudnikov.
    Podatke prejme 100 zunanjih ponudnikov.
    Podatke prejme 101 zunanji ponudnik.
    Podatke prejmeta 102 zunanja ponudnika.
    Podatke prejmejo 103 zunanji ponudniki.
    Podatke prejmejo 104 zunanji ponudniki.
    Podatke prejme 111 zunanjih ponudnikov.`,
  'prefs.cookieCount': `
    0 piškotkov
    1 piškotek
    2 piškotka
    3 piškotki
    4 piškotki
    5 piškotkov
    100 piškotkov
    101 piškotek
    102 piškotka
    103 piškotki
    104 piškotki
    111 piškotkov`,
  'unit.second': `
    0 sekund
    1 sekunda
    2 sekundi
    3 sekunde
    4 sekunde
    5 sekund
    100 sekund
    101 sekunda
    102 sekundi
    103 sekunde
    104 sekunde
    111 sekund`,
  'unit.minute': `
    0 minut
    1 minuta
    2 minuti
    3 minute
    4 minute
    5 minut
    100 minut
    101 minuta
    102 minuti
    103 minute
    104 minute
    111 minut`,
  'unit.hour': `
    0 ur
    1 ura
    2 uri
    3 ure
    4 ure
    5 ur
    100 ur
    101 ura
    102 uri
    103 ure
    104 ure
    111 ur`,
  'unit.day': `
    0 dni
    1 dan
    2 dneva
    3 dnevi
    4 dnevi
    5 dni
    100 dni
    101 dan
    102 dneva
    103 dnevi
    104 dnevi
    111 dni`,
  'unit.week': `
    0 tednov
    1 teden
    2 tedna
    3 tedni
    4 tedni
    5 tednov
    100 tednov
    101 teden
    102 tedna
    103 tedni
    104 tedni
    111 tednov`,
  'unit.month': `
    0 mesecev
    1 mesec
    2 meseca
    3 meseci
    4 meseci
    5 mesecev
    100 mesecev
    101 mesec
    102 meseca
    103 meseci
    104 meseci
    111 mesecev`,
  'unit.year': `
    0 let
    1 leto
    2 leti
    3 leta
    4 leta
    5 let
    100 let
    101 leto
    102 leti
    103 leta
    104 leta
    111 let`,
}

/** Eleven counts like many, one hundred and eleven too; two to four share a form with one hundred and two to four. */
const CROATIAN: Readonly<Record<string, string>> = {
  'banner.recipients': `
    Podatke prima 0 vanjskih pružatelja.
    Podatke prima 1 vanjski pružatelj.
    Podatke primaju 2 vanjska pružatelja.
    Podatke primaju 3 vanjska pružatelja.
    Podatke primaju 4 vanjska pružatelja.
    Podatke prima 5 vanjskih pružatelja.
    Podatke prima 100 vanjskih pružatelja.
    Podatke prima 101 vanjski pružatelj.
    Podatke primaju 102 vanjska pružatelja.
    Podatke primaju 103 vanjska pružatelja.
    Podatke primaju 104 vanjska pružatelja.
    Podatke prima 111 vanjskih pružatelja.`,
  'unit.hour': `
    0 sati
    1 sat
    2 sata
    3 sata
    4 sata
    5 sati
    100 sati
    101 sat
    102 sata
    103 sata
    104 sata
    111 sati`,
  'unit.year': `
    0 godina
    1 godina
    2 godine
    3 godine
    4 godine
    5 godina
    100 godina
    101 godina
    102 godine
    103 godine
    104 godine
    111 godina`,
}

const cases = (written: Readonly<Record<string, string>>) =>
  Object.entries(written).flatMap(([key, lines]) =>
    lines
      .trim()
      .split(/\s*\n\s*/)
      .map((line, index) => [key, NUMBERS[index]!, line] as const),
  )

describe('in Slovenian', () => {
  const words = createWords('sl', sl)

  test('every plural is written out, for every number', () => {
    expect(Object.keys(SLOVENIAN).sort()).toEqual(Object.keys(sl).filter((key) => typeof sl[key] === 'object').sort())
    expect(cases(SLOVENIAN)).toHaveLength(Object.keys(SLOVENIAN).length * NUMBERS.length)
  })

  test.each(cases(SLOVENIAN))('%s of %d is »%s«', (key, n, said) => {
    expect(words(key, { n }).replaceAll('\u00a0', ' ')).toBe(said)
  })
})

describe('in Croatian', () => {
  const words = createWords('hr', hr)

  test.each(cases(CROATIAN))('%s of %d is »%s«', (key, n, said) => {
    expect(words(key, { n }).replaceAll('\u00a0', ' ')).toBe(said)
  })
})

describe('durations', () => {
  // »3 let« and »5. marec« (for »5. marca«) are what `Intl` would say.
  const sources = Object.entries(
    import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], { eager: true, query: '?raw', import: 'default' }),
  )

  test('are never left to Intl, nor are names of months', () => {
    const wrong = /DurationFormat|RelativeTimeFormat|style: 'unit'|unitDisplay|(date|time)Style|month: '(long|short)'/
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.filter(([, source]) => wrong.test(source)).map(([path]) => path)).toEqual([])
  })

  test('which still would be wrong', () => {
    const three = new Intl.NumberFormat('sl', { style: 'unit', unit: 'year', unitDisplay: 'long' }).format(3)
    expect(three.replace('\u00a0', ' ')).toBe('3 let')
    expect(createWords('sl', sl)('unit.year', { n: 3 })).toBe('3\u00a0leta')
  })
})
