import type { Page } from 'playwright-core'
import type { AuditOptions } from '../options'
import type { LeftOut } from '../record'
import { guardPage } from './guard'
import { distinctPages, type Link, linkOf } from './links'
import type { Profile } from './profile'
import { readRobots, type Robots } from './robotsTxt'
import { within } from './within'

export interface Found {
  readonly pages: readonly string[]
  readonly leftOut: readonly LeftOut[]
  /** Milliseconds between two pages, where the site asks for more than is kept anyway. */
  readonly delay: number
}

/** More than this is waited for nobody. */
const LONGEST_DELAY = 10

/** Of what a site leaves out, so many are named. */
const MOST_NAMED = 200

/** A text file of the site; empty where there is none. */
const readText = async (profile: Profile, url: string, options: AuditOptions): Promise<string> => {
  const page = await profile.open()
  try {
    const guard = await guardPage(page, { home: options.url, largest: Math.min(options.largest, 5_000_000) })
    const response = await page.goto(url, { waitUntil: 'load', timeout: options.waits.load })
    return response?.ok() && !guard.isOver() ? await within(options.waits.load, response.text(), '') : ''
  } catch {
    return ''
  } finally {
    await within(3000, page.close(), undefined)
  }
}

const addressesIn = (xml: string) => [...xml.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^<\s\]]+)/gi)].map((match) => match[1]!.replaceAll('&amp;', '&'))

/** Pages that the site map names; one that names further ones is followed to a few of them. */
const sitemapPages = async (profile: Profile, sitemaps: readonly string[], options: AuditOptions): Promise<string[]> => {
  const pages: string[] = []
  const waiting = sitemaps.slice(0, 3)
  for (let read = 0; waiting.length && read < 4 && pages.length < 1000; read++) {
    const xml = await readText(profile, waiting.shift()!, options)
    if (/<sitemapindex/i.test(xml)) waiting.push(...addressesIn(xml).slice(0, 3))
    else pages.push(...addressesIn(xml).slice(0, 1000))
  }
  return pages
}

/** Runs in a page. */
const hrefsIn = (): string[] => [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, 2000).map((link) => link.getAttribute('href')!)

/** What the links of a page lead to. */
export const linksOf = async (page: Page, home: string): Promise<Link[]> => {
  const hrefs = await within(3000, page.evaluate(hrefsIn), [])
  // Addresses are read as the page reads them, whatever it was asked for as.
  return hrefs.map((href) => linkOf(href, page.url(), home))
}

export const readSiteRobots = async (profile: Profile, options: AuditOptions): Promise<Robots> =>
  readRobots(await readText(profile, new URL('/robots.txt', options.url).href, options))

/** Which pages of the site are visited: the start page, what it links to, what the site map names. */
export const discover = async (profile: Profile, links: readonly Link[], robots: Robots, options: AuditOptions): Promise<Found> => {
  const sitemaps = robots.sitemaps.length ? robots.sitemaps : [new URL('/sitemap.xml', options.url).href]
  const mapped = (await sitemapPages(profile, sitemaps, options)).map((url) => linkOf(url, options.url, options.url))
  const all = [...links, ...mapped].flatMap((link) => link ?? [])
  const leftOut: LeftOut[] = all.flatMap((link) => (link.why ? [link] : []))
  const wanted = distinctPages([options.url, ...all.flatMap((link) => (link.why ? [] : [link.url]))])
  const [start, ...others] = wanted
  const allowed = others.filter((url) => robots.allows(url))
  leftOut.push(...others.filter((url) => !robots.allows(url)).map((url) => ({ url, why: 'robots' as const })))
  const pages = [start!, ...allowed].slice(0, Math.max(1, options.pages))
  leftOut.push(...allowed.slice(pages.length - 1).map((url) => ({ url, why: 'limit' as const })))
  const once = [...new Map(leftOut.map((one) => [one.url, one])).values()]
  return { pages, leftOut: once.slice(0, MOST_NAMED), delay: Math.min(robots.delay, LONGEST_DELAY) * 1000 }
}
