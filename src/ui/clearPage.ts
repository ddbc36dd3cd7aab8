import { adoptStyles } from './adoptStyles'

let sheet: CSSStyleSheet | undefined
let leave = () => {}

/**
 * While the question covers part of the page, the page's end can be scrolled clear of it, and what takes focus is not
 * beneath it (WCAG 2.2, 2.4.11): it is scrolled above; where it cannot be, since it does not scroll, the question goes
 * to the other edge. What stands above does not move, so nothing shifts.
 * @param question what covers the page; `undefined` when it is gone
 */
export const clearPage = (question: HTMLElement | undefined): void => {
  leave()
  sheet ??= adoptStyles(document, '')
  const say = (height: number) => {
    // Beside the columns of a body that has some there would be no room beneath them.
    const body = document.body as HTMLElement | null
    const end = body && /flex|grid/.test(getComputedStyle(body).display) ? 'html' : 'body'
    sheet!.replaceSync(
      height
        ? `@media screen{html{scroll-padding-bottom:${height}px}${end}::after{content:"";display:block;height:${height}px}}`
        : '',
    )
  }
  if (!question) return say(0)
  const fit = () => {
    const { offsetHeight, firstElementChild } = question
    const { top } = question.getBoundingClientRect()
    // What scrolls must be reached by keyboard; what does not need not. A few pixels are room about a link, and no line.
    const text = firstElementChild as HTMLElement
    text.tabIndex = text.scrollHeight > text.clientHeight + 4 ? 0 : -1
    // Last: what is asked for after a change is laid out anew. While it gives way it stands where it needs no room.
    if (question.dataset.aside === undefined) say(offsetHeight && innerHeight - top)
  }
  const dodge = ({ target }: FocusEvent) => {
    // The question's own buttons must not slip away.
    if (target === (question.getRootNode() as ShadowRoot).host) return
    delete question.dataset.aside
    // Once the browser has scrolled.
    requestAnimationFrame(() => {
      const { left, width, top, height } = (target as Element).getBoundingClientRect()
      const covered = question.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      if (x > covered.left && x < covered.right && y > covered.top && y < covered.bottom) question.dataset.aside = ''
    })
  }
  // A frame later: to lay the page out once more in the one that shows the question would make that one longer.
  const observer = new ResizeObserver(() => requestAnimationFrame(fit))
  observer.observe(question)
  observer.observe(document.documentElement)
  // Not on the body: the question may be there first.
  document.addEventListener('focusin', dodge)
  leave = () => {
    observer.disconnect()
    document.removeEventListener('focusin', dodge)
  }
}
