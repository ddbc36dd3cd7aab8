import { expect, test } from 'vitest'
import { faultsIn, median, summaryOf } from './figures.mjs'

const alone = { name: 'page alone' }
const one = { name: 'One', version: '1.0.0' }

test('a median is the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 9, 2])).toBe(3)
})

test('what is told beyond the page alone is so round by round', () => {
  const measured = {
    pageBytes: { 'page alone': [280] },
    firstBytes: { One: [1280] },
    firstRequests: { One: [4] },
    // The second round was slow for both.
    firstWork: { 'page alone': [10, 50, 12], 'One': [30, 69, 33] },
    inversions: { One: [0, 0, 0] },
  }
  const summary = summaryOf({ measured, peers: [one], aside: [], alone, rounds: 3 })
  expect(summary).toMatchObject({ rounds: 3, alone: { firstWork: { median: 12 } } })
  expect(summary.peers[0]).toMatchObject({ name: 'One', version: '1.0.0', order: true })
  expect(summary.peers[0].figures).toEqual({
    firstBytes: { median: 1000, min: 1000, max: 1000 },
    firstRequests: { median: 3, min: 3, max: 3 },
    firstWork: { median: 20, min: 19, max: 21 },
  })
})

test('an order that was broken in one round was not kept', () => {
  const summary = summaryOf({ measured: { inversions: { One: [0, 3, 0] } }, peers: [one], aside: [], alone })
  expect(summary.peers[0].order).toBe(false)
})

test('lost and doubled scripts are faults of anyone, a broken order of Privolim alone', () => {
  const kept = { lost: { One: [0] }, twice: { One: [0] }, inversions: { One: [7], Privolim: [0] } }
  expect(faultsIn(kept)).toEqual([])
  expect(faultsIn({ lost: { One: [0, 2] }, twice: { One: [1] }, inversions: { Privolim: [0, 1] } })).toEqual([
    'One lost 2 scripts.',
    'One ran 1 scripts twice.',
    'Privolim broke the order of a service.',
  ])
})
