import { isInert } from './isInert'

/** Where other tools keep the address of what they hold. */
const ADDRESSES = ['data-cookieblock-src', 'data-src-cmplz', 'data-cmplz-src'] as const

const HELD = '[data-src],[data-srcset],[data-href],[data-data],[data-poster]'

/**
 * Writes what is held in the way our gates read it. Nothing is fetched or run by that.
 * @returns whether it is held at all; what is live already is left as it is
 */
export const hold = (element: HTMLElement): boolean => {
  const isScript = element.localName === 'script'
  if (isScript && !isInert(element)) return false
  for (const name of ADDRESSES) {
    const address = element.getAttribute(name)
    if (address !== null) element.dataset.src = address
  }
  if (isScript) element.setAttribute('type', 'text/plain')
  else if (isInert(element)) {
    // A style sheet or an object of such a type would stay inert after its release.
    if (element.dataset.type) element.setAttribute('type', element.dataset.type)
    else element.removeAttribute('type')
  }
  return isScript || element.matches(HELD)
}
