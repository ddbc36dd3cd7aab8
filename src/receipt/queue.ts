import type { Receipt } from './types'

/** A receipt that waits to be sent. A list, since what a polluted `Object.prototype` adds has no place in one. */
export type Waiting = [
  /** Random: whoever receives the receipt twice knows it by this. */
  key: string,
  /** Since when, in milliseconds since 1970. */
  since: number,
  attempts: number,
  receipt: Receipt,
]

/** What is stored: until when some tab sends, see `alone`, and what waits, oldest first. */
export type Queue = readonly [lease: number, ...waiting: Waiting[]]

/** In local storage, as long as something waits. */
export const NAME = 'privolim-receipts'

const LONGEST = 30 * 86_400_000
const ATTEMPTS = 20
const MOST = 20

/** The queue without what is damaged and what has waited too long. Whatever cannot even be compared ends all of it. */
export const readQueue = (): Queue => {
  try {
    const [lease, ...waiting] = JSON.parse(localStorage.getItem(NAME)!) as [number, ...Waiting[]]
    return [lease > 0 ? lease : 0, ...waiting.filter(isSound)]
  } catch {
    return [0]
  }
}

const isSound = (one: Waiting) =>
  Array.isArray(one) &&
  typeof one[0] === 'string' &&
  Math.abs(Date.now() - one[1]) < LONGEST &&
  one[2] >= 0 &&
  one[2] < ATTEMPTS &&
  Object.hasOwn(one[3], 'id')

/** @returns whether it is stored now; storage may be full or switched off, or drop what it is given */
export const writeQueue = (lease: number, waiting: readonly Waiting[]): boolean => {
  try {
    const text = waiting.length ? JSON.stringify([lease, ...waiting.slice(-MOST)]) : null
    if (text) localStorage.setItem(NAME, text)
    else localStorage.removeItem(NAME)
    return localStorage.getItem(NAME) === text
  } catch {
    return false
  }
}
