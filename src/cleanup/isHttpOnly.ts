import type { CookieRecord } from '../core/inventory/types'
import { places } from './deleteCookie'

/**
 * Whether a cookie stands there that scripts can neither read nor delete. The browser does not say so, but it does not
 * let a script write over such a one either (RFC 6265bis, § 5.7, step 19): what is written under its name does not come
 * back. Written for this one look, and deleted at once; so it is asked only for what is to be deleted anyway.
 *
 * Firefox does not know of such a cookie yet on the page that it first came with.
 */
export const isHttpOnly = ({ name, storage = 'cookie' }: CookieRecord): boolean => {
  if (storage !== 'cookie' || name.includes('*')) return false
  // Where a name that nobody has is refused too, it is for another reason: `__Host-` has no domain, for instance.
  const [prefix] = /^(__\w+-)?/.exec(name)!
  return places().some((place) => !takes(name, place) && takes(`${prefix}privolim-`, place))
}

const takes = (name: string, place: string): boolean => {
  const attributes = `; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}${place}`
  document.cookie = `${name}=${attributes}; Max-Age=9`
  const taken = document.cookie.split('; ').some((pair) => pair.split('=')[0] === name)
  document.cookie = `${name}=${attributes}; Max-Age=0`
  return taken
}
