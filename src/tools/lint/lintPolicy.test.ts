import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lintPolicy } from './lintPolicy'
import { POLICY_RULES } from './policy/rules'

const documents = import.meta.glob<string>('../../../seeds/documents/*.txt', { eager: true, query: '?raw', import: 'default' })
const documentOf = (name: string) => documents[`../../../seeds/documents/${name}.txt`]!

const countsOf = (text: string) => {
  const counts: Record<string, number> = {}
  for (const { rule } of lintPolicy(text)) counts[rule] = (counts[rule] ?? 0) + 1
  return counts
}
const rulesOf = (text: string) => Object.keys(countsOf(text))

describe('what the five documents hold', () => {
  test.each([
    ['ksok', { P03: 1, P07: 2, P08: 1, P09: 2, P10: 2, P13: 5, P18: 2, P27: 1 }],
    ['zmos', { P12: 1, P14: 5, P16: 1, P17: 1, P26: 1 }],
    ['kobein', { P04: 2, P06: 1, P11: 3, P18: 2, P19: 2, P20: 1, P22: 1, P23: 1, P27: 4 }],
    ['kostra', { P01: 1, P02: 1, P03: 1, P04: 3, P11: 2, P12: 1, P13: 2, P24: 3, P25: 1, P26: 2, P27: 4 }],
    ['pojalabanda', { P01: 1, P11: 2, P15: 1, P16: 1, P21: 2, P26: 1, P27: 4 }],
  ])('%s', (name, counts) => {
    expect(countsOf(documentOf(name))).toEqual(counts)
  })

  test('each where it stands', () => {
    for (const name of ['ksok', 'zmos', 'kobein', 'kostra', 'pojalabanda']) {
      const lines = documentOf(name).split('\n')
      for (const { place, excerpt } of lintPolicy(documentOf(name))) {
        const at = Number(place.replace('line ', ''))
        const there = lines.slice(at - 1, at + 1).join(' ').replace(/\s+/g, ' ')
        expect(there).toContain(excerpt!.split(' ')[0])
      }
    }
  })

  test('»ne v tretje države« is milder where an exception follows', () => {
    const severity = (name: string) => lintPolicy(documentOf(name)).find(({ rule }) => rule === 'P12')?.severity
    expect([severity('kostra'), severity('zmos')]).toEqual(['error', 'warn'])
  })
})

describe('each rule', () => {
  const CASES: [rule: string, fires: string, silent: string][] = [
    ['P01', 'Z nadaljnjo uporabo strani se strinjate s piškotki.', 'Z nadaljnjo uporabo začnite. Če se strinjate, kliknite gumb.'],
    ['P01', 'z obiskom strani www.drustvo.si sprejemate pogoje', 'brez obiskom strani sprejemate pogoje'],
    ['P02', 'Če se s pogoji ne strinjate, strani ne uporabljajte.', 'Če se s pogoji strinjate, strani ne uporabljajte.'],
    ['P03', 'Piškotke lahko zavrnete v nastavitvah brskalnika.', 'Piškotke lahko zavrnete z gumbom. V nastavitvah brskalnika jih izbrišete.'],
    ['P04', 'Skladno z ZVOP-1 varujemo podatke.', 'Skladno z ZVOP-2 in ZVOP-10 varujemo podatke.'],
    ['P04', 'Uradni list RS, št. 94/07', 'Uradni list RS, št. 163/22'],
    ['P05', 'po 157. členu ZEKom-1', 'po 225. členu ZEKom-2'],
    ['P05', 'Uradni list RS, št. 109/2012', 'Uradni list RS, št. 130/22'],
    ['P06', 'z evropskimi direktivami o varstvu podatkov (GDPR)', 'z evropsko uredbo o varstvu podatkov (GDPR)'],
    ['P07', 'gat._anonymizeIp();', 'anonymize_ip'],
    ['P08', 'Google, Inc. (»Google«)', 'Google Incorporated'],
    ['P09', 'Glejte http://www.drustvo.si.', 'Glejte https://www.drustvo.si.'],
    ['P10', 'Podatki so Brez osebnih podatkov.', 'Podatki so brez osebnih imen.'],
    ['P11', 'na podlagi zakonitega interesa', 'na podlagi zakonitih razlogov in interesa'],
    ['P12', 'Podatkov upravljavec ne prenaša v tretje države.', 'Podatke upravljavec prenaša v tretje države.'],
    ['P13', 'Uporabljamo Google Analytics.', 'Uporabljamo Google Maps.'],
    ['P14', 'Novice pošiljamo z MailChimpom.', 'Novice pošiljamo z e-pošto.'],
    ['P15', 'Prijava prek Facebook ali Google vtičnika.', 'Prijava prek vtičnika Facebook.'],
    ['P16', 'Pritožite se Informacijskemu pooblaščencu.', 'Pritožite se nadzornemu organu.'],
    ['P17', 'S tem hkrati soglašate s pogoji.', 'S tem soglašate s pogoji.'],
    ['P18', 'Pravico imate do blokiranja.', 'Pravico imate do omejitve obdelave; zablokirano.'],
    ['P19', 'Občutljivi osebni podatki', 'posebne vrste osebnih podatkov'],
    ['P20', 'Hranimo jih vsaj 26 mesecev.', 'Hranimo jih največ 26 mesecev.'],
    ['P21', 'Trajanje: Neomejeno', 'Trajanje: neomejenost'],
    ['P22', 'Soglasje lahko prekliče kadarkoli. To lahko opravi po telefonu.', 'Soglasje lahko prekliče kadarkoli. To stori z gumbom.'],
    ['P23', 'Kdor že dolgo ni odprl nobene izmed e-novic, …', 'Kdor že dolgo ni odprl vrat. E-novice pošiljamo mesečno.'],
    ['P24', 'Podjetje 2Mobile zbira podatke.', 'Podjetje Mobile zbira podatke.'],
    ['P24', 'Upravljavec je [ime podjetja].', 'Upravljavec je [1] društvo.'],
    ['P25', 'Pišite na ana.novak@gmail.com.', 'Pišite na ana.novak@drustvo.si.'],
    ['P26', 'Velja od 15. 3. 2019.', 'Velja od 15. 3. dalje.'],
    ['P26', 'Velja od 8. februarja 2019.', 'Velja od 8. svečana 2019.'],
    ['P27', 'Hranimo jih dve leti.', 'Hranimo jih dve letalnici.'],
  ]

  test.each(CASES)('%s: %s', (rule, fires, silent) => {
    expect(rulesOf(fires)).toContain(rule)
    expect(rulesOf(silent)).not.toContain(rule)
  })

  test('has a case, and says what to do in both languages, and why', () => {
    const ids = POLICY_RULES.map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: 27 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`))
    expect([...new Set(CASES.map(([rule]) => rule))]).toEqual(ids)
    for (const { message, milder, source } of POLICY_RULES)
      for (const { sl, en } of [message, ...(milder ? [milder.message] : [])]) {
        expect(sl).toMatch(/\.$/)
        expect(en).toMatch(/\.$/)
        expect(source).toMatch(/\S/)
      }
  })
})

describe('a text out of a PDF', () => {
  test.each([
    ['a break in a sentence', 'Z nadaljnjo\nuporabo\r\nstrani se strinjate.', 'P01'],
    ['an empty line', 'Zaradi »Google\n\n\nAnalytics«', 'P13'],
    ['no-break spaces', 'Google\u00a0Analytics', 'P13'],
    ['soft hyphens', 'Google Ana\u00adlytics', 'P13'],
    ['a word parted at the end of a line', 'Google Ana\u00ad\nlytics', 'P13'],
    ['parted letters', 'Občutljivi osebni podatki'.normalize('NFD'), 'P19'],
    ['zero-width characters', 'ZVOP\u200b-\ufeff1', 'P04'],
  ])('%s', (_what, text, rule) => {
    expect(rulesOf(text)).toContain(rule)
  })

  test.each([
    ['ZVOP-1', 'line 1'],
    ['\n\n\nZVOP-1', 'line 4'],
    ['a\r\nb\r\nZVOP-1', 'line 3'],
    ['a\n\u00ad\n \nb ZVOP-1\nc', 'line 4'],
    ['za\u00ad\nkon ZVOP-1', 'line 2'],
  ])('%j: %s', (text, place) => {
    expect(lintPolicy(text).map((finding) => finding.place)).toEqual([place])
  })

  test('lines come in order, as numbers', () => {
    expect(lintPolicy('ZVOP-1\n'.repeat(12)).map(({ place }) => place)).toEqual(
      Array.from({ length: 12 }, (_, index) => `line ${index + 1}`),
    )
  })

  test('long findings are shortened', () => {
    const [finding] = lintPolicy(`http://drustvo.si/${'a'.repeat(500)}`)
    expect(finding!.excerpt).toHaveLength(200)
  })
})

