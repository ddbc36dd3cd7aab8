import type { Page } from 'playwright-core'
import { keepPicture } from '../visit/keep'
import { within } from '../visit/within'

/** A picture that takes longer, in milliseconds, is done without. */
const PATIENCE = 5000

/**
 * Takes a picture of what is to be seen of a page.
 * @returns its name; nothing where the page could not be drawn
 */
export const takePicture = (page: Page, out: string, name: string): Promise<string | undefined> =>
  within(PATIENCE, page.screenshot({ type: 'jpeg', quality: 80 }).then((picture) => keepPicture(out, name, picture)), undefined)
