/**
 * Deletes a cookie wherever a script may: the host and every parent domain, every prefix of this page's path. A cookie
 * is deleted only by its exact domain and path, which cannot be read, so each is tried; the browser refuses public
 * suffixes by itself. HttpOnly cookies and those of other sites stay.
 */
export const deleteCookie = (name: string): void => {
  const secure = location.protocol === 'https:'
  const kinds = ['', ...(secure ? ['; Secure', '; Secure; Partitioned'] : [])]
  for (const place of places()) for (const kind of kinds) document.cookie = `${name}=; Max-Age=0${place}${kind}`
}

/** Every path and domain, as attributes, under which a cookie may stand that this page can see. */
export const places = (): string[] =>
  domains().flatMap((domain) => paths().map((path) => `; Path=${path}${domain && `; Domain=${domain}`}`))

/** "" is this host alone; then the host and each of its parents, with what is beneath. */
const domains = () => {
  const labels = location.hostname.split('.')
  return ['', ...labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))]
}

/** Each beginning of the path that ends before a slash, after one, or with the path. */
const paths = () => {
  const { pathname } = location
  const beginnings = [...pathname.matchAll(/\/|$/g)].map(({ index }) => pathname.slice(0, index))
  return [...new Set(beginnings.flatMap((beginning) => [beginning || '/', `${beginning}/`]))]
}
