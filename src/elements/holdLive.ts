import { report } from '../core/report'
import { heldIn, SOURCES } from './sources'

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
    return address && !/^(about|data):/.test(address) && [null, address].includes(heldIn(element, name))
  })
  for (const name of live) {
    const address = element.getAttribute(name)!
    const tag = `<${element.tagName.toLowerCase()} ${name}="${address}">`
    report(
      heldIn(element, name)
        ? `${tag} je pred privolitvijo sprostila druga skripta, ki bere data-${name}. Oznako, po kateri ga najde, odstranite. ` +
            `(Another script that reads data-${name} released it before consent. Remove what it finds it by.)`
        : `${tag} se je naložil pred privolitvijo. Namesto ${name} pišite data-${name}. ` +
            `(It was fetched before consent. Write data-${name} instead of ${name}.)`,
    )
    if (!heldIn(element, name)) element.setAttribute(`data-${name}`, address)
  }
  return live.length > 0
}
