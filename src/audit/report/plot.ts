import type { Tree } from '../../tools/declaration/tree'
import { STATE } from '../judge/words'
import { GROUP, type Group, GROUPS, type StateCounts } from './groups'
import type { Speech } from './language'

const BAR = 22
/** Between two parts of a bar: what is beside each other is told apart without its colour. */
const GAP = 2
/** A single request is to be seen beside a thousand. */
const LEAST = 3
/** What the number after a bar takes. */
const NUMBER = 56

/** Beside each other, or on a phone below each other, since letters of a plot shrink with it. */
interface Layout {
  readonly kind: 'broad' | 'narrow'
  readonly width: number
  /** Where bars begin. */
  readonly left: number
  readonly top: number
  readonly row: number
  /** Of a bar, from the top of its row. */
  readonly down: number
}

const BROAD: Layout = { kind: 'broad', width: 720, left: 150, top: 40, row: 44, down: 0 }
const NARROW: Layout = { kind: 'narrow', width: 330, left: 0, top: 82, row: 62, down: 24 }

const rounded = (value: number) => String(Math.round(value * 10) / 10)

const rect = (kind: string, x: number, y: number, width: number, height: number): Tree => [
  'rect',
  { class: kind, x: rounded(x), y: rounded(y), width: rounded(width), height: String(height) },
]

const text = (words: string, x: number, y: number, extra: Readonly<Record<string, string>> = {}): Tree => [
  'text',
  { x: rounded(x), y: rounded(y), ...extra },
  words,
]

const barOf = ({ counts }: StateCounts, y: number, scale: number, { kind, left }: Layout): Tree[] => {
  let x = left
  return GROUPS.filter((group) => counts[group] > 0).map((group) => {
    const width = Math.max(LEAST, counts[group] * scale)
    const bar = rect(`${group} of-${kind}`, x, y, width, BAR)
    x += width + GAP
    return bar
  })
}

const endOf = ({ counts }: StateCounts, scale: number, { left }: Layout) =>
  GROUPS.reduce((x, group) => x + (counts[group] ? Math.max(LEAST, counts[group] * scale) + GAP : 0), left)

/** Undeclared ones are hatched as well, for those who print without colours. */
const hatch = ({ kind }: Layout): Tree => [
  'defs',
  {},
  [
    'pattern',
    { id: `hatch-${kind}`, width: '6', height: '6', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    ['rect', { class: 'hatch-ground', width: '6', height: '6' }],
    ['rect', { class: 'hatch-line', width: '2', height: '6' }],
  ],
]

/** In pixels of the plot, roughly: there is nothing that could measure it. */
const widthOf = (words: string) => words.length * 7.2 + 40

const legend = ({ say }: Speech, { kind, left }: Layout): Tree[] => {
  let [x, y] = [left, 4]
  return GROUPS.flatMap((group: Group) => {
    const words = say(GROUP[group])
    const key = [rect(`${group} of-${kind}`, x, y, 14, 14), text(words, x + 20, y + 12, { class: 'key' })]
    if (kind === 'broad') x += widthOf(words)
    else y += 22
    return key
  })
}

const plotIn = (layout: Layout, states: readonly StateCounts[], speech: Speech): Tree => {
  const { kind, width, left, top, row, down } = layout
  const most = Math.max(1, ...states.map(({ total }) => total))
  const scale = (width - left - NUMBER - GAP * 3) / most
  const height = top + states.length * row
  const title = speech.say({ sl: 'Zahteve po stanjih', en: 'Requests by state' })
  return [
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': `plot-${kind}`, class: `plot ${kind}` },
    ['title', { id: `plot-${kind}` }, title],
    hatch(layout),
    ...legend(speech, layout),
    ...states.flatMap((state, index): Tree[] => {
      const y = top + index * row
      return [
        text(speech.say(STATE[state.state]), 0, y + 16),
        ...barOf(state, y + down, scale, layout),
        text(speech.number(state.total), endOf(state, scale, layout) + 6, y + down + 16),
      ]
    }),
  ]
}

/**
 * Requests by state, a bar for each, its parts by whose they are: for broad screens and paper, and for phones, of which
 * the style sheet shows one. The same numbers are in a table beside it.
 */
export const plotsOf = (states: readonly StateCounts[], speech: Speech): Tree[] =>
  [BROAD, NARROW].map((layout) => plotIn(layout, states, speech))
