import { runningConsent } from '../npm/runningConsent'

/** Of the categories' headings; services are one lower. */
export type HeadingLevel = 2 | 3 | 4

/**
 * Lets the core fill a place with the declaration. Only once a framework has taken the place over, since what changes
 * HTML from a server before that is a mismatch.
 * @param level 3 unless said
 */
export const declareIn = (place: HTMLElement, level: HeadingLevel = 3): void => {
  // React's strict mode does everything twice.
  if (place.hasChildNodes()) return
  place.append(document.createElement(`h${level}`))
  place.dataset.privolimDeclaration = ''
  runningConsent()?.rescan(place)
}
