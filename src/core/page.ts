/** What opens the preferences from anywhere on the page. */
export const OPENER = '[data-privolim-action="preferences"],[href="#privolim"]'

/** Runs when the parser is done, so that what is missing by then is missing. */
export const whenParsed = (run: () => void): void => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run)
  else run()
}

/** Runs once the browser has painted; a page that nobody sees is not painted. */
export const afterPaint = (run: () => void): void => {
  if (document.hidden) setTimeout(run)
  else requestAnimationFrame(() => setTimeout(run))
}

/** In frames of the same origin only the top window asks; a frame in a foreign page has nobody to ask for it. */
export const isAsking = (): boolean => {
  try {
    return self === top || !top!.document
  } catch {
    return true
  }
}

/** @param open called for a click on anything that is meant to open the preferences */
export const onOpenerClick = (open: () => void): void =>
  document.addEventListener('click', (event) => {
    if (!(event.target as Element).closest?.(OPENER)) return
    event.preventDefault()
    open()
  })
