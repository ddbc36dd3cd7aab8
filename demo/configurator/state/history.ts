/** What can be undone and done again. */
export interface History<Value> {
  readonly past: readonly Value[]
  readonly present: Value
  readonly future: readonly Value[]
  /** What the last step was about: letters typed one after the other into one field are one step. */
  readonly tag?: string | undefined
}

/** Steps that are kept. */
const DEPTH = 200

export const begin = <Value>(present: Value): History<Value> => ({ past: [], present, future: [] })

/**
 * @param tag of the field that is being typed into; steps with the same tag one after the other become one. Without a
 *   tag each is a step of its own
 */
export const record = <Value>(history: History<Value>, present: Value, tag?: string): History<Value> => {
  if (present === history.present) return history
  const isSameStep = tag !== undefined && tag === history.tag && history.past.length > 0
  const past = isSameStep ? history.past : [...history.past, history.present].slice(-DEPTH)
  return { past, present, future: [], tag }
}

export const undo = <Value>({ past, present, future }: History<Value>): History<Value> => {
  const previous = past.at(-1)
  return previous === undefined
    ? { past, present, future }
    : { past: past.slice(0, -1), present: previous, future: [present, ...future] }
}

export const redo = <Value>({ past, present, future }: History<Value>): History<Value> => {
  const [next, ...rest] = future
  return next === undefined ? { past, present, future } : { past: [...past, present], present: next, future: rest }
}
