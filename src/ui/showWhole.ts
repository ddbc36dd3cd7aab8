/**
 * What takes focus by keyboard is scrolled to as a whole, its ring included. Firefox leaves as it is whatever shows a
 * single line of itself.
 */
export const showWhole = (root: ShadowRoot): void =>
  root.addEventListener('focusin', ({ target }) => {
    const focused = target as Element
    // Not what is pressed with a pointer: it would slip away beneath it.
    if (focused.matches(':focus-visible')) focused.scrollIntoView({ block: 'nearest' })
  })
