import { readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureChromium, ensureChromiumShell, ensureFirefox, SHELL_MISSING } from './machine/browsers.mjs'
import { command } from './machine/command.mjs'
import { playwrightCounts, vitestCounts } from './machine/counts.mjs'
import { ensureInstalled } from './machine/installed.mjs'
import { ensurePhp, PHP_MISSING } from './machine/php.mjs'
import { ensureServers, serverMissing } from './machine/servers.mjs'
import { ensureWebKit, WEBKIT_MISSING } from './machine/webkit.mjs'
import { measureSizes, sizeTable } from './sizes.mjs'

const HELP = `npm test [-- options]

Proves everything, in this order: types, lint, unit, build, e2e, sizes. Installs packages, browsers, PHP and web servers
first where they are missing. The last line counts what passed and failed: tests, the other steps, and size budgets, each
as one.

  --only STEP   only this step; may be given more than once. Nothing else is brought up to date for it
  --help        this text`

const root = fileURLToPath(new URL('..', import.meta.url))
const total = { passed: 0, failed: 0, skipped: 0 }
let buildFailed = false

const main = async () => {
  const only = readOptions()
  process.on('exit', sayTotal)
  await step('Packages', () => ensureInstalled(root))
  if (!only || only.includes('e2e')) await step('Browsers', findBrowsers)
  if (!only || only.includes('unit') || only.includes('e2e')) await step('PHP', findPhp)
  if (!only || only.includes('e2e')) await step('Web servers', findServers)
  for (const [name, [title, work]] of Object.entries(STEPS)) {
    if (!only || only.includes(name)) await step(title, work)
  }
}

const readOptions = () => {
  const options = { only: { type: 'string', multiple: true }, help: { type: 'boolean' } }
  const { values } = parseArgs({ options })
  const unknown = values.only?.find((name) => !(name in STEPS))
  if (!values.help && unknown === undefined) return values.only
  if (values.help) console.log(HELP)
  else console.error(`There is no step ${unknown}: it is one of ${Object.keys(STEPS).join(', ')}.`)
  return process.exit(values.help ? 0 : 2)
}

const findBrowsers = async () => {
  console.log(`Chromium: ${await ensureChromium(root)}`)
  const shell = await ensureChromiumShell()
  console.log(shell ? `Chromium's headless shell: ${shell}` : SHELL_MISSING)
  const firefox = await ensureFirefox()
  if (firefox) console.log(`Firefox: ${firefox.path}`)
  const webkit = await ensureWebKit()
  console.log(webkit ? `WebKitGTK: ${webkit.browser}` : WEBKIT_MISSING)
}

const findPhp = async () => console.log((await ensurePhp()) ?? PHP_MISSING)

const findServers = async () => {
  for (const [kind, path] of await ensureServers()) console.log(path ? `${kind}: ${path}` : serverMissing(kind))
}

const script = (name, args = [], env = {}) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const options = { cwd: root, env: { ...process.env, PATH, ...env }, shell: true }
  return command([scripts[name], ...args].join(' '), [], options)
}

const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 })

const reportFile = (name) => {
  const file = join(root, 'test-results', name)
  // Else a runner that never came to writing would be judged by the report of the day before.
  rmSync(file, { force: true })
  return file
}

const runUnitTests = async () => {
  const file = reportFile('unit.json')
  const output = ['--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json']
  return vitestCounts(file, await script('unit', [...output, '--allowOnly=false']))
}

const runBuild = async () => {
  buildFailed = (await script('build')) !== 0
  return one(!buildFailed)
}

const runBrowserTests = async () => {
  if (buildFailed) {
    console.log('The build failed, so there is nothing to test in a browser: that counts as a failure.')
    return one(false)
  }
  const file = reportFile('e2e.json')
  const status = await script('e2e', ['--reporter=line,json', '--forbid-only'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  return playwrightCounts(file, status)
}

const runSizes = () => {
  const rows = measureSizes(root)
  if (buildFailed) console.log('The build failed, so no budget can be said to be kept.')
  else console.log(sizeTable(rows))
  const passed = buildFailed ? 0 : rows.filter((row) => row.passed).length
  return { passed, failed: rows.length - passed }
}

const STEPS = {
  types: ['Types', async () => one((await script('check')) === 0)],
  lint: ['Lint', async () => one((await script('lint')) === 0)],
  unit: ['Unit tests', runUnitTests],
  build: ['Build', runBuild],
  e2e: ['Browser tests', runBrowserTests],
  sizes: ['Sizes', runSizes],
}

let underWay = false

const step = async (title, work) => {
  console.log(`\n── ${title} ${'─'.repeat(60 - title.length)}\n`)
  const begin = performance.now()
  underWay = true
  const counts = await work()
  underWay = false
  for (const [kind, count] of Object.entries(counts ?? {})) total[kind] += count
  const outcome = counts?.failed > 0 ? 'failed' : 'ok'
  console.log(`\n${title}: ${outcome}, ${((performance.now() - begin) / 1000).toFixed(1)} s`)
}

// On exit, whatever the way there: a step that ended the process has failed.
const sayTotal = () => {
  const failed = total.failed + (underWay ? 1 : 0)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  if (failed > 0) process.exitCode = 1
  console.log(`\n${total.passed} passed, ${failed} failed${skipped}`)
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
