const DAY = 86_400

/** »1 dan, 2 dni, 3 dni«: of days the short forms. */
const counted = (amount: number, [one, two, few, other]: readonly [string, string, string, string]) =>
  `${amount} ${[other, one, two, few, few][amount % 100] ?? other}`

/** How long a record lives, roughly; in the nominative. */
export const slovenian = (seconds: number): string => {
  const days = Math.round(seconds / DAY)
  if (days >= 1) return counted(days, ['dan', 'dni', 'dni', 'dni'])
  return counted(Math.max(1, Math.round(seconds / 60)), ['minuta', 'minuti', 'minute', 'minut'])
}

export const english = (seconds: number): string => {
  const days = Math.round(seconds / DAY)
  const [amount, unit] = days >= 1 ? [days, 'day'] : [Math.max(1, Math.round(seconds / 60)), 'minute']
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}
