import type { Page } from 'playwright-core'
import type { StoredRecord } from '../record'
import type { Profile } from './profile'
import { readStored } from './readStored'
import { within } from './within'

/** A frame that is busy for ever answers nothing. */
const ASK = 3000

/** What a page and its frames keep besides cookies. */
export const storedOn = async (page: Page, profile: Profile): Promise<{ stored: StoredRecord[]; serviceWorkers: string[] }> => {
  const all = await Promise.all(page.frames().map((frame) => within(ASK, frame.evaluate(readStored), undefined)))
  const stored = new Map<string, StoredRecord>()
  for (const one of all)
    for (const { storage, name, size } of one?.stored ?? []) {
      const setBy = profile.setterOf(storage, name)
      const record = { storage, origin: one!.origin, name, ...(size !== undefined && { size }), ...(setBy && { setBy }) }
      stored.set([storage, one!.origin, name].join('\n'), record)
    }
  return { stored: [...stored.values()], serviceWorkers: [...new Set(all.flatMap((one) => one?.serviceWorkers ?? []))] }
}
