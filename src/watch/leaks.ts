import { foreignHostOf } from './foreignHostOf'
import type { Found } from './tell'

const unmarked = (selectors: readonly string[]) => selectors.map((one) => `${one}:not([data-privolim])`).join()

const HINTS = unmarked(
  ['preconnect', 'dns-prefetch', 'preload', 'prefetch', 'modulepreload'].map((rel) => `link[rel~="${rel}"][href]`),
)

/** A script of any other type is text. */
const RUNS = 'script[src]:is(:not([type]),[type=""],[type=module],[type$=javascript i])'

const LIVE = unmarked([RUNS, 'iframe[src]', 'img[src]', 'embed[src]', 'object[data]', 'link[rel~=stylesheet][href]'])

/**
 * Markup that asks other hosts whatever the visitor answers: hints to fetch ahead, elements that carry no mark, and what
 * stands in `noscript` for those who cannot answer. Nothing is done about it, since only the site's owner knows what it
 * is for.
 * @param isHeld whether a host belongs to something that is denied now
 */
export const leaksOn = (root: ParentNode, isHeld: (host: string) => boolean): Found[] => {
  const hints = [...root.querySelectorAll<HTMLLinkElement>(HINTS)].flatMap(({ href, rel }) => {
    const name = foreignHostOf(href)
    return name && isHeld(name) ? { kind: 'hint' as const, name, detail: rel } : []
  })
  const live = [...root.querySelectorAll(LIVE)].flatMap((element) => {
    const address = ['src', 'data', 'href'].map((name) => element.getAttribute(name)).find(Boolean)
    const name = foreignHostOf(address ?? '')
    return name && isHeld(name) ? { kind: 'unmarked' as const, name, detail: element.localName } : []
  })
  const hidden = [...root.querySelectorAll('noscript')].flatMap(({ innerHTML }) =>
    [...innerHTML.matchAll(/\b(?:src|href)\s*=\s*["']?([^"'\s>]+)/gi)].flatMap(([, address]) => {
      const name = foreignHostOf(address!)
      return name ? { kind: 'noscript' as const, name } : []
    }),
  )
  return [...hints, ...live, ...hidden]
}
