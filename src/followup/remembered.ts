interface Remembered {
  /** Ids of services. */
  readonly withdrawn: readonly string[]
  /** The page's own state where there was nothing that ours could stand beside. */
  readonly state?: unknown
}

/** Past what the page may have put in its place: routers and counters take a call of theirs for a move of the visitor. */
const replaceState = (state: unknown) => History.prototype.replaceState.call(history, state, '')

const isPlain = (state: unknown): state is object =>
  typeof state === 'object' && !!state && Object.getPrototypeOf(state) === Object.prototype

/**
 * Keeps what was withdrawn until the page has been loaded anew: with the page's entry in the history of the tab, where
 * nothing is stored on the device, beside what the page itself keeps there.
 */
export const remember = (ids: readonly string[]): void => {
  // Answers may follow one another faster than a page goes.
  const withdrawn = [...takeRemembered(), ...ids]
  const state: unknown = history.state
  const own = isPlain(state) && Object.keys(state).length && !Object.hasOwn(state, 'privolim')
  replaceState({ ...(own && state), privolim: { withdrawn, ...(!own && { state }) } satisfies Remembered })
}

/** @returns what was remembered, once; the page's state is again as it was */
export const takeRemembered = (): readonly string[] => {
  const state: unknown = history.state
  if (!isPlain(state)) return []
  const { privolim, ...rest } = state as { privolim?: Remembered }
  if (!Array.isArray(privolim?.withdrawn)) return []
  replaceState(Object.keys(rest).length ? rest : privolim.state)
  return privolim.withdrawn
}
