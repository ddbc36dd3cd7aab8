import { allGranted } from '../core/gates/allGranted'
import type { PageOptions } from '../core/parts'
import { report } from '../core/report'
import { holdLive } from './holdLive'
import { release, takeAway } from './release'
import { hide, HOLDABLE } from './sources'

/** Elements that have been released. */
const live = new Set<HTMLElement>()
/** Elements that are about to be taken away: what they show until then is not somebody else's doing. */
const leaving = new WeakSet<HTMLElement>()
/** Frames that are held now: of two calls for the part that stands in for them, the later may be answered first. */
let held: HTMLElement[] = []
/** Frames that the visitor wants to see just this once. */
const once = new WeakSet<HTMLElement>()
let standsIn = false

/**
 * Releases and holds frames, images, media and style sheets by what they are fetched from, and takes it away again on
 * withdrawal. Everything happens in place: a frame that is moved or cloned loads anew and loses its listeners.
 */
export const updateElements = (options: PageOptions): void => {
  const { granted, load } = options
  held = []
  for (const element of document.querySelectorAll<HTMLElement>(HOLDABLE)) {
    const may = once.has(element) || allGranted(element.dataset.privolim!, granted)
    if (may !== live.has(element)) {
      if (may) live.add(element)
      else {
        live.delete(element)
        leaving.add(element)
      }
      // A task of its own: while the page is parsed, Chromium shows about:blank in a frame that was set from an observer.
      setTimeout(may ? release : leave, 0, element, options)
    } else if (!may && !leaving.has(element) && holdLive(element)) setTimeout(takeAway, 0, element)
    if (!may) hide(element)
    if (!may && /^(IFRAME|OBJECT|EMBED)$/.test(element.tagName)) held.push(element)
  }
  for (const element of live) if (!element.isConnected) live.delete(element)
  standsIn ||= held.length > 0
  if (standsIn) load('placeholder')
      .then((part) => part.standIn({ ...options, held, once }))
      .catch(report)
}

const leave = (element: HTMLElement) => {
  leaving.delete(element)
  takeAway(element)
}
