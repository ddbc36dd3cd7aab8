import { adoptStyles } from './adoptStyles'

let sheet: CSSStyleSheet | undefined
let observer: ResizeObserver | undefined

/**
 * While the question covers the lower edge, the page's end can be scrolled clear of it, and what takes focus is not
 * scrolled beneath it (WCAG 2.2, 2.4.11). What stands above does not move, so nothing shifts.
 * @param question what covers the edge; `undefined` when it is gone
 */
export const clearPage = (question: HTMLElement | undefined): void => {
  observer?.disconnect()
  sheet ??= adoptStyles(document, '')
  const say = (height: number) =>
    sheet!.replaceSync(
      height
        ? `@media screen{html{scroll-padding-bottom:${height}px}body::after{content:"";display:block;height:${height}px}}`
        : '',
    )
  if (!question) return say(0)
  observer = new ResizeObserver(() => say(question.offsetHeight))
  observer.observe(question)
}
