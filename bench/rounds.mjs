/**
 * Goes so many times through all peers with each part, each round beginning with another: whatever else the machine does
 * meets all alike. Gives `{ [figure]: { [peer]: values } }`. What is measured `once` goes first, and so warms up.
 */
export const measureRounds = async (bench, parts, rounds, tell) => {
  const figures = {}
  const measure = async (name, peer) => {
    for (const [figure, value] of Object.entries(await parts[name].measure(bench, peer))) {
      const values = ((figures[figure] ??= {})[peer.name] ??= [])
      if (value !== undefined) values.push(value)
    }
  }
  const peersOf = ({ alone, aside }) => [...(alone ? [bench.alone] : []), ...bench.peers, ...(aside ? bench.aside : [])]
  const names = Object.keys(parts)
  for (const name of names.filter((one) => parts[one].once)) {
    for (const peer of peersOf(parts[name])) {
      tell(`${name}: ${peer.name}`)
      await measure(name, peer)
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const name of names.filter((one) => !parts[one].once)) {
      for (const peer of rotate(peersOf(parts[name]), round)) {
        tell(`round ${round + 1} of ${rounds}, ${name}: ${peer.name}`)
        await measure(name, peer)
      }
    }
  }
  return figures
}

const rotate = (list, by) => {
  const first = by % list.length
  return [...list.slice(first), ...list.slice(0, first)]
}
