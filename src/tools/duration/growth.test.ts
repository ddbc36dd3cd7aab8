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

/** Up to three measurements, until one is good. */
const attempts = (measure: () => number): number[] => {
  const found: number[] = []
  while (found.length < 3 && !found.some((factor) => factor < 40)) found.push(measure())
  return found
}

const timeOf = (text: string) => {
  const start = performance.now()
  parseDuration(text)
  return performance.now() - start
}

test.each(Object.entries(GROWING))('time grows with the length, and not with its square: %s', (_name, piece) => {
  // Ten times as long is ten times the time; a hundred times would be its square. Below a few ms nothing can be told,
  // and what else the machine does may spoil a measurement, but not three.
  const factor = () => {
    const [small, middle, large] = [10_000, 100_000, 1_000_000].map((length) => timeOf(fill(piece, length)))
    return Math.max(middle! / Math.max(small!, 4), large! / Math.max(middle!, 20))
  }
  expect(Math.min(...attempts(factor))).toBeLessThan(40)
})
