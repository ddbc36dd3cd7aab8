/** How long a record stays on the device. What the site wrote is always kept, and nothing is guessed. */
export interface Duration {
  readonly kind: 'session' | 'next-page' | 'fixed' | 'persistent' | 'variable' | 'unknown'
  /** Only with `fixed`: ISO 8601 in the units that were written; one year is `P1Y`, twelve months are `P12M`. */
  readonly iso?: string
  /** Only with `fixed`. `max`: at most so long; `min`: at least. */
  readonly bound?: 'max' | 'min'
  /** Only with `fixed`: the event it is counted from, as written: `po prenehanju`. */
  readonly from?: string
  /** Only with `persistent`: the site says outright that there is no limit. */
  readonly unbounded?: true
  readonly asWritten: string
}

// Year, month, week, day, hour, minute, second: lists with the same index.
export const DATE = 'YMWD'
export const LETTERS = `${DATE}HMS`

const ISO = new RegExp(
  '^P(?=.)(?:(\\d{1,7})Y)?(?:(\\d{1,7})M)?(?:(\\d{1,7})W)?(?:(\\d{1,7})D)?' +
    '(?:T(?=.)(?:(\\d{1,7})H)?(?:(\\d{1,7})M)?(?:(\\d{1,7})S)?)?$',
)

/**
 * Takes an ISO 8601 duration apart.
 *
 * @param iso Whole numbers of at most seven digits, no sign: `P1Y1M4D`.
 * @returns The written amounts of years, months, weeks, days, hours, minutes and seconds, in this order; undefined for
 * a unit that is not there. Nothing for any other text.
 *
 * @example
 * splitIso('P1Y4D') // ['1', undefined, undefined, '4', undefined, undefined, undefined]
 */
export const splitIso = (iso: string): (string | undefined)[] | undefined => ISO.exec(iso)?.slice(1)

/**
 * Reads what needs no reading of words: ISO 8601, and the catalogue's own words.
 * @returns `undefined` for any other text, which `parseDuration` may understand
 */
export const readIso = (text: string): Duration | undefined => {
  const iso = text.trim().toUpperCase()
  if (splitIso(iso)) return { kind: 'fixed', iso, asWritten: text }
  return /^(session|next-page|persistent|variable)$/.test(text)
    ? { kind: text as 'session', asWritten: text }
    : undefined
}
