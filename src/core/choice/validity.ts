/**
 * When a choice ends: calendar months and years, as people count them.
 * @param time when it was made, in seconds since 1970
 * @param validFor ISO 8601, as the inventory has it: `P6M`
 * @returns seconds since 1970
 */
export const expiryOf = (time: number, validFor: string): number => {
  const date = new Date(time * 1000)
  for (const [, amount, unit] of validFor.matchAll(/(\d+)(.)/g)) {
    const count = Number(amount)
    if (unit === 'Y') date.setUTCFullYear(date.getUTCFullYear() + count)
    else if (unit === 'M') date.setUTCMonth(date.getUTCMonth() + count)
    else date.setUTCDate(date.getUTCDate() + (unit === 'W' ? count * 7 : count))
  }
  return date.getTime() / 1000
}