describe('whatever it is given', () => {
  test.each([undefined, null, 7, {}, []])('%j: no findings', (text) => {
    expect(lintPolicy(text as string)).toEqual([])
  })

  test('any text: no throw, and each finding in a line that there is', () => {
    const word = fc.constantFrom('ZVOP-1', 'http://', 'Z ', 'nadaljnjo uporabo', '\n', '\r', '. ', 'Č', 'č', '\u00ad', '@gmail.com', '12 ')
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' }))).map((words) => words.join('')), (text) => {
        const lines = text.split(/\r\n?|\n|\u2028|\u2029/).length
        for (const { place } of lintPolicy(text)) {
          const line = Number(place.replace('line ', ''))
          expect(line).toBeGreaterThan(0)
          expect(line).toBeLessThanOrEqual(lines)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('time grows with the text, and no faster', () => {
  /** The best of some runs, in milliseconds. */
  const time = (text: string, runs = 3): number => {
    const taken = Array.from({ length: runs }, () => {
      const start = performance.now()
      lintPolicy(text)
      return performance.now() - start
    })
    return Math.min(...taken)
  }

  const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

  // Texts on which careless patterns run back and forth.
  test.each([
    ['the five documents', Object.values(documents).join('\n')],
    ['letters', 'a'],
    ['digits', '1'],
    ['spaces', ' '],
    ['empty lines', '\n'],
    ['soft hyphens', '\u00ad '],
    ['half an address', 'ana.novak+'],
    ['beginnings of an authority', 'Informacijsk'],
    ['beginnings of an interest', 'zakonit'],
    ['beginnings of going on', 'Z uporabo '],
    ['beginnings of a wall', 'Če se ne strinja '],
    ['beginnings of a refusal', 'piškotke zavrn'],
    ['beginnings of a withdrawal', 'prekliče '],
    ['beginnings of directives', 'direktivami '],
    ['beginnings of a blank', '[ime '],
    ['beginnings of a duration', '12 dodatn'],
  ])('%s', (_what, piece) => {
    const [small, middle, large] = [filled(piece, 10_000), filled(piece, 100_000), filled(piece, 1_000_000)]
    time(small)
    const [one, ten] = [time(middle), time(large, 2)]
    // Ten times the text: quadratic would be a hundredfold. What takes hardly any time is measured badly.
    expect(ten / Math.max(one, 10)).toBeLessThan(40)
  }, 120_000)
})
