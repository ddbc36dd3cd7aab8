import type { CookieRecord, StorageKind } from '../core/inventory/types'
import { deleteCookie } from './deleteCookie'

/** A browser that does not answer is not waited for any longer than this many milliseconds. */
const PATIENCE = 1000

/** A place where records are kept. Any of them may be switched off; then there is nothing in it. */
interface Place {
  names(): Promise<string[]> | string[]
  remove(name: string): Promise<unknown> | void
}

const cookies: Place = {
  names: () => document.cookie.split('; ').map((pair) => pair.split('=')[0]!),
  remove: deleteCookie,
}

const keysOf = (kind: 'localStorage' | 'sessionStorage'): Place => ({
  names: () => Object.keys(window[kind]),
  remove: (name) => window[kind].removeItem(name),
})

const databases: Place = {
  // Firefox before 126 does not list them, and a database whose name is not known cannot be deleted.
  names: async () => ((await indexedDB.databases?.()) ?? []).flatMap(({ name }) => name ?? []),
  remove: (name) =>
    new Promise<unknown>((done) => {
      const request = indexedDB.deleteDatabase(name)
      // Where a script has it open, it goes once that script's page is gone.
      for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, done)
      setTimeout(done, PATIENCE)
    }),
}

/** A pixel leaves nothing on the device that a script could see. */
const nowhere: Place = { names: () => [], remove: () => {} }

const PLACES: Readonly<Record<StorageKind, Place>> = {
  cookie: cookies,
  localStorage: keysOf('localStorage'),
  sessionStorage: keysOf('sessionStorage'),
  indexedDB: databases,
  pixel: nowhere,
}

/** The place of a record, which answers "nothing" instead of throwing. */
export const storageOf = ({ storage = 'cookie' }: CookieRecord): Place => {
  const place = PLACES[storage]
  return {
    async names() {
      try {
        return await place.names()
      } catch {
        return []
      }
    },
    async remove(name) {
      try {
        await place.remove(name)
      } catch {
        // What is left is seen when it is looked for again.
      }
    },
  }
}
