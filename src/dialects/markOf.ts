import type { Inventory } from '../core/inventory/types'
import { categoryOf } from './categoryOf'
import { isInert } from './isInert'
import { serviceNamed } from './serviceNamed'

/**
 * What another tool's mark is in ours: ids separated by spaces, all of which must be granted, or `!id` for what is to
 * run where that is denied. An unknown name is kept as it is, since our marks leave such things denied and report them.
 * @returns `undefined` where the element carries no mark that is known
 */
export const markOf = (element: HTMLElement, inventory: Inventory): string | undefined => {
  const { cookieconsent, cookieyes, srcCmplz, service, category = element.dataset.cookiecategory, name } = element.dataset
  // Cookiebot's `ignore` is for what is never to be held.
  if (cookieconsent === 'ignore') return undefined
  const groups = /(?:^|\s)optanon-category-(\S+)/.exec(element.getAttribute('class') ?? '')?.[1]
  const listed = cookieconsent ?? cookieyes?.replace(/^cookieyes-/, '') ?? groups?.replaceAll('-', ',')
  if (listed) return listed.split(/[\s,]+/).filter(Boolean).map(categoryOf).join(' ') || undefined
  // Words as common as these are a mark on what is inert, and nowhere else: shops have categories as well.
  const isMarked = isInert(element) || srcCmplz !== undefined
  const given = isMarked ? (service ?? name) : name
  const known = given && serviceNamed(given, inventory)
  if (!isMarked) return known || undefined
  const negation = [category, given].some((one) => one?.startsWith('!')) ? '!' : ''
  // A service that the inventory lacks falls back to the category beside it.
  const id = known || categoryOf((category ?? given ?? '').replace('!', '').trim())
  return id && negation + id
}
