/** What comes before a name that anybody may register, where it has two parts: `gov.si` has none, `co.uk` has. */
const SECOND_LEVEL = /^(ac|co|com|edu|gob|gov|ltd|mil|ne|net|nhs|or|org|plc|sch)$/

/** Where strangers live beside each other beneath a name that looks like one owner's. */
const SHARED = /(^|\.)(github\.io|gitlab\.io|netlify\.app|vercel\.app|pages\.dev|web\.app|firebaseapp\.com|herokuapp\.com|blogspot\.com|azurewebsites\.net)$/

/**
 * The name that was registered, which is what browsers and people call a site. The public suffix list is ten times as
 * large as all the rest of this tool, so this knows the usual suffixes and no more.
 */
export const registrableDomain = (host: string): string => {
  if (/^[\d.]+$/.test(host) || host.includes(':')) return host
  const labels = host.split('.')
  const [second = '', top = ''] = labels.slice(-2)
  const isLong = SHARED.test(host) || (top.length === 2 && SECOND_LEVEL.test(second) && !(top === 'si' && second === 'gov'))
  return labels.slice(isLong ? -3 : -2).join('.')
}

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
