import type { CookieRecord, Inventory } from '../core/inventory/types'
import { deleteCookie } from './deleteCookie'
import { matcherOf } from './matcherOf'

/**
 * Removes what services that are denied have left on the device: declared records only, and never a record that is also
 * declared by a service that is granted.
 */
export const cleanUp = ({ services }: Inventory, granted: (id: string) => boolean): void => {
  const recordsOf = (wanted: boolean) =>
    services.filter(({ id }) => granted(id) === wanted).flatMap(({ cookies }) => cookies)
  const kept = recordsOf(true)
  for (const record of recordsOf(false)) {
    const matches = matcherOf(record.name)
    const isKept = (name: string) => kept.some((one) => kindOf(one) === kindOf(record) && matcherOf(one.name)(name))
    for (const name of namesIn(kindOf(record))) if (matches(name) && !isKept(name)) remove(kindOf(record), name)
    if (kindOf(record) === 'indexedDB') removeDatabases((name) => matches(name) && !isKept(name))
  }
}

const kindOf = ({ storage = 'cookie' }: CookieRecord) => storage

type Kind = ReturnType<typeof kindOf>

const namesIn = (kind: Kind): string[] => {
  try {
    if (kind === 'cookie') return document.cookie.split('; ').map((pair) => pair.split('=')[0]!)
    if (kind === 'localStorage' || kind === 'sessionStorage') return Object.keys(window[kind])
  } catch {
    // Storage may be switched off altogether; then there is nothing in it.
  }
  return []
}

const remove = (kind: Kind, name: string) => {
  if (kind === 'cookie') deleteCookie(name)
  else if (kind === 'localStorage' || kind === 'sessionStorage') window[kind].removeItem(name)
}

const removeDatabases = (matches: (name: string) => boolean) => {
  // Firefox before 126 cannot list them; what it holds is deleted by name elsewhere or not at all.
  indexedDB.databases?.().then(
    (databases) => {
      for (const { name } of databases) if (name && matches(name)) indexedDB.deleteDatabase(name)
    },
    () => {},
  )
}
