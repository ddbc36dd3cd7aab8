import type { Words } from '../../texts/words'

/** The state of a switch in words; `undefined` is between. */
export const stateOf = (on: boolean | undefined, words: Words): string =>
  words(on === undefined ? 'prefs.partly' : on ? 'prefs.on' : 'prefs.off')
