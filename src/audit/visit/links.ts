import type { LeftOut } from '../record'
import { isSameSite } from './site'

/** What ends in one of these is a file and no page. */
const FILE = /\.(avif|bmp|css|csv|docx?|epub|exe|gif|gz|ics|jpe?g|js|json|kml|mp[34]|msi|odp|ods|odt|ogg|pdf|png|pptx?|rar|rss|rtf|svg|tar|tiff?|txt|wav|webm|webp|xlsx?|xml|zip|7z)$/i

/** What does something when it is visited. */
const ACTING = /(log-?out|sign-?out|odjav|izpis|logoff|wp-login|wp-admin|\/admin\b|unsubscribe|add-to-cart|dodaj-v-kosarico|delete|izbris|[?&](action|do|task|add-to-cart|replytocom|print)=)/i

/** What says where a visitor came from, and leads to the same page. */
const MARK = /^(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|_ga|_gl|PHPSESSID|sid)$/i

/** Addresses of one path that differ in their query alone are mostly the same page once more: a calendar, a filter. */
const PER_PATH = 2

export type Link = { readonly url: string; readonly why?: never } | LeftOut | undefined

/**
 * An address as it is kept: without its fragment and without marks of where somebody came from.
 * @returns what it is, or why it is left out; nothing for what is no address of the web
 */
export const linkOf = (href: string, base: string, home: string): Link => {
  if (!URL.canParse(href, base)) return
  const url = new URL(href, base)
  if (!/^https?:$/.test(url.protocol) || url.username) return
  url.hash = ''
  for (const name of Array.from(url.searchParams.keys())) if (MARK.test(name)) url.searchParams.delete(name)
  if (!isSameSite(url.hostname, new URL(home).hostname)) return { url: url.href, why: 'elsewhere' }
  if (FILE.test(url.pathname) || ACTING.test(url.href)) return { url: url.href, why: 'not-a-page' }
  return { url: url.href }
}

/** One page, whether it is called with a slash at its end or not, by http or by https. */
const keyOf = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')

/** Each page once, and few of one path. */
export const distinctPages = (urls: readonly string[]): string[] => {
  const seen = new Set<string>()
  const paths = new Map<string, number>()
  return urls.filter((url) => {
    const key = keyOf(url)
    const path = keyOf(url.split('?')[0]!)
    const count = paths.get(path) ?? 0
    if (seen.has(key) || count >= PER_PATH) return false
    seen.add(key)
    paths.set(path, count + 1)
    return true
  })
}
