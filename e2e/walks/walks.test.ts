import * as fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { expectationsOf } from './model.js'
import { simulate } from './simulate.js'
import { walk } from './steps.js'

// Its own part waits a second before it loads a page anew again, for all pages of this simulation together.
vi.mock('../../src/followup/loadAnew', () => ({ loadAnew: () => location.reload() }))

const SEED = Number(process.env.PRIVOLIM_SEED ?? 20_190_315)
const { setTimeout: later } = globalThis
afterAll(() => void (globalThis.setTimeout = later))

// In a browser a thousand would take minutes: `walks.spec.ts` takes some of the same walks there.
test('1,000 walks of a visitor load what was granted and nothing else', async () => {
  console.log(`Walks of seed ${SEED}; PRIVOLIM_SEED takes others.`)
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const expected = expectationsOf(steps)
      expect(await simulate(steps, expected)).toEqual(expected)
    }),
    { seed: SEED, numRuns: 1000 },
  )
}, 300_000)
