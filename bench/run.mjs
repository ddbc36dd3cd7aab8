import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findChromium } from '../e2e/machine/browsers.mjs'
import { ensureInstalled } from '../e2e/machine/installed.mjs'
import { ratioOf, summaryOf } from './figures.mjs'
import { PEERS } from './peers.mjs'
import { COUNT, SERVICES } from './scripts.mjs'
import { startServers } from './server.mjs'
import { tableOf } from './table.mjs'
import { visit } from './visit.mjs'

const HELP = `npm run bench [-- options]

Measures how soon ${COUNT} held scripts of ${SERVICES.length} services run after a click on "accept", in
Chromium: with Privolim as dist/ has it, and with other widgets. docs/bench.md says what the columns mean. The status is
0 unless scripts were lost or ran twice, or Privolim broke their order: time is no reason to fail. It is 2 where nothing
could be measured.

  --runs N   so many rounds, each through all widgets, after one round to warm up; 9 without it
  --json     every run instead of the table
  --help     this text`

const root = fileURLToPath(new URL('..', import.meta.url))

const main = async () => {
  const options = { runs: { type: 'string', default: '9' }, json: { type: 'boolean' }, help: { type: 'boolean' } }
  const { values } = parseArgs({ options })
  if (values.help) return console.log(HELP)
  const rounds = Number(values.runs)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--runs takes a number from 1, not ${values.runs}.`)
  if (!existsSync(join(root, 'dist', 'privolim.js'))) throw new Error('dist/ is not there: `npm run build` makes it.')
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is not installed: `npm test` gets one, or name one in CHROMIUM_PATH.')

  // The other widgets have a lock file of their own: nobody else needs them, nor what they bring along.
  await ensureInstalled(join(root, 'bench'))
  const servers = await startServers()
  const browser = await chromium.launch({ executablePath })
  try {
    const runs = await measure(browser, servers, rounds)
    const result = resultOf(browser, runs)
    console.log(values.json ? JSON.stringify(result, undefined, 2) : textOf(result))
    process.exitCode = result.faults.length > 0 ? 1 : 0
  } finally {
    await browser.close()
    servers.close()
  }
}

/** Round by round through all peers, each round beginning with another: whatever else goes on meets all alike. */
const measure = async (browser, servers, rounds) => {
  const runs = new Map(PEERS.map((peer) => [peer, []]))
  for (let round = 0; round <= rounds; round++) {
    const first = round % PEERS.length
    for (const peer of [...PEERS.slice(first), ...PEERS.slice(0, first)]) {
      const run = await visit(browser, servers, peer)
      // The first round fills caches of the machine and is thrown away.
      if (round > 0) runs.get(peer).push(run)
    }
    process.stderr.write(round < rounds ? '.' : '.\n')
  }
  return runs
}

const resultOf = (browser, runs) => {
  const [own, ...others] = PEERS.map((peer) => summaryOf(peer, runs.get(peer)))
  const fastest = others.reduce((best, other) => (other.last.median < best.last.median ? other : best))
  const runsOf = ({ name }) => runs.get(PEERS.find((peer) => peer.name === name))
  const peers = [own, ...others].map((peer) => ({
    ...peer,
    ratio: ratioOf(runsOf(peer), runsOf(fastest)),
    runs: runsOf(peer),
  }))
  return {
    chromium: browser.version(),
    node: process.versions.node,
    rounds: peers[0].runs.length,
    fastest: fastest.name,
    peers,
    faults: faultsOf(peers),
  }
}

const faultsOf = (peers) =>
  peers.flatMap(({ name, lost, twice, inOrder }) => [
    ...(lost > 0 ? [`${name} lost ${lost} scripts.`] : []),
    ...(twice > 0 ? [`${name} ran ${twice} scripts twice.`] : []),
    ...(name === 'Privolim' && !inOrder ? ['Privolim broke the order of a service.'] : []),
  ])

const textOf = ({ chromium: browser, node, rounds, peers, fastest, faults }) => {
  const own = peers[0]
  const other = peers.find(({ name }) => name === fastest)
  const order = ({ inOrder }) => (inOrder ? 'in order' : 'without order')
  const page = `${COUNT} scripts, ${SERVICES.length} services`
  return [
    `${page}, ${rounds} rounds, Chromium ${browser}, Node ${node}; medians in ms\n`,
    tableOf(peers),
    '',
    `Privolim, ${order(own)}: ${own.ratio.toFixed(2)} × the fastest peer (${fastest}, ${order(other)})`,
    ...faults,
  ].join('\n')
}

main().catch((error) => {
  console.error(error.message)
  process.exit(2)
})
