import type { ChoiceStorage } from './cookieStorage'
import { parseChoice } from './serialize'
import type { Choice } from './types'

/** Clocks differ; a choice from further in the future than this (in seconds) was made up. */
const DAY = 86_400

/**
 * The newest of the choices that can be read; damaged and foreign values are none.
 * @param now seconds since 1970
 */
export const newestChoice = (storage: Pick<ChoiceStorage, 'read'>, now: number): Choice | undefined =>
  storage
    .read()
    .map(parseChoice)
    .filter((choice) => choice && choice.time <= now + DAY)
    .sort((one, other) => other!.time - one!.time)[0]
