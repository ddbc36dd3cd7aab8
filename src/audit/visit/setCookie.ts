export interface CookieName {
  readonly name: string
  /** Without a dot before it. */
  readonly domain: string
  readonly path: string
  /** It is taken away by this, not set. */
  readonly isEnd?: true
}

/** The path of a cookie that says none. */
const defaultPath = (url: string) => new URL(url).pathname.replace(/\/[^/]*$/, '') || '/'

/**
 * What a line of `Set-Cookie`, or what a script gives to `document.cookie`, is about.
 * @param url of the answer or the page
 * @param now milliseconds since 1970
 */
export const parseSetCookie = (line: string, url: string, now = 0): CookieName | undefined => {
  const [pair = '', ...attributes] = line.split(';')
  const name = (pair.includes('=') ? pair.slice(0, pair.indexOf('=')) : '').trim()
  if (!name || !URL.canParse(url)) return
  const read = (wanted: string) =>
    attributes
      .map((one) => one.split('='))
      .findLast(([key = '']) => key.trim().toLowerCase() === wanted)?.[1]
      ?.trim()
  const path = read('path')
  const [age, expires] = [read('max-age'), read('expires')]
  // What lasts how many seconds is said more strongly than when it ends.
  const isEnd = age === undefined ? Date.parse(expires ?? '') <= now : Number(age) <= 0
  return {
    name,
    domain: (read('domain') || new URL(url).hostname).replace(/^\./, '').toLowerCase(),
    path: path?.startsWith('/') ? path : defaultPath(url),
    ...(isEnd && { isEnd }),
  }
}

/** What two mentions of the same cookie have in common. */
export const cookieKey = ({ name, domain, path }: CookieName): string => [name, domain.replace(/^\./, ''), path].join('\n')

/**
 * Seconds that a cookie has left; nothing for a session's.
 * @param expires seconds since 1970, negative for a session's, as browsers say it
 * @param now milliseconds since 1970
 */
export const secondsLeft = (expires: number, now: number): number | undefined =>
  expires < 0 ? undefined : Math.max(0, Math.round(expires - now / 1000))
