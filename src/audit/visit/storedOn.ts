import type { Page } from 'playwright-core'
import type { StoredRecord } from '../record'
import type { Profile } from './profile'
import { readStored } from './readStored'
import { within } from './within'

/**
 * What a page and its frames keep besides cookies.
 * @param ask milliseconds until a frame is given up, which may be busy for ever
 */
export const storedOn = async (page: Page, profile: Profile, ask: number): Promise<{ stored: StoredRecord[]; serviceWorkers: string[] }> => {
  const all = await Promise.all(page.frames().map((frame) => within(ask, frame.evaluate(readStored), undefined)))
  const stored = new Map<string, StoredRecord>()
  for (const one of all)
    for (const { storage, name, size } of one?.stored ?? []) {
      const setBy = profile.setterOf(storage, name)
      const record = { storage, origin: one!.origin, name, ...(size !== undefined && { size }), ...(setBy && { setBy }) }
      stored.set([storage, one!.origin, name].join('\n'), record)
    }
  return { stored: [...stored.values()], serviceWorkers: [...new Set(all.flatMap((one) => one?.serviceWorkers ?? []))] }
}
