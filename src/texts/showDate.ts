/** As each language writes a day by numbers; what is spoken and not listed here goes by day, month, year. */
const ORDER: Readonly<Record<string, string>> = { sl: 'd. m. y', hr: 'd. m. y.', de: 'd.m.y', hu: 'y. m. d.' }

/**
 * A day, by numbers and in one piece: »25. 11. 2026«. With the month's name `Intl` gives the nominative in Slovenian,
 * which is wrong in running text; and the first date that it is asked for costs 12 ms, see `listOf`.
 * @param time seconds since 1970
 */
export const showDate = (time: number, language: string): string => {
  const date = new Date(time * 1000)
  return (ORDER[language] ?? 'd/m/y')
    .replace('d', `${date.getDate()}`)
    .replace('m', `${date.getMonth() + 1}`)
    .replace('y', `${date.getFullYear()}`)
    .replaceAll(' ', '\u00a0')
}
