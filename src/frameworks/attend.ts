import type { Change } from '../core/consent/types'
import { runningConsent } from '../npm/runningConsent'
import { focusInto } from '../placeholder/focusInto'
import { isGranted } from './liveConsent'

/** A frame with nothing in it, for the placeholder to lie over; the site's own rules for its frames go before these. */
export const FRAME = { width: '100%', height: 240, frameBorder: 0 } as const

export interface Attended {
  readonly service: string
  /** Whether the content stands there. */
  readonly shown: boolean
  /** Whether `FRAME` stands there while it does not. */
  readonly framed: boolean
  /** Whether an answer was pressed here: the button goes, and the focus is not to be lost with it. */
  readonly focus: { current: boolean }
  /** Shows the content just this once, or no longer. */
  showOnce(yes: boolean): void
}

/**
 * Sees to the place of `Consented` once it stands in the page. While the content is held back, the frame gets its mark
 * and so the core's own placeholder: only now, since what changes HTML from a server before a framework has taken it
 * over is a mismatch.
 * @param place thrown away whole when what stands in it changes, and the placeholder with it
 * @returns what ends it
 */
export const attend = (place: HTMLElement, { service, shown, framed, focus, showOnce }: Attended): (() => void) => {
  if (shown) {
    if (focus.current) focusOn(place)
    focus.current = false
    return onRefusal(() => showOnce(false))
  }
  if (framed) mark(place, service)
  // On the way down: an answer may take this place out of the page before the click is on its way up again.
  const onClick = (event: Event) => {
    const button = (event.composedPath()[0] as Element).closest('[data-privolim-action^="load-"]')
    if (!button) return
    focus.current = true
    if (button.matches('[data-privolim-action="load-once"]')) showOnce(true)
  }
  place.addEventListener('click', onClick, true)
  return () => place.removeEventListener('click', onClick, true)
}

const mark = (place: HTMLElement, service: string) => {
  const running = runningConsent()
  // What is granted is drawn anew in a moment, and needs no placeholder fetched.
  if (running && isGranted(service, running)) return
  place.querySelector('iframe')!.dataset.privolim = service
  running?.rescan(place)
}

const focusOn = (place: HTMLElement) => {
  const target = place.querySelector<HTMLElement>('iframe,video,audio,a[href],button,input,select,textarea')
  if (!target) place.tabIndex = -1
  focusInto(target ?? place)
}

/** Withdrawal takes back what was to be shown just once as well. */
const onRefusal = (run: () => void) => {
  const listener = (event: Event) => {
    if (/^(withdraw|reject-all)$/.test((event as CustomEvent<Change>).detail.method)) run()
  }
  document.addEventListener('privolim:change', listener)
  return () => document.removeEventListener('privolim:change', listener)
}
