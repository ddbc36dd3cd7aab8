import { Refusal } from './Refusal.mjs'

const STEPS = ['major', 'minor', 'patch']
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/

const numbersOf = (version) => VERSION.exec(version)?.slice(1).map(Number)

/** @returns `major`, `minor` or `patch`; nothing where the other version is not a later one */
export const stepBetween = (version, later) => {
  const [before, after] = [numbersOf(version), numbersOf(later)]
  const first = before.findIndex((number, place) => number !== after[place])
  return first >= 0 && after[first] > before[first] ? STEPS[first] : undefined
}

/**
 * @param current of package.json
 * @param wanted `major`, `minor`, `patch`, or a version
 * @param isReleased whether `current` has been; if not, it may be
 */
export const nextVersion = (current, wanted, isReleased) => {
  const numbers = numbersOf(current)
  if (!numbers) throw new Refusal(`package.json has the version ${current}, which is not of the form 1.2.3.`)
  const place = STEPS.indexOf(wanted)
  if (place >= 0) return numbers.map((number, index) => (index < place ? number : index > place ? 0 : number + 1)).join('.')
  if (!numbersOf(wanted)) throw new Refusal(`${wanted} is no version: it is patch, minor, major, or of the form 1.2.3.`)
  if (wanted === current && !isReleased) return wanted
  if (!stepBetween(current, wanted)) throw new Refusal(`${wanted} does not come after ${current}, the version of package.json.`)
  return wanted
}
