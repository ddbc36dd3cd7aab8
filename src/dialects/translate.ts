import type { RunningConsent } from '../core/consent/types'
import { FOREIGN } from '../core/gates/foreign'
import type { PageOptions } from '../core/parts'
import { hold } from './hold'
import { markOf } from './markOf'
import { warnOfLive } from './warnOfLive'

/** Elements about which there is nothing to be done, so that a page that has many is not looked through again and again. */
const settled = new WeakSet<Element>()

/**
 * Puts our marks beside those of Cookiebot, vanilla-cookieconsent, Klaro, OneTrust, Complianz and CookieYes, as each of
 * them documents its own, so that a site can change over without touching its pages.
 */
export const translate = ({ consent, gates }: PageOptions): void => {
  let translated = false
  for (const element of document.querySelectorAll<HTMLElement>(FOREIGN)) {
    if (settled.has(element)) continue
    const mark = markOf(element, consent.inventory)
    if (!mark || !hold(element)) {
      settled.add(element)
      if (mark) warnOfLive(element, mark)
      continue
    }
    const waits = mark.startsWith('!') && consent.knows(mark.slice(1))
    // What runs on refusal is looked at again after every answer. Once it may run, nothing holds it any more.
    if (waits && !isRefused(mark.slice(1), consent)) continue
    element.dataset.privolim = waits ? 'necessary' : mark
    translated = true
  }
  if (translated) gates.scan()
}

/** Before an answer nothing has been refused, and what is asked about again has not either. */
const isRefused = (id: string, { choice, needsChoice, granted }: RunningConsent) =>
  choice && !needsChoice && !granted(id)
