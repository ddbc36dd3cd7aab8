/**
 * A day, by numbers and in one piece: »25. 11. 2026«. With the month's name `Intl` gives the nominative in Slovenian,
 * which is wrong in running text.
 * @param time seconds since 1970
 */
export const showDate = (time: number, language: string): string =>
  new Date(time * 1000)
    .toLocaleDateString(language, { day: 'numeric', month: 'numeric', year: 'numeric' })
    .replaceAll(' ', '\u00a0')
