import { URL_PATTERN } from '../../check/urlPattern'
import type { Child } from './tree'

/**
 * A link that opens in the same window, so that nobody has to be told otherwise. The check of an inventory has let only
 * harmless addresses through; here it is looked at once more, since an inventory may come another way.
 */
export const link = (href: string, text: string): Child =>
  URL_PATTERN.test(href) ? ['a', { href, rel: 'noopener noreferrer' }, text] : text
