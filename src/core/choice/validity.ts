/**
 * When a choice ends: calendar months and years, as people count them.
 * @param time when it was made, in seconds since 1970
 * @param validFor ISO 8601, as the inventory has it: `P6M`
 * @returns seconds since 1970
 */
export const expiryOf = (time: number, validFor: string): number => {
  const date = new Date(time * 1000)
  let months = 0
  let days = 0
  for (const [, amount, unit] of validFor.matchAll(/(\d+)(.)/g)) {
    if (/[YM]/.test(unit!)) months += Number(amount) * (unit === 'Y' ? 12 : 1)
    else days += Number(amount) * (unit === 'W' ? 7 : 1)
  }
  return date.setUTCMonth(date.getUTCMonth() + months, date.getUTCDate() + days) / 1000
}
