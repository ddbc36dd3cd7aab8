/** What docs/semver.md says of each kind of change. Before 1.0.0 a minor version may do what a major one may. */
const NEEDS = [
  ['major', /^### Removed\b/m],
  ['minor', /^### (Added|Changed|Deprecated)\b/m],
]

/** @returns the least step that may bring what the changelog says of a version */
export const leastStep = (notes, current) => {
  const [step] = NEEDS.find(([, heading]) => heading.test(notes)) ?? ['patch']
  return step === 'major' && current.startsWith('0.') ? 'minor' : step
}

const ORDER = ['patch', 'minor', 'major']

export const isEnough = (step, least) => ORDER.indexOf(step) >= ORDER.indexOf(least)
