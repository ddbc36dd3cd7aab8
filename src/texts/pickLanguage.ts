/**
 * The language to speak: what the page's author said, else the page's own where the inventory offers it, else the
 * inventory's first.
 * @param wanted `data-lang`, or the option of `start()`
 * @param offered the inventory's `languages`; not known yet where it could not be read
 */
export const pickLanguage = (wanted = '', offered: readonly string[] = []): string => {
  const page = typeof document === 'undefined' ? '' : document.documentElement.lang.slice(0, 2).toLowerCase()
  return wanted || (offered.includes(page) ? page : offered[0]) || page || 'sl'
}
