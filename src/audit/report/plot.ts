import type { Tree } from '../../tools/declaration/tree'
import { GROUP, type Group, GROUPS, STATE, type StateCounts } from './groups'
import type { Speech } from './language'

const WIDTH = 720
const LABEL = 150
const NUMBER = 56
const ROW = 44
const BAR = 22
const TOP = 40
/** Between two parts of a bar: what is beside each other is told apart without its colour. */
const GAP = 2
/** A single request is to be seen beside a thousand. */
const LEAST = 3

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

const barOf = ({ counts }: StateCounts, y: number, scale: number): Tree[] => {
  let x = LABEL
  return GROUPS.filter((group) => counts[group] > 0).map((group) => {
    const width = Math.max(LEAST, counts[group] * scale)
    const bar = rect(group, x, y, width, BAR)
    x += width + GAP
    return bar
  })
}

const endOf = ({ counts }: StateCounts, scale: number) =>
  GROUPS.reduce((x, group) => x + (counts[group] ? Math.max(LEAST, counts[group] * scale) + GAP : 0), LABEL)

/** Undeclared ones are hatched as well, for those who print without colours. */
const HATCH: Tree = [
  'defs',
  {},
  [
    'pattern',
    { id: 'hatch', width: '6', height: '6', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    ['rect', { class: 'hatch-ground', width: '6', height: '6' }],
    ['rect', { class: 'hatch-line', width: '2', height: '6' }],
  ],
]

/** In pixels of the plot, roughly: there is nothing that could measure it. */
const widthOf = (words: string) => words.length * 7.2 + 40

const legend = ({ say }: Speech): Tree[] => {
  let x = LABEL
  return GROUPS.flatMap((group: Group) => {
    const words = say(GROUP[group])
    const key = [rect(group, x, 4, 14, 14), text(words, x + 20, 16, { class: 'key' })]
    x += widthOf(words)
    return key
  })
}

/** Requests by state, a bar for each, its parts by whose they are. The same numbers are in a table beside it. */
export const plotOf = (states: readonly StateCounts[], speech: Speech): Tree => {
  const most = Math.max(1, ...states.map(({ total }) => total))
  const scale = (WIDTH - LABEL - NUMBER - GAP * 3) / most
  const height = TOP + states.length * ROW
  const title = speech.say({ sl: 'Zahteve po stanjih', en: 'Requests by state' })
  return [
    'svg',
    { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-labelledby': 'plot-title', class: 'plot' },
    ['title', { id: 'plot-title' }, title],
    HATCH,
    ...legend(speech),
    ...states.flatMap((state, index): Tree[] => {
      const y = TOP + index * ROW
      return [
        text(speech.say(STATE[state.state]), 0, y + 16, { class: 'label' }),
        ...barOf(state, y, scale),
        text(speech.number(state.total), endOf(state, scale) + 6, y + 16, { class: 'number' }),
      ]
    }),
    ['line', { class: 'axis', x1: String(LABEL), x2: String(LABEL), y1: String(TOP - 6), y2: String(height - 10) }],
  ]
}
