import { expect, test } from 'vitest'
import { measureRounds } from './rounds.mjs'

const bench = { peers: [{ name: 'A' }, { name: 'B' }, { name: 'C' }], alone: { name: 'page' }, aside: [{ name: 'beside' }] }

test('each round goes through all, and begins with another', async () => {
  const seen = []
  const note = (part) => (_, { name }) => {
    seen.push(`${part}${name}`)
    return { [part]: seen.length }
  }
  const parts = { size: { once: true, alone: true, aside: true, measure: note('s') }, time: { measure: note('t') } }
  const figures = await measureRounds(bench, parts, 2, () => {})
  expect(seen).toEqual(['spage', 'sA', 'sB', 'sC', 'sbeside', 'tA', 'tB', 'tC', 'tB', 'tC', 'tA'])
  expect(figures.t).toEqual({ A: [6, 11], B: [7, 9], C: [8, 10] })
})

test('what one cannot do leaves no value', async () => {
  const measure = (_, { name }) => ({ open: name === 'A' ? 7 : undefined })
  expect(await measureRounds(bench, { open: { measure } }, 1, () => {})).toEqual({ open: { A: [7], B: [], C: [] } })
})
