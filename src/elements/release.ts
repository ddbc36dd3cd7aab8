import type { PageOptions } from '../core/parts'
import { report } from '../core/report'
import { heldIn, SOURCES } from './sources'

/** Lets an element be fetched. */
export const release = (element: HTMLElement, { trusted }: PageOptions): void => {
  for (const name of SOURCES) {
    const source = heldIn(element, name)
    try {
      if (source === null) continue
      // What `object` and `embed` fetch may be code, so it has to be trusted where Trusted Types are required.
      const isCode = /^(OBJECT|EMBED)$/.test(element.tagName)
      element.setAttribute(name, isCode ? trusted().createScriptURL(source) : source)
    } catch (error) {
      // There `srcdoc` takes no text at all.
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
