import type { KnownCookie, KnownService } from '../../catalogue/known/types'
import { covers } from '../hosts/covers'
import { literal } from '../text/literal'
import { catalogue } from './catalogue'

/** What a record may be. */
export interface Recognised {
  readonly service: KnownService
  readonly cookie: KnownCookie
  /** The name alone does not say whose it is: others have one like it. */
  readonly ambiguous: boolean
}

interface Row {
  readonly service: KnownService
  readonly cookie: KnownCookie
  /** Whether a name is one of these. */
  readonly is: (name: string) => boolean
  /** What names of this kind begin with, as far as it is certain. */
  readonly start: string
}

/** @returns the regular expression of a row, for whole names */
export const patternOf = ({ name, pattern }: KnownCookie): RegExp =>
  RegExp(pattern ?? `^${name.split('*').map(literal).join('.*')}$`)

const rows: readonly Row[] = catalogue.flatMap((service) =>
  service.cookies.map((cookie) => {
    const expression = patternOf(cookie)
    return { service, cookie, is: (name) => expression.test(name), start: cookie.name.split('*')[0]! }
  }),
)

/** No record has a longer name; what is longer is a text that has lost its way. */
const LONGEST = 256

/** What lists write for the part that differs: `*`, `<id>`, `{id}`, `[id]`, `#`, `…`, `XXX`. */
const BLANK = /\*|<[^>]*>|\{[^}]*\}|\[[^\]]*\]|#|…|\.\.\.|x{3,}|X{3,}/

/** Shorter beginnings, as of `_*`, say nothing. */
const SHORTEST = 3

const matches = (row: Row, name: string): boolean => {
  const blank = name.search(BLANK)
  if (blank < 0) return row.is(name)
  const start = name.slice(0, blank)
  if (row.cookie.name === name) return true
  if (start.length < SHORTEST) return false
  const isWithin = row.cookie.name.includes('*') && row.start !== '' && start.startsWith(row.start)
  return isWithin || row.start.startsWith(start)
}

/** Lists leave out the part that differs: `wp-settings` for `wp-settings-1`. */
const isUnfinished = ({ cookie, start }: Row, name: string) => {
  const bare = (text: string) => text.replace(/[-_.:]$/, '')
  return cookie.name === `${start}*` && /\w[-_.:]/.test(name) && bare(start) === bare(name)
}

/** Short names in small letters are too many. */
const isInSmallLetters = ({ cookie }: Row, name: string) =>
  name.length > 4 && cookie.name.toLowerCase() === name.toLowerCase()

/** `facebook.com` of `.facebook.com`, `https://Facebook.com/klub`. */
const plain = (domain: string) =>
  domain
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?\.?/, '')
    .replace(/[:/].*$/s, '')

const isOn = (domain: string, { cookie }: Row) => cookie.domain !== undefined && covers(`*.${cookie.domain}`, domain)

/** A service that lives before one that is gone, a whole name before one with a blank, the site's own before others. */
const rank = ({ service, cookie }: Row, name: string) =>
  (service.status === 'active' ? 0 : 4) + (cookie.name === name ? 0 : 2) + (cookie.party === 'first' ? 0 : 1)

/**
 * All that a record may be, by its name; the likeliest first. A name that many have counts only on its provider's
 * domain. Names differ by case, but where nothing else fits, lists that write them in small letters are understood.
 *
 * @param name as the browser knows it, or as lists write it: `_ga_*`, `_ga_<id>`
 * @param domain on which it is set: `facebook.com`, `.facebook.com`, `www.facebook.com`
 */
export const recogniseCookie = (name: string, domain = ''): Recognised[] => {
  const wanted = name.trim()
  if (!wanted || wanted.length > LONGEST) return []
  const found = [matches, isUnfinished, isInSmallLetters]
    .map((test) => rows.filter((row) => test(row, wanted)))
    .find(({ length }) => length)
  if (!found) return []
  const here = found.filter((row) => isOn(plain(domain), row))
  const left = here.length ? here : found.filter(({ cookie }) => !cookie.ambiguous)
  return left
    .sort((one, other) => rank(one, wanted) - rank(other, wanted))
    .map(({ service, cookie }) => ({ service, cookie, ambiguous: !!cookie.ambiguous || left.length > 1 }))
}
