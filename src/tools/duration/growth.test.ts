import { expect, test } from 'vitest'
import { parseDuration } from './duration'

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))

/** What goes on and on in a cell that should hold one duration. */
const GROWING: Readonly<Record<string, string>> = {
  'words': 'dve leti ',
  'digits': '1440',
  'digits in groups': '1 440 ',
  'units': 'mesecev ',
  'spaces': ' ',
  'dashes': '–',
  'letters': 'enaindvajset',
  'bounds': 'do ',
  'ISO 8601': 'P1Y',
  'accents': 'č\u030c',
}

const timeOf = (text: string) => {
  let best = Infinity
  for (let run = 0; run < 2; run++) {
    const start = performance.now()
    parseDuration(text)
    best = Math.min(best, performance.now() - start)
  }
  return best
}

test.each(Object.entries(GROWING))('time grows with the length, and not with its square: %s', (_name, piece) => {
  const [small, middle, large] = [10_000, 100_000, 1_000_000].map((length) => timeOf(fill(piece, length)))
  // Ten times as long is ten times the time; a hundred times would be its square. Below a few ms nothing can be told.
  expect(middle! / Math.max(small!, 4)).toBeLessThan(40)
  expect(large! / Math.max(middle!, 20)).toBeLessThan(40)
})
