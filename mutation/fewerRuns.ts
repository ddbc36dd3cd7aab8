import type * as fastCheck from 'fast-check'
import { vi } from 'vitest'

/** Of random cases: ten thousand for each of hundreds of mutants would take days. */
const MOST = 40

vi.mock('fast-check', async (importActual) => {
  const actual = await importActual<typeof fastCheck>()
  const assert: typeof actual.assert = (property, options) =>
    actual.assert(property, { ...options, numRuns: Math.min(options?.numRuns ?? MOST, MOST) })
  return { ...actual, assert }
})
