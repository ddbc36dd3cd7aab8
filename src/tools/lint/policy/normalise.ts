import { oneLine } from '../../text/plain'

/** A text on one line, and the way back. */
export interface Normalised {
  readonly text: string
  /** @returns the line of the original, from 1, in which the character at this index stands */
  readonly lineOf: (index: number) => number
}

/** A word that is parted at the end of a line: the break goes, as the mark does. */
const PARTED = /\u00ad\s*$/

/**
 * Text out of a browser or a PDF as the rules read it: no-break spaces and breaks within a sentence would hide it from
 * every pattern.
 */
export const normalise = (text: string): Normalised => {
  const starts: number[] = []
  let length = 0
  const pieces = text.split(/\r\n?|\n|\u2028|\u2029/).map((line) => {
    const words = oneLine(line)
    const piece = words && !PARTED.test(line) ? `${words} ` : words
    starts.push(length)
    length += piece.length
    return piece
  })
  return { text: pieces.join(''), lineOf: (index) => lineIn(starts, index) }
}

/** The last line that begins at the index or before; of several that begin there, the one that is not empty. */
const lineIn = (starts: readonly number[], index: number): number => {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= index) low = middle + 1
    else high = middle
  }
  return low
}
