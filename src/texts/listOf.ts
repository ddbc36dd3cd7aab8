/** What stands before the last. */
const AND: Readonly<Record<string, string>> = { sl: 'in', it: 'e', hu: 'és', en: 'and', de: 'und', hr: 'i' }

/**
 * »a, b in c«. By hand, since the first `Intl.ListFormat` of a page looks into every locale that Chromium has: 12 ms of
 * the main thread, on a slow phone 50, before the question can be seen.
 * @param language of a language that is spoken; what follows its code does not count
 */
export const listOf = (items: readonly string[], language: string): string => {
  const last = items.at(-1) ?? ''
  const others = items.slice(0, -1).join(', ')
  return others ? `${others} ${AND[language.slice(0, 2)]} ${last}` : last
}
