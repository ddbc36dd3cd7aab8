/** What is told beyond the page alone, by the figure of the page alone that is taken off. */
const BEYOND = { firstBytes: 'pageBytes', returningBytes: 'pageBytes', firstWork: 'firstWork', returningWork: 'returningWork' }

/** Of requests, the one for the page itself is no widget's. */
const REQUESTS = ['firstRequests', 'returningRequests']

/** The rows in which nothing is counted but faults are. */
const COUNTS = ['lost', 'twice', 'inversions']

/**
 * What all rounds come to, as it is kept in docs/bench.json: for each figure and peer the median with its spread, or what
 * axe found. What is told beyond the page alone is so in each round, with the page alone of that round.
 */
export const summaryOf = ({ measured, peers, aside, alone, ...about }) => {
  const valuesOf = (figure, { name }) => {
    const values = measured[figure]?.[name] ?? []
    const page = measured[BEYOND[figure]]?.[alone.name]
    if (REQUESTS.includes(figure)) return values.map((value) => value - 1)
    return page ? values.map((value, round) => value - page[round]) : values
  }
  const told = Object.keys(measured).filter((figure) => !COUNTS.includes(figure))
  const figuresOf = (peer) =>
    Object.fromEntries(told.map((figure) => [figure, summarize(valuesOf(figure, peer))]).filter(([, value]) => value))
  const entryOf = (peer) => ({
    name: peer.name,
    version: peer.version,
    notes: peer.notes,
    order: measured.inversions && Math.max(...valuesOf('inversions', peer)) === 0,
    figures: figuresOf(peer),
  })
  return {
    ...about,
    peers: peers.map(entryOf),
    aside: aside.map(({ name, ...peer }) => ({ name, figures: figuresOf({ name, ...peer }) })),
    alone: Object.fromEntries(
      ['painted', 'longest', 'firstWork'].filter((figure) => measured[figure]).map((figure) => [figure, summarize(measured[figure][alone.name])]),
    ),
  }
}

/** Scripts that were lost or ran twice with anyone, and an order that Privolim broke. */
export const faultsIn = (measured) => {
  const most = (figure) => Object.entries(measured[figure] ?? {}).map(([name, values]) => [name, Math.max(...values)])
  return [
    ...most('lost').filter(([, count]) => count > 0).map(([name, count]) => `${name} lost ${count} scripts.`),
    ...most('twice').filter(([, count]) => count > 0).map(([name, count]) => `${name} ran ${count} scripts twice.`),
    ...most('inversions').filter(([name, count]) => name === 'Privolim' && count > 0).map(() => 'Privolim broke the order of a service.'),
  ]
}

const summarize = (values) => {
  if (values.length === 0) return undefined
  if (Array.isArray(values[0])) return values[0]
  return { median: round(median(values)), min: round(Math.min(...values)), max: round(Math.max(...values)) }
}

const round = (value) => Math.round(value * 1000) / 1000

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
