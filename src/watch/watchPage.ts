import { matcherOf } from '../cleanup/matcherOf'
import type { PageOptions } from '../core/parts'

/** Something that the page has or does and the inventory does not declare. */
export interface Undeclared {
  readonly kind: 'cookie' | 'localStorage' | 'sessionStorage' | 'host'
  readonly name: string
}

/** How often storage is compared, in milliseconds; there is no event for one's own writes. */
const PAUSE = 2000

let watching = false

/**
 * For the site's owner, with `data-watch` on the tag: says in the console, and by the event `privolim:undeclared`, which
 * cookies, storage keys and hosts appear that the inventory does not declare. Nothing leaves the browser, and nothing
 * is held or released by it: what is found this way is to be declared, not guessed at.
 */
export const watchPage = ({ consent }: PageOptions): void => {
  if (watching) return
  watching = true
  const { services } = consent.inventory
  const records = services.flatMap(({ cookies }) => cookies)
  const hosts = services.flatMap((service) => service.hosts ?? [])
  const reported = new Set<string>()

  const declares = ({ kind, name }: Undeclared) => {
    if (kind === 'host') return hosts.some((host) => matcherOf(host.replace(/^\*\./, '*'))(name))
    return records.some(({ name: pattern, storage = 'cookie' }) => storage === kind && matcherOf(pattern)(name))
  }
  const report = (found: Undeclared) => {
    const key = `${found.kind} ${found.name}`
    if (reported.has(key) || found.name === 'privolim' || declares(found)) return
    reported.add(key)
    console.warn(`Privolim: popis ne navaja: ${found.kind} »${found.name}« (undeclared)`)
    document.dispatchEvent(new CustomEvent('privolim:undeclared', { detail: found }))
  }
  const compare = () => {
    for (const kind of ['cookie', 'localStorage', 'sessionStorage'] as const)
      for (const name of namesIn(kind)) report({ kind, name })
  }

  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const { hostname, protocol } = new URL(name, location.href)
      if (/^https?:$/.test(protocol) && hostname !== location.hostname) report({ kind: 'host', name: hostname })
    }
  }).observe({ type: 'resource', buffered: true })
  compare()
  setInterval(compare, PAUSE)
}

const namesIn = (kind: 'cookie' | 'localStorage' | 'sessionStorage'): string[] => {
  try {
    if (kind !== 'cookie') return Object.keys(window[kind])
    return document.cookie ? document.cookie.split('; ').map((pair) => pair.split('=')[0]!) : []
  } catch {
    return []
  }
}
