/**
 * Deletes a cookie wherever a script may: the host and every parent domain, every prefix of this page's path. A cookie
 * is deleted only by its exact domain and path, which cannot be read, so each is tried; the browser refuses public
 * suffixes by itself. HttpOnly cookies and those of other sites stay.
 */
export const deleteCookie = (name: string): void => {
  const secure = location.protocol === 'https:'
  const kinds = ['', ...(secure ? ['; Secure', '; Secure; Partitioned'] : [])]
  for (const domain of domains())
    for (const path of paths())
      for (const kind of kinds)
        document.cookie = `${name}=; Max-Age=0; Path=${path}${domain && `; Domain=${domain}`}${kind}`
}

/** "" is this host alone; then the host and each of its parents, with what is beneath. */
export const domains = () => {
  const labels = location.hostname.split('.')
  return ['', ...labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))]
}

const paths = () => {
  const parts = location.pathname.split('/').filter(Boolean)
  const prefixes = parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)
  return ['/', ...prefixes.flatMap((prefix) => [prefix, `${prefix}/`])]
}
