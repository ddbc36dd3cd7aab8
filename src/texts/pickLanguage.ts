import { isSpoken, type Language } from './languages'

/**
 * The language to speak: what the page's author said, else the page's own where the inventory offers it, else the
 * inventory's first that is spoken, else Slovenian.
 * @param wanted `data-lang`, or the option of `start()`
 * @param offered the inventory's `languages`; not known yet where it could not be read
 */
export const pickLanguage = (wanted?: string, offered: readonly string[] = []): Language => {
  const page = typeof document === 'undefined' ? '' : document.documentElement.lang.slice(0, 2).toLowerCase()
  const own = !offered.length || offered.includes(page) ? [page] : []
  return [wanted?.slice(0, 2).toLowerCase(), ...own, ...offered].find(isSpoken) ?? 'sl'
}
