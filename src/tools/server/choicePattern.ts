import { CATEGORIES, type OptionalCategory } from '../../core/inventory/types'

/**
 * How servers read the choice's cookie, in what all their regular expressions have in common: RE2 of Caddy knows no
 * looking ahead. The whole value is matched, after the same shape as in `core/choice/serialize.ts`: a test holds the
 * two together. Damage reads as no choice.
 */
export const VALUE = [
  String.raw`1\.n1\.f[01]\.a[01]\.m[01]\.e[01]`,
  String.raw`\.t[1-9a-z][0-9a-z]{0,7}\.r[0-9a-z]{1,12}`,
  String.raw`(?:\.o)?(?:\.w[a-z_-]+)?(?:\.v[0-9A-Za-z_]+)?(?:\.[ks][0-9A-Za-z_]*)?`,
  String.raw`(?:\.[A-Za-z][0-9A-Za-z_-]*~[01])*`,
].join('')

/** In the header `Cookie`, among others. */
const NAME = '(?:^|;) *privolim='

/** @param group how the group that holds the value begins: `(` or, with a name, `(?<name>` */
export const found = (group = '('): string => `${NAME}${group}${VALUE}) *(?:;|$)`

/**
 * Two cookies of that name, from two domains or paths. Which of them is newer takes counting, so neither holds; the
 * widget removes the older one. A comma is how some servers join headers that come twice.
 */
export const TWICE = '(?:^|[;,]) *privolim=.*[;,] *privolim='

/**
 * One of these services is named twice in one value: one server would read the first, another the last, so the whole
 * value counts as damaged, as in the widget. Names that the inventory does not have mean nothing in any case.
 */
export const namedTwice = (ids: readonly string[]): string =>
  String.raw`${NAME}[^;]*(?:${ids.map((id) => String.raw`\.${id}~[01]\.(?:[^;]*\.)?${id}~`).join('|')})`

/** The value says that the category is granted. */
export const grantsCategory = (category: OptionalCategory): string => {
  const flags = CATEGORIES.slice(1, CATEGORIES.indexOf(category)).map((one) => String.raw`\.${one[0]!}[01]`)
  return String.raw`^1\.n1${flags.join('')}\.${category[0]!}1\.`
}

/** The value has an answer of its own for the service, which goes before that of its category. */
export const answersService = (id: string, granted: boolean): string =>
  String.raw`\.${id}~${String(Number(granted))}(?:\.|$)`
