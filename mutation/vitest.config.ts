import { defineConfig } from 'vitest/config'

/**
 * For `npm run mutation`: the core's own tests and the walks alone, since all of them would be begun anew for each
 * mutant. Those of ten thousand random cases count what they came across, so they cannot be had for less.
 */
export default defineConfig({
  define: { __PRIVOLIM_VERSION__: '"0"' },
  test: {
    include: ['src/core/**/*.test.ts', 'e2e/walks/*.test.ts'],
    exclude: ['src/core/**/random*.test.ts'],
    setupFiles: 'mutation/fewerRuns.ts',
    environment: 'node',
    testTimeout: 60_000,
  },
})
