import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDuration } from './duration'
import vectors from './durationsSl.json'
import { splitIso } from './iso'

/** Without the text itself, which is always the same. */
const read = (text: string): object => {
  const { asWritten, ...reading } = parseDuration(text)
  expect(asWritten).toBe(text)
  return reading
}

const fixed = (iso: string, more: object = {}): object => ({ kind: 'fixed', iso, ...more })
const atMost = (iso: string): object => fixed(iso, { bound: 'max' })
const atLeast = (iso: string): object => fixed(iso, { bound: 'min' })

const SESSION = { kind: 'session' }
const UNKNOWN = { kind: 'unknown' }
const UNLIMITED = { kind: 'persistent', unbounded: true }

test.each(vectors)('as the seeds write it: »$input« ($seenIn)', ({ input, expect: expected }) => {
  expect(read(input)).toEqual(expected)
})

describe('ISO 8601', () => {
  test.each([
    'P1Y', 'P12M', 'P2W', 'P1000D', 'PT1440H', 'PT30M', 'PT30S', 'P1Y1M4D', 'P1Y2M3W4DT5H6M7S', 'P0D', 'P9999999D',
  ])('%s stays as it is', (iso) => {
    expect(read(iso)).toEqual(fixed(iso))
  })

  test('in small letters, between spaces', () => {
    expect(read(' pt24h\n')).toEqual(fixed('PT24H'))
  })

  test.each(['P', 'PT', 'P1YT', 'P1', '1Y', 'P1H', 'PT1D', 'P1M1Y', '-P1Y', 'P-1Y', 'P1.5Y', 'P12345678D', 'P1YP1Y'])(
    '»%s« is none',
    (text) => {
      expect(read(text)).toEqual(UNKNOWN)
      expect(splitIso(text)).toBeUndefined()
    },
  )

  test('splits into seven amounts', () => {
    expect(splitIso('P1Y4DT05M')).toEqual(['1', undefined, undefined, '4', undefined, '05', undefined])
  })
})

