import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { table } from '../../texts/sl/table'
import { createWords } from '../../texts/words'
import { parseDuration } from './duration'
import { showDuration } from './showDuration'

const SLOVENIAN = createWords('sl', table)

const ENGLISH = createWords('en', {
  'duration.session': 'until the end of the session',
  'duration.nextPage': 'until the next page view',
  'duration.persistent': 'until deleted in the browser',
  'duration.unlimited': 'no time limit',
  'duration.variable': 'variable',
  'duration.unknown': 'not known',
  'duration.max': 'at most {duration}',
  'duration.min': 'at least {duration}',
  'unit.second': { one: '{n} second', other: '{n} seconds' },
  'unit.minute': { one: '{n} minute', other: '{n} minutes' },
  'unit.hour': { one: '{n} hour', other: '{n} hours' },
  'unit.day': { one: '{n} day', other: '{n} days' },
  'unit.week': { one: '{n} week', other: '{n} weeks' },
  'unit.month': { one: '{n} month', other: '{n} months' },
  'unit.year': { one: '{n} year', other: '{n} years' },
})

const show = (text: string, words = SLOVENIAN): string => showDuration(parseDuration(text), words)

/** With common spaces, so that the expectations can be read. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('the number decides the form', () => {
  const forms = (noun: string): string[] => {
    const [one = '', two = '', few = '', other = ''] = noun.split(' ')
    return [
      `0 ${other}`, `1 ${one}`, `2 ${two}`, `3 ${few}`, `4 ${few}`, `5 ${other}`, `11 ${other}`, `100 ${other}`,
      `101 ${one}`, `102 ${two}`, `103 ${few}`, `104 ${few}`, `111 ${other}`,
    ]
  }

  test.each([
    ['P#Y', 'leto leti leta let'],
    ['P#M', 'mesec meseca meseci mesecev'],
    ['P#W', 'teden tedna tedni tednov'],
    ['P#D', 'dan dneva dnevi dni'],
    ['PT#H', 'ura uri ure ur'],
    ['PT#M', 'minuta minuti minute minut'],
    ['PT#S', 'sekunda sekundi sekunde sekund'],
  ])('%s: %s', (iso, noun) => {
    const shown = [0, 1, 2, 3, 4, 5, 11, 100, 101, 102, 103, 104, 111].map((n) => show(iso.replace('#', String(n))))
    expect(shown.map(spaced)).toEqual(forms(noun))
  })

  test('in languages with fewer forms', () => {
    expect([show('P1Y', ENGLISH), show('P2Y', ENGLISH), show('P0Y', ENGLISH)].map(spaced)).toEqual([
      '1 year',
      '2 years',
      '0 years',
    ])
  })
})

test.each([
  ['Trajanje seje', 'do konca seje'],
  ['Neomejeno', 'brez časovne omejitve'],
  ['1440 ur', '60 dni'],
  ['Do ogleda naslednje strani', 'do ogleda naslednje strani'],
  ['26 mesecev', '26 mesecev'],
  ['vsaj 26 mesecev', 'najmanj 26 mesecev'],
  ['6 mesecev', '6 mesecev'],
  ['še 6 mesecev', '6 mesecev'],
  ['do enega leta', 'največ 1 leto'],
  ['še eno leto po prenehanju', '1 leto po prenehanju'],
  ['v 14 dneh', '14 dni'],
  ['najdlje v enem mesecu', 'največ 1 mesec'],
  ['največ dva dodatna meseca', 'največ 2 meseca'],
  ['najmanj 10 dni', 'najmanj 10 dni'],
  ['do preklica privolitve', 'do preklica privolitve'],
  ['do prekinitve pogodbe', 'do prekinitve pogodbe'],
  ['do odjave', 'do odjave'],
  ['najkrajše možno obdobje', 'najkrajše možno obdobje'],
])('as the seeds write it: »%s« is shown as »%s«', (text, expected) => {
  expect(spaced(show(text))).toBe(expected)
})

test.each([
  ['persistent', 'do izbrisa v brskalniku'],
  ['variable', 'spremenljivo'],
  ['', 'ni podatka'],
  [' \n', 'ni podatka'],
  [' do odjave ', 'do odjave'],
])('»%s« is shown as »%s«', (text, expected) => {
  expect(show(text)).toBe(expected)
})

test.each([
  ['PT24H', '24 ur'],
  ['PT47H', '47 ur'],
  ['PT48H', '2 dneva'],
  ['PT49H', '49 ur'],
  ['PT72H', '3 dnevi'],
  ['PT48H30M', '48 ur in 30 minut'],
  ['PT2880M', '2880 minut'],
  ['P12M', '12 mesecev'],
  ['P365D', '365 dni'],
  ['P14D', '14 dni'],
])('the unit of %s: »%s«', (iso, expected) => {
  expect(spaced(show(iso))).toBe(expected)
})

test.each([
  ['P1Y1M4D', '1 leto, 1 mesec in 4 dnevi', '1 year, 1 month and 4 days'],
  ['P2YT2H', '2 leti in 2 uri', '2 years and 2 hours'],
  ['P1DT1H1M1S', '1 dan, 1 ura, 1 minuta in 1 sekunda', '1 day, 1 hour, 1 minute and 1 second'],
])('the compound %s', (iso, slovenian, english) => {
  expect(spaced(show(iso))).toBe(slovenian)
  expect(spaced(show(iso, ENGLISH))).toBe(english)
})

test('number and noun stay on one line', () => {
  expect(show('največ 1 leto in 3 mesece')).toBe('največ 1\u00a0leto in 3\u00a0meseci')
})

test('the event, which is Slovenian, is shown in Slovenian only', () => {
  const text = 'največ 30 dni od zadnjega obiska'
  expect(spaced(show(text))).toBe(text)
  expect(spaced(show(text, createWords('sl-SI', table)))).toBe(text)
  expect(spaced(show(text, ENGLISH))).toBe('at most 30 days')
})

describe('what is shown can be read again', () => {
  const below = (limit: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: limit - 1 })
  const compound = fc
    .record({ Y: below(1000), M: below(12), W: below(5), D: below(32), TH: below(24), TM: below(60), TS: below(60) })
    .map((amounts) =>
      Object.entries(amounts)
        .filter(([, amount]) => amount)
        .map(([unit, amount]) => unit.replace(/.$/, `${amount}$&`))
        .join(''),
    )
    .filter(Boolean)
    // One T, before the first unit of time.
    .map((units) => `P${units.replace(/T(.*)/, (_, time: string) => `T${time.replaceAll('T', '')}`)}`)
  const single = fc
    .tuple(fc.constantFrom('P#Y', 'P#M', 'P#W', 'P#D', 'PT#M', 'PT#S'), fc.integer({ min: 1, max: 9_999_999 }))
    .map(([iso, amount]) => iso.replace('#', String(amount)))

  test('any amount of units', () => {
    fc.assert(
      fc.property(
        fc.oneof(compound, single),
        fc.constantFrom({}, { bound: 'max' } as const, { bound: 'min' } as const),
        fc.constantFrom({}, { from: 'po koncu sodelovanja' }),
        (iso, bound, from) => {
          const shown = showDuration({ kind: 'fixed', iso, ...bound, ...from, asWritten: iso }, SLOVENIAN)
          expect(parseDuration(shown)).toEqual({ kind: 'fixed', iso, ...bound, ...from, asWritten: shown })
        },
      ),
      { numRuns: 2000 },
    )
  })

  test.each(['session', 'next-page', 'persistent', 'neomejeno', 'variable', ''])('»%s«', (text) => {
    const { asWritten: _, ...reading } = parseDuration(text)
    expect(parseDuration(show(text))).toEqual({ ...reading, asWritten: show(text) })
  })
})
