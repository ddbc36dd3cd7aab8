import { report } from '../core/report'
import { heldIn, SOURCES } from './sources'

/** Lets an element be fetched. */
export const release = (element: HTMLElement): void => {
  for (const name of SOURCES) {
    const source = heldIn(element, name)
    try {
      if (source !== null) element.setAttribute(name, source)
    } catch (error) {
      // Where Trusted Types are required, `srcdoc` takes no text.
      report(error)
    }
  }
  reload(element)
}

/** Takes away what an element was fetched from; what it holds of it stays, for the next answer. */
export const takeAway = (element: HTMLElement): void => {
  for (const name of SOURCES) if (heldIn(element, name) !== null) element.removeAttribute(name)
  // Without its address a frame goes on showing what it has, and its scripts go on running.
  if (element instanceof HTMLIFrameElement) element.contentWindow?.location.replace('about:blank')
  reload(element)
}

/** A `source` says nothing to its player by itself. */
const reload = (element: HTMLElement) => element.closest<HTMLMediaElement>('video,audio')?.load?.()