describe('words of the catalogue', () => {
  test.each([
    ['session', SESSION],
    ['next-page', { kind: 'next-page' }],
    ['persistent', { kind: 'persistent' }],
    ['variable', { kind: 'variable' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('without a number', () => {
  test.each([
    'seja', 'Seja', 'SEJA.', 'sejni', 'Sejna', 'sejni piškotek', 'Sejni piskotki', 'čas seje', 'za čas seje',
    'v času seje', 'do konca trajanja seje', 'ob koncu seje', 'Do zaprtja brskalnika',
    'do\u00a0zaprtja\u00a0brskalnika', 'po zaprtju brskalnika', 'ob zaprtju brskalnika',
    'dokler ne zaprete brskalnika', 'ko zaprete brskalnik', 'Session', '(seja)',
  ])('»%s« is the session', (text) => {
    expect(read(text)).toEqual(SESSION)
  })

  test.each(['do naslednje strani', 'ogled naslednje strani', 'next page'])('»%s« is the next page', (text) => {
    expect(read(text)).toEqual({ kind: 'next-page' })
  })

  test.each(['trajno', 'nikoli', 'never', 'do izbrisa', 'do izbrisa v brskalniku'])('»%s« has no end', (text) => {
    expect(read(text)).toEqual({ kind: 'persistent' })
  })

  test.each([
    'neomejeno', 'NEOMEJENO', 'neomejen', 'za vedno', 'brez omejitve', 'brez časovne omejitve',
    'brez casovne omejitve',
  ])('»%s« says that there is no limit', (text) => {
    expect(read(text)).toEqual(UNLIMITED)
  })

  test('»spremenljivo« is variable', () => {
    expect(read('Spremenljivo')).toEqual({ kind: 'variable' })
  })
})

/** Nominative to instrumental of singular, dual and plural, and abbreviations. */
const UNIT_FORMS = {
  S: 'sekunda sekunde sekundi sekundo sekund sekundama sekundah sekundam sekundami s s. sek sek. sec',
  H: 'ura ure uri uro ur urama urah uram urami h ur.',
  TM: 'minuta minute minuti minuto minut minutama minutah minutam minutami min min.',
  D: 'dan dneva dnevu dnem dnevom dni dneh dnema dnevoma dnevi dneve dnevih dnevom d d.',
  W: 'teden tedna tednu tednom tednoma tednov tednih tedni tedne',
  M: 'mesec meseca mesecu mesecem mesecema mesecev mesecih meseci mesece mes mes.',
  Y: 'leto leta letu letom leti let letoma letih let.',
}

describe.each(Object.entries(UNIT_FORMS))('every form of the unit %s', (letter, forms) => {
  const isTime = 'TMHS'.includes(letter) && letter !== 'M'
  const iso = (count: number): string => `P${isTime ? 'T' : ''}${count}${letter.slice(-1)}`

  test.each(forms.split(' '))('%s', (form) => {
    expect(read(`7 ${form}`)).toEqual(fixed(iso(7)))
    expect(read(`7${form.toUpperCase()}`)).toEqual(fixed(iso(7)))
    expect(read(`do\u00a0dveh\u202f${form}`)).toEqual(atMost(iso(2)))
  })
})

const TENS = [
  '', 'deset', 'dvajset', 'trideset', 'štirideset', 'petdeset', 'šestdeset', 'sedemdeset', 'osemdeset', 'devetdeset',
]
const ONES = ['', 'ena', 'dva', 'tri', 'štiri', 'pet', 'šest', 'sedem', 'osem', 'devet']
const TEENS = [
  'deset', 'enajst', 'dvanajst', 'trinajst', 'štirinajst', 'petnajst', 'šestnajst', 'sedemnajst', 'osemnajst',
  'devetnajst',
]
const HUNDREDS = ['', 'sto', 'dvesto', 'tristo', 'štiristo', 'petsto', 'šeststo', 'sedemsto', 'osemsto', 'devetsto']

const belowHundred = (count: number): string => {
  const ones = ONES[count % 10] ?? ''
  if (count < 10) return ones
  if (count < 20) return TEENS[count - 10] ?? ''
  return (ones && `${ones}in`) + (TENS[Math.floor(count / 10)] ?? '')
}

const numeral = (count: number): string => `${HUNDREDS[Math.floor(count / 100)]} ${belowHundred(count % 100)}`.trim()

describe('numbers in words', () => {
  test('1 to 999', () => {
    for (let count = 1; count < 1000; count += 1) {
      expect(read(`${numeral(count)} dni`), numeral(count)).toEqual(fixed(`P${count}D`))
    }
  })

  test('5 to 99 in oblique cases', () => {
    for (let count = 5; count < 100; count += 1) {
      const word = belowHundred(count)
      if (!/(t|sedem|osem)$/.test(word)) continue
      const stem = word.replace(/em$/, 'm')
      for (const form of [`${stem}ih`, `${stem}im`, `${stem}imi`]) {
        expect(read(`v ${form} dneh`), form).toEqual(fixed(`P${count}D`))
      }
    }
  })

  test.each([
    [1, 'en ena eno ene eni enega enemu enem enim'],
    [2, 'dva dve dveh dvema'],
    [3, 'tri trije treh trem tremi'],
    [4, 'štiri štirje štirih štirim štirimi stiri stirje'],
    [6, 'šest sest šestih sestih'],
  ])('%i in any case and gender', (count, forms) => {
    for (const form of forms.split(' ')) expect(read(`${form} leti`), form).toEqual(fixed(`P${count}Y`))
  })

  test.each([
    'peto leto', 'v petem letu', 'pete ure', 'šesti dan', 'sedmi dan', 'osmega leta', 'deveto leto', 'tretje leto',
    'prvo leto', 'četrto leto', 'deseto leto', 'dvajseti dan', '1. leto', '24. ure',
  ])('»%s« is an ordinal', (text) => {
    expect(read(text)).toEqual(UNKNOWN)
  })
})

test.each([
  ['pol leta', 'P6M'],
  ['pol ure', 'PT30M'],
  ['pol dneva', 'PT12H'],
  ['pol minute', 'PT30S'],
  ['četrt ure', 'PT15M'],
  ['cetrt leta', 'P3M'],
  ['leto in pol', 'P18M'],
  ['uro in pol', 'PT90M'],
  ['uro in četrt', 'PT75M'],
  ['eno leto in pol', 'P18M'],
  ['2 leti in pol', 'P30M'],
  ['pet let in pol', 'P66M'],
  ['poldrugo leto', 'P18M'],
  ['poldruga ura', 'PT90M'],
  ['1,5 leta', 'P18M'],
  ['1.5 years', 'P18M'],
  ['2,0 leti', 'P2Y'],
  ['0,5 ure', 'PT30M'],
  ['0,25 ure', 'PT15M'],
  ['1,1 ure', 'PT66M'],
  ['1,5 dneva', 'PT36H'],
  ['1,5 tedna', 'PT252H'],
  ['1 leto in pol dneva', 'P1YT12H'],
])('fraction: »%s« is %s', (text, iso) => {
  expect(read(text)).toEqual(fixed(iso))
})

test.each(['pol meseca', 'mesec in pol', '0,5 s', '0,1 leta', '1 in pol', 'pol', 'tri četrt ure',
'1,5 leta in 2 meseca'])(
  'no whole number: »%s«',
  (text) => {
    expect(read(text)).toEqual(UNKNOWN)
  },
)

test.each([
  ['1440\u00a0ur', fixed('PT1440H')],
  ['1.440 ur', fixed('PT1440H')],
  ['1 440 ur', fixed('PT1440H')],
  ['1\u202f440 ur', fixed('PT1440H')],
  ['24h', fixed('PT24H')],
  ['12-mesecev', fixed('P12M')],
  ['12-mesečni piškotek', fixed('P12M')],
  ['– 30 dni', fixed('P30D')],
  ['(30 dni)', fixed('P30D')],
  ['30 dni...', fixed('P30D')],
  ['30 dni –', fixed('P30D')],
  ['Trajanje: 30 dni', fixed('P30D')],
  ['velja 1 leto', fixed('P1Y')],
  ['traja 2 leti', fixed('P2Y')],
  ['za obdobje 5 let', fixed('P5Y')],
  ['Po 30 dneh', fixed('P30D')],
  ['leto dni', fixed('P1Y')],
  ['mesec dni', fixed('P1M')],
  ['največ leto dni', atMost('P1Y')],
  ['ENO LETO', fixed('P1Y')],
  ['\u0161'.normalize('NFD') + 'est mesecev', fixed('P6M')],
])('spelling: »%s«', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  ['1 leto, 1 mesec in 4 dni', 'P1Y1M4D'],
  ['eno leto, en mesec in štiri dni', 'P1Y1M4D'],
  ['1 leto 1 mesec 4 dni', 'P1Y1M4D'],
  ['1 year 1 month 4 days', 'P1Y1M4D'],
  ['1 let. 3 mes.', 'P1Y3M'],
  ['1 uro in 30 minut', 'PT1H30M'],
  ['1h30min', 'PT1H30M'],
  ['2 tedna in 3 dni', 'P2W3D'],
  ['1 dan in 12 ur', 'P1DT12H'],
])('compound: »%s« is %s', (text, iso) => {
  expect(read(text)).toEqual(fixed(iso))
})

test.each([
  ['do 2 leti', atMost('P2Y')],
  ['do največ 2 let', atMost('P2Y')],
  ['največ 1 leto', atMost('P1Y')],
  ['najvec 1 leto', atMost('P1Y')],
  ['najdlje 1 leto', atMost('P1Y')],
  ['ne več kot 1 leto', atMost('P1Y')],
  ['ne vec kot eno leto', atMost('P1Y')],
  ['maksimalno 1 leto', atMost('P1Y')],
  ['max 1 leto', atMost('P1Y')],
  ['max. 30 min.', atMost('PT30M')],
  ['2 leti maks.', atMost('P2Y')],
  ['1 leto (največ)', atMost('P1Y')],
  ['vsaj 26 mesecev', atLeast('P26M')],
  ['najmanj eno leto', atLeast('P1Y')],
  ['min. 30 min', atLeast('PT30M')],
  ['minimalno 5 let', atLeast('P5Y')],
])('bound: »%s«', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  ['1 leto po prenehanju.', fixed('P1Y', { from: 'po prenehanju' })],
  ['30 dni od zadnjega obiska', fixed('P30D', { from: 'od zadnjega obiska' })],
  ['5 let – po koncu pogodbe (8. člen)', fixed('P5Y', { from: 'po koncu pogodbe (8. člen)' })],
  ['5 let OD  1. 1. 2020;', fixed('P5Y', { from: 'OD  1. 1. 2020' })],
  ['leto in pol po vašem izstopu', fixed('P18M', { from: 'po vašem izstopu' })],
  ['do 1 leta po İzstopu iz društva', fixed('P1Y', { bound: 'max', from: 'po İzstopu iz društva' })],
])('from an event: »%s«', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  ['1 year', 'P1Y'],
  ['2 years', 'P2Y'],
  ['6 months', 'P6M'],
  ['2 weeks', 'P2W'],
  ['30 days', 'P30D'],
  ['24 hours', 'PT24H'],
  ['30 minutes', 'PT30M'],
  ['10 seconds', 'PT10S'],
  ['1 Jahr', 'P1Y'],
  ['2 Jahre', 'P2Y'],
  ['6 Monate', 'P6M'],
  ['30 Tage', 'P30D'],
  ['1 anno', 'P1Y'],
  ['2 anni', 'P2Y'],
  ['6 mesi', 'P6M'],
  ['30 giorni', 'P30D'],
  ['1 godina', 'P1Y'],
  ['6 mjeseci', 'P6M'],
  ['2 tjedna', 'P2W'],
  ['30 dana', 'P30D'],
])('neighbours: »%s« is %s', (text, iso) => {
  expect(read(text)).toEqual(fixed(iso))
})

describe('never guesses', () => {
  test.each([
    // Events, and words that mean nothing exact.
    'do odjave', 'do preklica', 'do zaprtja računa', 'do konca leta', 'do leta 2030', 'do 31. 12. 2026', '31.12.2026',
    'trajni', 'stalni', 'približno 1 leto', 'več kot 1 leto', 'več let', 'nekaj dni', 'do nadaljnjega', 'ni podatka',
    'n/a', '–', '-', '/', '?', 'leto', 'dni', 'od 26 mesecev', 'od prijave', 'po prenehanju', 'naslednji dan',
    'letno', '2x letno', 'brez', 'ne', 'do',
    // Two durations.
    '1–2 leti', '1-2 leti', '1 do 2 leti', 'od 1 do 2 let', 'vsaj 1 in največ 2 leti', '6 mesecev do 1 leto',
    '1 leto do 6 mesecev', '2 leti / 24 ur / 1 minuta', '2 leti, 24 ur, 1 minuta', '1 leto (365 dni)',
    '1 leto, 365 dni', '1 leto – 6 mesecev', '1 leto; 6 mesecev', '30 dni (1 mesec)', '1 leto ali 6 mesecev',
    '1 leto, 1 leto', 'seja, 30 minut', 'seja ali 1 leto', 'neomejeno, trajno', '1 leto mesec', 'leto 2 meseca',
    // Numbers that may be read in two ways, are too large, or none.
    '1,440 hours', '12 30 dni', '100 20 dni', '12.5.2020 dni', '1:30 ure', '99999999 dni', '5', '5 piškotkov',
    '½ leta', '1/2 leta', '0 dni', '1 leto 2', '1 leto²',
  ])('»%s«', (text) => {
    expect(read(text)).toEqual(UNKNOWN)
  })
})

describe('any text', () => {
  const word = fc.constantFrom(
    ...'do vsaj ne več kot od po en dve sto pol četrt in , . ( ) – 1 1,5 365'.split(' '),
    ...'leto leta mesec dni dneva ur min seja'.split(' '),
  )
  const sentence = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
  const noisy = fc
    .array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 12 })
    .map((words) => words.join(' '))

  test('is read without failing, and kept', () => {
    fc.assert(
      fc.property(fc.oneof(sentence, noisy, fc.string({ unit: 'binary' })), (text) => {
        const { kind, iso, from, asWritten } = parseDuration(text)
        expect(asWritten).toBe(text)
        expect(iso !== undefined).toBe(kind === 'fixed')
        if (iso) expect(splitIso(iso)).toBeDefined()
        expect(text.normalize()).toContain(from ?? '')
      }),
      { numRuns: 3000 },
    )
  })

  test('means the same in capitals, without čšž, with no-break spaces', () => {
    const spoken = sentence.filter((text) => parseDuration(text).kind !== 'unknown')
    fc.assert(
      fc.property(spoken, (text) => {
        const { asWritten: _, from = '', ...reading } = parseDuration(text)
        const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replaceAll(' ', '\u00a0')
        const { asWritten: __, from: bareFrom = '', ...bareReading } = parseDuration(bare)
        expect(bareReading).toEqual(reading)
        expect(bareFrom).toHaveLength(from.length)
      }),
    )
  })

  test.each(['a', 'in', '1', '1d', ' 1.1', ' ', ')', 'č', 'do ', 'sto ', 'po . ', '\ud800'])(
    'a long text of »%s« is read to its end',
    (noise) => {
      const long = noise.repeat(2 ** 17 / noise.length)
      for (const text of [long, `1 leto ${long}(`]) expect(parseDuration(text).asWritten).toBe(text)
    },
    60_000,
  )
})
