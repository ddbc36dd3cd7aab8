/** What browsers fetch from, held as `data-<name>`. */
export const SOURCES = ['src', 'srcset', 'srcdoc', 'href', 'data', 'poster'] as const

export type Source = (typeof SOURCES)[number]

/** What may be held; a link that the visitor clicks is marked for other reasons. */
export const HOLDABLE = 'iframe,img,video,audio,source,object,embed,link'
  .split(',')
  .map((tag) => `${tag}[data-privolim]`)
  .join()

/** How scripts that load pictures late know theirs. */
const LATE = '[class*="lazy"],.lozad'

/**
 * Such scripts fetch whatever is in `data-src` once it is scrolled to, consent or no consent, so what they would find
 * is kept under a name of our own.
 */
export const hide = (element: HTMLElement): void => {
  if (!element.matches(LATE)) return
  for (const name of SOURCES) {
    const address = element.getAttribute(`data-${name}`)
    if (address === null) continue
    element.setAttribute(`data-privolim-${name}`, address)
    element.removeAttribute(`data-${name}`)
  }
}

/** What an element is to be fetched from once it may be. */
export const heldIn = (element: HTMLElement, name: Source): string | null =>
  element.getAttribute(`data-privolim-${name}`) ?? element.getAttribute(`data-${name}`)
