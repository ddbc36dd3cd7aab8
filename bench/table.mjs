const TIMES = ['last', 'min–max', '× fastest', 'first', 'click', 'painted', 'busy']
const COLUMNS = ['', ...TIMES, 'in order', 'inversions', 'each once', 'requests']

/** The summaries as a table in plain text; times in milliseconds. */
export const tableOf = (summaries) => {
  const whole = (value) => value.toFixed(0)
  const rows = summaries.map((peer) => [
    `${peer.name} ${peer.version}`,
    whole(peer.last.median),
    `${whole(peer.last.min)}–${whole(peer.last.max)}`,
    peer.ratio.toFixed(2),
    whole(peer.first.median),
    peer.task.median.toFixed(1),
    whole(peer.painted.median),
    whole(peer.busy.median),
    peer.inOrder ? 'yes' : 'no',
    whole(peer.inversions.median),
    onceOf(peer),
    String(peer.fetched),
  ])
  const table = [COLUMNS, ...rows]
  const widths = COLUMNS.map((_, column) => Math.max(...table.map((row) => row[column].length)))
  const lineOf = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')
  return table.map(lineOf).join('\n')
}

const onceOf = ({ lost, twice }) =>
  [lost > 0 && `${lost} lost`, twice > 0 && `${twice} twice`].filter(Boolean).join(', ') || 'yes'
