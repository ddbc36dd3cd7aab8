import type { Consent } from '../core/consent/types'
import { start as startCore } from '../core/start'
import { inertConsent } from './inertConsent'
import { loadPart } from './loadPart'
import { runningConsent } from './runningConsent'

export interface Options {
  /** Code of a language; goes before `<html lang>`. */
  readonly lang?: string
  /** Where the question stands; along the lower edge unless said otherwise. */
  readonly position?: 'bar' | 'corner' | 'centre'
  /** Of the site's Content-Security-Policy, for scripts that Privolim itself inserts. */
  readonly nonce?: string
}

/**
 * Starts Privolim in an application. On a server it has no side effect, and every optional category is denied. On a page
 * the first start holds, as with script tags: called again, as when a module is replaced while it is worked on, it gives
 * what runs already, which is `window.privolim` as well.
 * @param inventory the inventory as an object, or as JSON text
 * @example
 * const consent = start(inventory, { lang: 'sl' })
 * if (consent.granted('analytics')) …
 */
export const start = (inventory: unknown, { lang, position, nonce }: Options = {}): Consent =>
  typeof document === 'undefined'
    ? inertConsent()
    : (runningConsent() ??
      (window.privolim = startCore(typeof inventory === 'string' ? inventory : JSON.stringify(inventory), {
        load: loadPart,
        settings: { lang, position },
        nonce,
      })))
