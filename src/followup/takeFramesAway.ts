import { allGranted } from '../core/gates/allGranted'

/**
 * Removes frames that are denied from a page that is about to be loaded anew. Browsers keep in mind what a frame showed,
 * and Firefox asks for it again before any script has run; of a frame that is gone it keeps nothing in mind.
 */
export const takeFramesAway = (granted: (id: string) => boolean): void => {
  for (const frame of document.querySelectorAll<HTMLElement>(':is(iframe,object,embed)[data-privolim]'))
    if (!allGranted(frame.dataset.privolim!, granted)) frame.remove()
}
