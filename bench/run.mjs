import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findChromium } from '../e2e/machine/browsers.mjs'
import { ensureInstalled } from '../e2e/machine/installed.mjs'
import { benchGates } from './gates.mjs'
import { benchVisitor } from './visitor.mjs'

const HELP = `npm run bench [-- options]

Measures, in Chromium and with Privolim as dist/ has it:
  gates     how soon 200 held scripts run after a click on "accept", beside other widgets
  visitor   what the question, an answer and the preferences cost the main thread of a slow phone
docs/bench.md says what the columns mean. The status is 0 unless scripts were lost or ran twice, or Privolim broke their
order: time is no reason to fail. It is 2 where nothing could be measured.

  --only PART   gates or visitor; both without it
  --runs N      so many rounds, after one to warm up; 9 without it
  --json        every run instead of the tables
  --help        this text`

const root = fileURLToPath(new URL('..', import.meta.url))

const PARTS = { gates: benchGates, visitor: benchVisitor }

const main = async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      runs: { type: 'string', default: '9' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(HELP)
  const { only, json } = values
  const rounds = Number(values.runs)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--runs takes a number from 1, not ${values.runs}.`)
  if (only && !(only in PARTS)) throw new Error(`--only takes gates or visitor, not ${only}.`)
  if (!existsSync(join(root, 'dist', 'privolim.js'))) throw new Error('dist/ is not there: `npm run build` makes it.')
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is not installed: `npm test` gets one, or name one in CHROMIUM_PATH.')

  // The other widgets have a lock file of their own: nobody else needs them, nor what they bring along.
  await ensureInstalled(join(root, 'bench'))
  const browser = await chromium.launch({ executablePath })
  try {
    const parts = only ? [only] : Object.keys(PARTS)
    const results = {}
    for (const part of parts) {
      const { result, text, faults } = await PARTS[part](browser, rounds)
      results[part] = result
      if (!json) console.log(`${text}\n`)
      if (faults.length > 0) process.exitCode = 1
    }
    if (json) console.log(JSON.stringify(results, undefined, 2))
  } finally {
    await browser.close()
  }
}

main().catch((error) => {
  console.error(error.message)
  process.exit(2)
})
