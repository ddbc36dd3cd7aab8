import type { CookieRecord } from '../core/inventory/types'
import { domains } from './deleteCookie'

/**
 * Whether a cookie stands there that scripts can neither read nor delete. The browser does not say so, but it does not
 * let a script write over such a one either (RFC 6265bis, § 5.7, step 19): what is written under its name does not come
 * back. Written for this one look, and deleted at once.
 */
export const isHttpOnly = ({ name, storage = 'cookie' }: CookieRecord): boolean =>
  storage === 'cookie' &&
  !name.includes('*') &&
  domains().some((domain) => !takes(name, domain) && takes('privolim-', domain))

const takes = (name: string, domain: string): boolean => {
  const attributes = `; Path=/; SameSite=Lax${domain && `; Domain=${domain}`}${location.protocol === 'https:' ? '; Secure' : ''}`
  document.cookie = `${name}=${attributes}; Max-Age=9`
  const taken = document.cookie.split('; ').some((pair) => pair.split('=')[0] === name)
  document.cookie = `${name}=${attributes}; Max-Age=0`
  return taken
}
