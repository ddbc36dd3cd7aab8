import type { PageOptions } from '../core/parts'
import { whenParsed } from '../core/page'
import { declaresHost, declaresRecord } from './declares'
import { covers } from '../tools/hosts/covers'
import { foreignHostOf } from './foreignHostOf'
import { leaksOn } from './leaks'
import { recordsOn } from './recordsOn'
import { tell } from './tell'

/** How often storage is compared, in milliseconds: a page hears nothing of what it writes itself. */
const PAUSE = 2000

let watching = false

/**
 * For the site's owner, with `data-watch` on the tag: tells which cookies, storage keys, databases and hosts appear that
 * the inventory does not declare, and which markup asks other hosts before consent. Nothing leaves the browser, and
 * nothing is held or released by it: what is found this way is to be declared, not guessed at.
 */
export const watchPage = ({ consent }: PageOptions): void => {
  if (watching) return
  watching = true
  const { inventory, granted } = consent
  /** Privolim's own files may come from another host. */
  const own = foreignHostOf(import.meta.url)

  const compare = async () => {
    for (const kind of ['cookie', 'localStorage', 'sessionStorage', 'indexedDB'] as const)
      for (const name of await recordsOn(kind)) if (!declaresRecord(inventory, kind, name)) tell({ kind, name })
  }
  const isHeld = (host: string) =>
    inventory.services.some(({ id, hosts = [] }) => !granted(id) && hosts.some((pattern) => covers(pattern, host)))

  new PerformanceObserver((list) => {
    for (const { name: address } of list.getEntries()) {
      const name = foreignHostOf(address)
      if (name && name !== own && !declaresHost(inventory, name)) tell({ kind: 'host', name })
    }
  }).observe({ type: 'resource', buffered: true })
  whenParsed(() => leaksOn(document, isHeld).forEach(tell))
  void compare()
  setInterval(() => void compare(), PAUSE)
}
