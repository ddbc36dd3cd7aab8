import { foreignHostOf } from './hosts'
import type { Found } from './tell'

const HINTS = 'preconnect,dns-prefetch,preload,prefetch,modulepreload'
  .split(',')
  .map((rel) => `link[rel~="${rel}"][href]:not([data-privolim])`)
  .join()

/**
 * Markup that asks other hosts whatever the visitor answers: hints to fetch ahead, and what stands in `noscript` for
 * those who cannot answer. Nothing is done about it, since only the site's owner knows what it is for.
 * @param isHeld whether a host belongs to something that is denied now
 */
export const leaksOn = (root: ParentNode, isHeld: (host: string) => boolean): Found[] => {
  const hints = [...root.querySelectorAll<HTMLLinkElement>(HINTS)].flatMap(({ href, rel }) => {
    const name = foreignHostOf(href)
    return name && isHeld(name) ? { kind: 'hint' as const, name, detail: rel } : []
  })
  const hidden = [...root.querySelectorAll('noscript')].flatMap(({ innerHTML }) =>
    [...innerHTML.matchAll(/\b(?:src|href)\s*=\s*["']?([^"'\s>]+)/gi)].flatMap(([, address]) => {
      const name = foreignHostOf(address!)
      return name ? { kind: 'noscript' as const, name } : []
    }),
  )
  return [...hints, ...hidden]
}
