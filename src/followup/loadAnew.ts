let leaving = false

/** Loads the page anew, once for answers that follow one another: a second call would have it asked for again. */
export const loadAnew = (): void => {
  if (leaving) return
  leaving = true
  // A page may ask its visitor to stay.
  setTimeout(() => (leaving = false), 1000)
  location.reload()
}
