import type { StorageKind } from '../core/inventory/types'

/** The records on the device that a script can see, by kind. A storage that is switched off has none. */
export const recordsOn = async (kind: Exclude<StorageKind, 'pixel'>): Promise<string[]> => {
  try {
    if (kind === 'cookie') return document.cookie.split('; ').flatMap((pair) => pair.split('=')[0] || [])
    if (kind === 'indexedDB') return ((await indexedDB.databases?.()) ?? []).flatMap(({ name }) => name ?? [])
    return Object.keys(window[kind])
  } catch {
    return []
  }
}
