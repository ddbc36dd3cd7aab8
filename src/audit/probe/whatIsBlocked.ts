import type { Page } from 'playwright-core'
import type { QuestionSeen } from '../record'
import { within } from '../visit/within'

/**
 * Runs in a page: tries what a visitor would while a question is up. Whatever the question itself is made of is in a
 * shadow root, or lies above the page.
 */
const tryPage = (): QuestionSeen['blocks'][number][] => {
  const blocked: QuestionSeen['blocks'][number][] = []
  const { body, documentElement: root } = document
  const scrolls = (one: Element) => !/hidden|clip/.test(getComputedStyle(one).overflowY)
  const before = scrollY
  scrollTo({ top: before + 100, behavior: 'instant' })
  const hasMoved = scrollY !== before
  scrollTo({ top: before, behavior: 'instant' })
  // Scripts may scroll what visitors cannot.
  if (!scrolls(root) || !scrolls(body) || getComputedStyle(body).position === 'fixed' || (root.scrollHeight > innerHeight + 100 && !hasMoved)) blocked.push('scroll')
  if ([root, body, ...body.children].some((one) => (one as HTMLElement).inert || (one.matches('main, #main, #content, #app, #root') && one.getAttribute('aria-hidden') === 'true')))
    blocked.push('inert')

  const isAbove = (one: Element | null): boolean => {
    for (let each = one; each && each !== body; each = each.parentElement) if (/fixed|sticky/.test(getComputedStyle(each).position) || each.matches('dialog[open]')) return true
    return false
  }
  const links = [...document.querySelectorAll<HTMLElement>('a[href], button')].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !isAbove(one)).slice(0, 5)
  const reachable = links.map((link) => {
    link.focus({ preventScroll: true })
    const isFocused = document.activeElement === link
    link.blur()
    return isFocused
  })
  if (links.length && !reachable.some(Boolean)) blocked.push('focus')

  // A veil that covers all of the page takes every click.
  const covers = (one: Element | null) => {
    if (!one || !isAbove(one)) return false
    const { width, height } = one.getBoundingClientRect()
    return width * height >= innerWidth * innerHeight * 0.9
  }
  const points = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => document.elementFromPoint(innerWidth * part, innerHeight * 0.15))
  if (points.every(covers)) blocked.push('links')
  return blocked
}

export const whatIsBlocked = (page: Page): Promise<QuestionSeen['blocks']> => within(3000, page.evaluate(tryPage), [])
