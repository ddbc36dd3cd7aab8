import type { CookieRecord } from '../core/inventory/types'

/**
 * One row of an entry's table.
 * @param domain the provider's own, on which the cookie is set; without it, it is set on the site's
 */
export const record = (name: string, duration: string, sl: string, en: string, domain?: string): CookieRecord => ({
  name,
  purpose: { sl, en },
  duration,
  ...(domain ? { party: 'third', domain } : { party: 'first' }),
})

/** A duration: gone when the browser is closed. */
export const SESSION = 'Trajanje seje'
