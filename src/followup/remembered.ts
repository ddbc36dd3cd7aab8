/**
 * What is to be said after the page has been loaded anew. It is kept with the page's entry in the history of the tab,
 * where nothing is stored on the device and the page's own state stays as it is.
 */
export const rememberLeft = (names: readonly string[]): void => {
  const state: unknown = history.state
  // What is not a plain object is the page's own affair.
  if (names.length && (state === null || Object.getPrototypeOf(state) === Object.prototype))
    history.replaceState({ ...(state as object), privolim: names }, '')
}

/** @returns what was remembered; it is said once */
export const takeRemembered = (): readonly string[] => {
  const { privolim: names = [], ...rest } = (history.state ?? {}) as { privolim?: string[] }
  if (names.length) history.replaceState(Object.keys(rest).length ? rest : null, '')
  return names
}
