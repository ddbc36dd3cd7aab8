import type { Page } from 'playwright-core'
import type { Waits } from '../options'

export const pause = (milliseconds: number) => new Promise<void>((done) => void setTimeout(done, milliseconds))

/** How often it is looked whether a page has become quiet. */
const LOOK = 50

/**
 * Waits until a page is loaded and has asked for nothing for a while: scripts fetch scripts that fetch pixels. Bounded,
 * since some never end.
 */
export const settle = async (page: Page, pending: () => number, { load, settle: quiet }: Waits): Promise<void> => {
  await page.waitForLoadState('load', { timeout: load }).catch(() => {})
  const end = performance.now() + quiet * 2
  let since = performance.now()
  while (performance.now() < end && performance.now() - since < quiet) {
    await pause(LOOK)
    if (pending()) since = performance.now()
  }
}

