/** Minutes in a unit, by the first letters of its Slovenian and English names and of ISO 8601. */
const MINUTES: Readonly<Record<string, number>> = {
  s: 1 / 60,
  mi: 1,
  h: 60,
  u: 60,
  d: 1440,
  t: 10_080,
  w: 10_080,
  m: 43_800,
  l: 525_600,
  y: 525_600,
}

/** The last step of the scale, no limit: the largest number of two digits in base 36. */
const UNLIMITED = 1295

/**
 * How long a duration is, as far as digits and the first letters of a unit tell, on a scale with steps of under 2 %.
 * Only for noticing that one has become longer; what visitors read comes from `tools/duration`, which is far larger.
 * @returns a step from 0 (the session) to 1295 (no limit); -1 where nothing can be told
 */
export const lengthOf = (duration: string): number => {
  const text = duration.toLowerCase()
  // In ISO 8601 an M after the T is minutes, and the T itself is no week.
  const plain = text.replace(/^(p.*)t(.*?)(m?)$/, (_, date, time, m) => date + time + (m && 'mi'))
  let minutes = 0
  for (const [, amount, unit] of plain.matchAll(/(\d+)\s*(mi|[shudtwmly])/g)) minutes += +amount! * MINUTES[unit!]!
  if (minutes) return Math.min(UNLIMITED - 1, Math.ceil(Math.log2(minutes + 1) * 50))
  return /sej|session|strani|page/.test(text) ? 0 : /neomejen|trajno|persistent/.test(text) ? UNLIMITED : -1
}
