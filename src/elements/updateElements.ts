import type { PageOptions } from '../core/parts'
import { report } from '../core/report'

/** What browsers fetch from, held as `data-<name>`. */
const SOURCES = ['src', 'srcset', 'href', 'data', 'poster'] as const

const SELECTOR = SOURCES.map((name) => `[data-privolim][data-${name}]:not(script)`).join()

/** Elements that have been released. */
const live = new Set<HTMLElement>()
/** Frames that the visitor wants to see just this once. */
const once = new WeakSet<HTMLElement>()
let standsIn = false

/**
 * Releases and holds frames, images, media and style sheets by what they are fetched from, and takes it away again on
 * withdrawal. Everything happens in place: a frame that is moved or cloned loads anew and loses its listeners.
 */
export const updateElements = (options: PageOptions): void => {
  const { granted, load } = options
  const held: HTMLElement[] = []
  for (const element of document.querySelectorAll<HTMLElement>(SELECTOR)) {
    const may = once.has(element) || element.dataset.privolim!.trim().split(/\s+/).every(granted)
    if (may !== live.has(element)) {
      if (may) live.add(element)
      else live.delete(element)
      // A task of its own: while the page is parsed, Chromium shows about:blank in a frame that was set from an observer.
      setTimeout(set, 0, element, may)
    }
    if (!may && /^(IFRAME|OBJECT|EMBED)$/.test(element.tagName)) held.push(element)
  }
  for (const element of live) if (!element.isConnected) live.delete(element)
  standsIn ||= held.length > 0
  if (standsIn) load('placeholder').then((part) => part.standIn({ ...options, held, once }), report)
}

const set = (element: HTMLElement, may: boolean) => {
  for (const name of SOURCES) {
    const source = element.getAttribute(`data-${name}`)
    if (source === null) continue
    if (may) element.setAttribute(name, source)
    else element.removeAttribute(name)
  }
  // A `source` says nothing to its player by itself.
  element.closest<HTMLMediaElement>('video,audio')?.load?.()
}
