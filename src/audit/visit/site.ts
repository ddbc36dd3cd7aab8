import { getDomain } from 'tldts'

/**
 * The name that was registered, which is what browsers and people call a site, by the public suffix list: of
 * `a.drustvo.si` it is `drustvo.si`. Where strangers live beside each other, as beneath `github.io`, each has one.
 * @returns the host itself where nobody can register it: an address, `localhost`, a suffix
 */
export const registrableDomain = (host: string): string => getDomain(host, { allowPrivateDomains: true }) ?? host

const withoutWww = (host: string) => host.replace(/^www\./, '')

/** Whether two hosts are the same site to its visitors: the same, or one is the other with `www.` before it. */
export const isSameSite = (one: string, other: string): boolean => withoutWww(one) === withoutWww(other)

/** The host of an address; empty for what has none, such as `data:`. */
export const hostOfUrl = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '')

/** Whether an address belongs to somebody else than the page does. */
export const isThirdParty = (url: string, page: string): boolean => {
  const [host, own] = [hostOfUrl(url), hostOfUrl(page)]
  return host !== '' && own !== '' && registrableDomain(host) !== registrableDomain(own)
}
