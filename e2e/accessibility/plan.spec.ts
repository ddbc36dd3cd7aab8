import { expect, test } from '../support/widget.js'
import { PLAN, type Run, runsOf, STATES, VALUES } from './plan.js'

test.skip(({ browserName }) => browserName !== 'chromium', 'what no browser has a part in is tested once')

const ALL = PLAN.flatMap(runsOf)
const SPEAKING = ALL.filter(({ state }) => STATES[state] === 'each')

type Field = keyof typeof VALUES

const missing = (runs: readonly Run[], one: Field | 'state', other: Field) => {
  const values: readonly unknown[] = one === 'state' ? Object.keys(STATES) : VALUES[one]
  const met = new Set(runs.map((run) => `${run[one]} with ${run[other]}`))
  return values.flatMap((value) => VALUES[other].map((next) => `${String(value)} with ${next}`)).filter((pair) => !met.has(pair))
}

test('every state is met in every theme, scheme, language, width and medium', () => {
  for (const field of Object.keys(VALUES) as Field[]) expect(missing(ALL, 'state', field)).toEqual([])
})

test('what can change its language is met in every pair with themes, and of schemes and languages', () => {
  for (const other of ['scheme', 'language', 'width', 'media'] as const)
    expect(missing(SPEAKING, 'theme', other)).toEqual([])
  expect(missing(SPEAKING, 'scheme', 'language')).toEqual([])
})
