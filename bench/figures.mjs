export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** What the runs of one peer come to. */
export const summaryOf = ({ name, version }, runs) => {
  const spread = (key) => {
    const values = runs.map((run) => run[key])
    return { median: median(values), min: Math.min(...values), max: Math.max(...values) }
  }
  const most = (key) => Math.max(...runs.map((run) => run[key]))
  const times = Object.fromEntries(['first', 'last', 'task', 'painted', 'busy'].map((key) => [key, spread(key)]))
  const inOrder = runs.every(({ inversions }) => inversions === 0)
  const counts = { lost: most('lost'), twice: most('twice'), fetched: most('fetched') }
  return { name, version, ...times, ...counts, inversions: spread('inversions'), inOrder }
}

/**
 * How long the last script took, as a multiple of what another peer needed in the same round: the median of that. What
 * else the machine does in a round slows down both.
 */
export const ratioOf = (runs, others) => median(runs.map(({ last }, round) => last / others[round].last))
