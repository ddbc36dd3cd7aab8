/**
 * When a choice ends: calendar months and years, as people count them.
 * @param time when it was made, in seconds since 1970
 * @param validFor ISO 8601, as the inventory has it: `P6M`
 * @returns seconds since 1970
 */
export const expiryOf = (time: number, validFor: string): number => {
  const date = new Date(time * 1000)
  const of = (unit: string) => Number(validFor.match(`(\\d+)${unit}`)?.[1] ?? 0)
  return date.setUTCMonth(date.getUTCMonth() + of('Y') * 12 + of('M'), date.getUTCDate() + of('W') * 7 + of('D')) / 1000
}
