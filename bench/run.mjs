import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findChromium, findChromiumShell } from '../e2e/machine/browsers.mjs'
import { ensureInstalled } from '../e2e/machine/installed.mjs'
import { putBetween } from './between.mjs'
import { faultsIn, summaryOf } from './figures.mjs'
import { answer } from './parts/answer.mjs'
import { axe } from './parts/axe.mjs'
import { bytes } from './parts/bytes.mjs'
import { preferences } from './parts/preferences.mjs'
import { question } from './parts/question.mjs'
import { returning } from './parts/returning.mjs'
import { scripts } from './parts/scripts.mjs'
import { measureRounds } from './rounds.mjs'
import { ROWS } from './rows.mjs'
import { startServers } from './server.mjs'
import { tableOf } from './table.mjs'
import { docsTextOf, readmeTextOf } from './texts.mjs'

const PARTS = { bytes, axe, question, returning, answer, scripts, preferences }

const HELP = `npm run bench [-- options]

Builds the same page with Privolim, as dist/ has it, and with five other widgets, and measures them in turn in Chromium.
docs/bench.md says what is measured and how. The status is 0 unless scripts were lost or ran twice, or Privolim broke their
order: time is no reason to fail. It is 2 where nothing could be measured.

  --rounds N    so many rounds; 5 without it
  --only PART   ${Object.keys(PARTS).join(', ')}; may be given more than once
  --write       puts the tables into docs/bench.md and the READMEs, and what they are made of into docs/bench.json
  --json        every value instead of the table
  --help        this text`

const root = fileURLToPath(new URL('..', import.meta.url))

const main = async () => {
  const { help, only, rounds, write, json } = readOptions()
  if (help) return console.log(HELP)
  if (!existsSync(join(root, 'dist', 'privolim.js'))) throw new Error('dist/ is not there: `npm run build` makes it.')
  // The same engine without the browser around it: half the time for each visit.
  const executablePath = findChromiumShell() ?? findChromium()
  if (!executablePath) throw new Error('Chromium is not installed: `npm test` gets one, or name one in CHROMIUM_PATH.')

  // The other widgets have a lock file of their own: nobody else needs them, nor what they bring along.
  await ensureInstalled(join(root, 'bench'))
  // Not before: their versions are read from what is installed.
  const { PAGE_ALONE: alone, PEERS: peers, privolimInEnglish } = await import('./peers/index.mjs')
  const aside = [privolimInEnglish]
  const servers = await startServers([alone, ...peers, ...aside])
  const browser = await chromium.launch({ executablePath, args: servers.browserArguments })
  try {
    const parts = Object.fromEntries(Object.entries(PARTS).filter(([name]) => !only || only.includes(name)))
    const measured = await measureRounds({ browser, servers, alone, peers, aside }, parts, rounds, tell)
    const summary = summaryOf({ date: today(), rounds, machine: machine(browser), measured, peers, aside, alone })
    console.log(json ? JSON.stringify(measured, undefined, 2) : only ? tableOf(summary, { rows: rowsOf(measured) }) : docsTextOf(summary))
    if (write) keep(summary)
    const faults = faultsIn(measured)
    for (const fault of faults) console.error(fault)
    if (faults.length > 0) process.exitCode = 1
  } finally {
    await browser.close()
    servers.close()
  }
}

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', multiple: true },
      write: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a number from 1, not ${values.rounds}.`)
  const unknown = values.only?.find((name) => !(name in PARTS))
  if (unknown !== undefined) throw new Error(`--only takes one of ${Object.keys(PARTS).join(', ')}, not ${unknown}.`)
  if (values.only && values.write) throw new Error('--write keeps a whole table: it does not go with --only.')
  return { ...values, rounds }
}

const rowsOf = (measured) => ROWS.filter(({ figure }) => (figure === 'order' ? 'inversions' : figure) in measured)

const begin = Date.now()

const tell = (what) => process.stderr.write(`${((Date.now() - begin) / 1000).toFixed(0).padStart(4)} s  ${what}\n`)

const today = () => new Date().toISOString().slice(0, 10)

const machine = (browser) => ({
  cores: cpus().length,
  model: cpus()[0].model.trim(),
  chromium: browser.version(),
  node: process.versions.node,
})

const keep = (summary) => {
  writeFileSync(join(root, 'docs', 'bench.json'), `${JSON.stringify(summary, undefined, 2)}\n`)
  const texts = {
    'docs/bench.md': docsTextOf(summary),
    'README.md': readmeTextOf(summary, 'en'),
    'README.sl.md': readmeTextOf(summary, 'sl'),
  }
  for (const [name, text] of Object.entries(texts)) {
    const file = join(root, name)
    writeFileSync(file, putBetween(readFileSync(file, 'utf8'), text))
  }
}

main().catch((error) => {
  console.error(error.message)
  process.exit(2)
})
