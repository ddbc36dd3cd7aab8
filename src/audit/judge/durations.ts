import { slovenianForm } from '../slovenianForm'

const DAY = 86_400

/** How long a record lives, roughly; in the nominative. */
export const slovenian = (seconds: number): string => {
  const days = Math.round(seconds / DAY)
  // »2 dni, 3 dni«: of days the short forms.
  if (days >= 1) return `${days} ${slovenianForm(days, ['dan', 'dni', 'dni', 'dni'])}`
  const minutes = Math.max(1, Math.round(seconds / 60))
  return `${minutes} ${slovenianForm(minutes, ['minuta', 'minuti', 'minute', 'minut'])}`
}

/** The same in English. */
export const english = (seconds: number): string => {
  const days = Math.round(seconds / DAY)
  const [amount, unit] = days >= 1 ? [days, 'day'] : [Math.max(1, Math.round(seconds / 60)), 'minute']
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}
