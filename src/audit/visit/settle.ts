import type { Page } from 'playwright-core'
import type { Waits } from '../options'

export const pause = (milliseconds: number) => new Promise<void>((done) => void setTimeout(done, milliseconds))

/** How often it is looked whether a page has become quiet. */
const LOOK = 50

/**
 * Waits until a page is loaded and has asked for nothing for a while: scripts fetch scripts that fetch pixels. Bounded,
 * since some never end.
 * @returns whether it was loaded
 */
export const settle = async (page: Page, pending: () => number, { load, settle: quiet }: Waits): Promise<boolean> => {
  const isLoaded = await page.waitForLoadState('load', { timeout: load }).then(() => true, () => false)
  const end = performance.now() + quiet * 2
  let since = performance.now()
  while (performance.now() < end && performance.now() - since < quiet) {
    await pause(LOOK)
    if (pending()) since = performance.now()
  }
  return isLoaded
}
