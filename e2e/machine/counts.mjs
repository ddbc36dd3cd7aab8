import { readFileSync } from 'node:fs'

/** Passed, failed and skipped tests of a JSON report of Vitest. */
export const vitestCounts = (file, status) => {
  const report = read(file)
  // A file that cannot be loaded has no tests to fail.
  const broken = report?.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0) ?? []
  return settled(status, {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + broken.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  })
}

/** So many tests may pass only when they are asked again; more of them are no accident of a busy machine. */
const UNSTEADY = 5

/**
 * The same of one of Playwright; what was skipped is told with its reason, and tests that passed at the second attempt are
 * named, and fail where they are many.
 */
export const playwrightCounts = (file, status) => {
  const report = read(file)
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  const unsteady = report?.suites.flatMap(unsteadyIn) ?? []
  for (const [why, count] of countsOf(report?.suites.flatMap(skippedIn) ?? [])) console.log(`Skipped ${count}: ${why}`)
  if (flaky > 0) console.log(`Passed at the second attempt:\n${unsteady.map((name) => `  ${name}\n`).join('')}`)
  const failed = unexpected + (flaky > UNSTEADY ? flaky : 0) + (report?.errors.length ?? 0)
  return settled(status, { passed: expected + (flaky > UNSTEADY ? 0 : flaky), failed, skipped })
}

const unsteadyIn = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(unsteadyIn),
  ...specs
    .filter(({ tests }) => tests.some((test) => test.status === 'flaky'))
    .map(({ file, line, title }) => `${file}:${line} ${title}`),
]

/** Of each skipped test the browser, the file, and why. */
const skippedIn = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(skippedIn),
  ...specs.flatMap(({ file, tests }) =>
    tests
      .filter((test) => test.status === 'skipped')
      .map(({ projectName, annotations }) => {
        const why = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason was given'
        return `${file} in ${projectName} (${why})`
      }),
  ),
]

const countsOf = (items) => {
  const counts = new Map()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

// A runner that failed without a failed test, or that ran none at all, has not shown that anything works.
const settled = (status, counts) => {
  if (counts.failed > 0 || (counts.passed > 0 && status === 0)) return counts
  const why = counts.passed > 0 ? `The runner ended with status ${status}` : 'No test ran'
  console.log(`${why}: that counts as a failure.`)
  return { ...counts, failed: 1 }
}

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
