import { array, assert, constantFrom, nat, property, string, tuple, uint8Array } from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { validateInventory } from '../validate/validateInventory'
import { importInventory } from './importInventory'

const parseHtml = (html: string) => parseHTML(html).document

const examples = new URL('examples/', import.meta.url)
const documents = readdirSync(examples)
  .filter((file) => !file.endsWith('.json'))
  .map((file) => readFileSync(new URL(file, examples), 'utf8'))

/** Whatever comes back is whole: names, confidences, excerpts. */
const expectWhole = (input: string | Uint8Array) => {
  const { cookies, unread } = importInventory(input, { parseHtml })
  for (const { name, confidence, from } of cookies) {
    expect(name).toMatch(/^\S+$/)
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThanOrEqual(1)
    expect(from.text.length).toBeLessThanOrEqual(200)
  }
  for (const { why } of unread) expect(why.sl && why.en).toBeTruthy()
}

const PIECES = ['<table>', '<tr>', '<td>', '</td>', '_ga', 'Ime', 'Trajanje', '2 leti', ' – ', '\t', '|', '\n', '(', ')', ':', 'piškotek ', '"', ';', '<dl><dt>', '<li>', '&nbsp;', '*']

describe('never throws', () => {
  test('on any text', () => {
    assert(property(string({ unit: 'grapheme', maxLength: 400 }), expectWhole), { numRuns: 300 })
  })
  test('on pieces of lists and tables', () => {
    const soup = array(constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(''))
    assert(property(soup, expectWhole), { numRuns: 400 })
  })
  test('on any bytes', () => {
    assert(property(uint8Array({ maxLength: 400 }), expectWhole), { numRuns: 200 })
  })
  test('on a document with a piece cut out, or put in elsewhere', () => {
    const mutated = tuple(constantFrom(...documents), nat(), nat(40), constantFrom('', ...PIECES))
      .map(([document, at, length, piece]) => {
        const start = at % document.length
        return document.slice(0, start) + piece + document.slice(start + length)
      })
    assert(property(mutated, expectWhole), { numRuns: 300 })
  })
})

test('of what was cut out, nothing is made up: each name stands in the document', () => {
  for (const document of documents) {
    for (const { name } of importInventory(document, { parseHtml }).cookies) {
      const start = name.split('*')[0]!
      expect(document).toContain(start)
    }
  }
})

/** What grows without end, and may not take more than in proportion. */
const GROWING: Readonly<Record<string, (length: number) => string>> = {
  'rows of a table': (length) => `<table><tr><th>Ime</th><th>Namen</th><th>Trajanje</th></tr>${fill('<tr><td>_ga_1</td><td>šteje obiske</td><td>2 leti</td></tr>', length)}</table>`,
  'tables that are never closed': (length) => `${fill('<table><tr><td>', length)}_ga`,
  'names with commas': (length) => `Piškotki: ${fill('_ga, _gid, ', length)}`,
  'rows with tabs': (length) => `Ime\tTrajanje\n${fill('_ga\t2 leti\n', length)}`,
  'one word': (length) => fill('piškotek', length),
  'spaces': (length) => `piškotek${fill(' ', length)}_ga`,
  'dashes': (length) => fill('_ga – ', length),
  'brackets': (length) => `piškotek ${fill('_ga(', length)}`,
  'bars': (length) => fill('Ime |\n', length),
  'labels with no rows': (length) => fill('ime\nnamen\nto ni ime\n', length),
  'colons': (length) => fill('ime: ', length),
  'capitals and numbers': (length) => fill('Ulica Lepa 1, ', length),
  'digits': (length) => fill('12', length),
}

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))

/** Up to three measurements, until one is good. */
const attempts = (measure: () => number): number[] => {
  const found: number[] = []
  while (found.length < 3 && !found.some((factor) => factor < 40)) found.push(measure())
  return found
}

const timeOf = (input: string) => {
  const start = performance.now()
  importInventory(input, { parseHtml })
  return performance.now() - start
}

describe('time grows with the length, and not with its square', () => {
  test.each(Object.entries(GROWING))('%s', (_name, make) => {
    // Ten times as long is ten times the time; a hundred times would be its square. Below a few ms nothing can be told,
    // and what else the machine does may spoil a measurement, but not three.
    const factor = () => {
      const [small, middle, large] = [10_000, 100_000, 1_000_000].map((length) => timeOf(make(length)))
      return Math.max(middle! / Math.max(small!, 4), large! / Math.max(middle!, 20))
    }
    expect(Math.min(...attempts(factor))).toBeLessThan(40)
  })
})

test('a draft with everything in it is an inventory', () => {
  const text = `Upravljavec: Klub Primer, Lepa ulica 1, 6000 Koper, info@primer.si\n\nIme\tNamen\tTrajanje\tVrsta\nPHPSESSID\tdrži prijavo\tTrajanje seje\tNujni\n_ga\tšteje obiske\t2 leti\tAnalitični\n_clck\tsnema klike\t1 leto\tAnalitični`
  const { inventory } = importInventory(text)
  expect(validateInventory(inventory)).toEqual([])
  expect(inventory.services).toEqual(expect.arrayContaining([{ use: 'google-analytics' }, { use: 'microsoft-clarity' }]))
})
