import { PEERS } from './peers.mjs'
import { ratioOf, summaryOf } from './figures.mjs'
import { COUNT, SERVICES } from './scripts.mjs'
import { startServers } from './server.mjs'
import { tableOf } from './table.mjs'
import { visit } from './visit.mjs'

/** How soon held scripts run after an answer, with each widget: `{ result, text, faults }`. */
export const benchGates = async (browser, rounds) => {
  const servers = await startServers()
  try {
    const result = resultOf(browser, await measure(browser, servers, rounds))
    return { result, text: textOf(result), faults: result.faults }
  } finally {
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
