/** What a script did on a page that keeps something on the device. */
export interface SetBy {
  readonly kind: 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage'
  /** What was given to `document.cookie`, or the key, or the name. */
  readonly what: string
  readonly page: string
  /** Addresses of the scripts that called each other, the innermost first. */
  readonly stack: readonly string[]
}

export const TELL = '__seen'

/**
 * Runs in each page before anything of its own: what keeps something on the device says from where it was called. Nothing
 * else changes for the page, and what fails here must not be noticed there.
 */
export const watchSetters = (name: string): void => {
  const globals = window as unknown as Record<string, ((said: object) => unknown) | undefined>
  const send = globals[name]
  delete globals[name]
  if (!send) return
  const stackOf = () => {
    const found = String(new Error('seen').stack).matchAll(/(https?:\/\/[^\s()]+?)(?::\d+){1,2}(?=[\s)]|$)/g)
    return [...new Set([...found].map((match) => match[1]!))].slice(0, 5)
  }
  const tell = (kind: string, what: unknown) => {
    try {
      void Promise.resolve(send({ kind, what: String(what), page: location.href, stack: stackOf() })).catch(() => {})
    } catch {
      // The page goes away.
    }
  }

  const { cookie } = Object.getOwnPropertyDescriptors(Document.prototype)
  if (cookie?.set) {
    const { set } = cookie
    Object.defineProperty(Document.prototype, 'cookie', {
      ...cookie,
      set(this: Document, text: string) {
        tell('cookie', text)
        set.call(this, text)
      },
    })
  }

  const wrap = (prototype: object | undefined, method: string, kind: (self: unknown) => string, what: (first: unknown) => unknown) => {
    const owner = prototype as Record<string, (...all: unknown[]) => unknown> | undefined
    const before = owner?.[method]
    if (!owner || typeof before !== 'function') return
    owner[method] = function wrapped(this: unknown, ...all: unknown[]) {
      tell(kind(this), what(all[0]))
      return before.apply(this, all)
    }
  }
  const own = (get: () => unknown) => {
    try {
      return get()
    } catch {
      // Forbidden in this frame.
      return undefined
    }
  }
  wrap(Storage.prototype, 'setItem', (self) => (self === own(() => sessionStorage) ? 'sessionStorage' : 'localStorage'), (key) => key)
  wrap(window.IDBFactory?.prototype, 'open', () => 'indexedDB', (key) => key)
  wrap(window.CacheStorage?.prototype, 'open', () => 'cacheStorage', (key) => key)
  wrap(
    (window as { CookieStore?: { prototype: object } }).CookieStore?.prototype,
    'set',
    () => 'cookie',
    (first) => `${typeof first === 'object' && first ? (first as { name?: string }).name : String(first)}=; path=/`,
  )
}
