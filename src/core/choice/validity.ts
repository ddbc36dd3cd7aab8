/**
 * When a choice ends: calendar months and years, as people count them.
 * @param time when it was made, in seconds since 1970
 * @param validFor ISO 8601, as the inventory has it: `P6M`
 * @returns seconds since 1970
 */
export const expiryOf = (time: number, validFor: string): number => {
  const date = new Date(time * 1000)
  const [, years = 0, months = 0, weeks = 0, days = 0] =
    /(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(validFor)!
  const month = date.getUTCMonth() + Number(years) * 12 + Number(months)
  return date.setUTCMonth(month, date.getUTCDate() + Number(weeks) * 7 + Number(days)) / 1000
}
