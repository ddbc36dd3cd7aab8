/** What one frame's origin keeps besides cookies. */
export interface FrameStored {
  readonly origin: string
  readonly stored: readonly { readonly storage: 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage'; readonly name: string; readonly size?: number }[]
  readonly serviceWorkers: readonly string[]
}

/** Runs in a frame. */
export const readStored = async (): Promise<FrameStored> => {
  const safely = async <Value>(read: () => Value | Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      return await read()
    } catch {
      // A sandboxed frame has no storage, and throws when asked.
      return otherwise
    }
  }
  const entriesOf = (storage: 'localStorage' | 'sessionStorage') =>
    safely(() => {
      const box = window[storage]
      const keys = Array.from({ length: Math.min(box.length, 200) }, (_, index) => box.key(index)!)
      return keys.map((name) => ({ storage, name, size: (box.getItem(name) ?? '').length }))
    }, [])
  const databases = await safely(async () => (await indexedDB.databases()).map(({ name = '' }) => ({ storage: 'indexedDB' as const, name })), [])
  const caches = await safely(async () => (await window.caches.keys()).map((name) => ({ storage: 'cacheStorage' as const, name })), [])
  const workers = await safely(async () => {
    const found = await navigator.serviceWorker.getRegistrations()
    return found.flatMap(({ active, waiting, installing }) => (active ?? waiting ?? installing)?.scriptURL ?? [])
  }, [])
  return {
    origin: location.origin,
    stored: [...(await entriesOf('localStorage')), ...(await entriesOf('sessionStorage')), ...databases, ...caches],
    serviceWorkers: workers,
  }
}
