import { report } from '../core/report'
import { SOURCES } from './sources'

/**
 * An element that is denied and has a live address all the same: written so by mistake, or set by a script that loads
 * pictures late and looks for `data-src`. What was asked for cannot be taken back; it is held from now on, and its
 * address is kept.
 * @returns whether something live was found
 */
export const holdLive = (element: HTMLElement): boolean => {
  const live = SOURCES.filter((name) => {
    const address = element.getAttribute(name)
    // A picture that stands in for the one that is held is the page's own.
    return address && !/^(about|data):/.test(address) && [null, address].includes(element.getAttribute(`data-${name}`))
  })
  for (const name of live) {
    const tag = element.tagName.toLowerCase()
    element.setAttribute(`data-${name}`, element.getAttribute(name)!)
    report(
      `<${tag} ${name}="${element.getAttribute(name)}"> se je naložil pred privolitvijo. Namesto ${name} pišite data-${name}. ` +
        `(It was fetched before consent. Write data-${name} instead of ${name}.)`,
    )
  }
  return live.length > 0
}
