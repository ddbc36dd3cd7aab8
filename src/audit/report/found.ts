import type { CookieRecord, RequestRecord, SiteRecord, StoredRecord } from '../record'

/** A record of whatever kind, once. */
export type FoundRecord =
  | { readonly kind: 'cookie'; readonly is: CookieRecord }
  | { readonly kind: 'stored'; readonly is: StoredRecord }

const keyOf = (found: FoundRecord) =>
  found.kind === 'cookie'
    ? `cookie ${found.is.name} ${found.is.domain}`
    : `${found.is.storage} ${found.is.name} ${found.is.origin}`

const once = <What>(items: readonly What[], key: (item: What) => string): What[] => {
  const seen = new Map<string, What>()
  for (const item of items) if (!seen.has(key(item))) seen.set(key(item), item)
  return [...seen.values()]
}

/** Every record of all states, each once, as it was first seen. */
export const recordsIn = ({ states }: SiteRecord): FoundRecord[] =>
  once(
    states.flatMap(({ pages }) =>
      pages.flatMap(({ cookies, stored }): FoundRecord[] => [
        ...cookies.map((is) => ({ kind: 'cookie' as const, is })),
        ...stored.map((is) => ({ kind: 'stored' as const, is })),
      ]),
    ),
    keyOf,
  )

/** Every address of another site, each once. */
export const foreignRequestsIn = ({ states }: SiteRecord): RequestRecord[] =>
  once(
    states.flatMap(({ pages }) => pages.flatMap(({ requests }) => requests)).filter(({ thirdParty }) => thirdParty),
    ({ url }) => url,
  )
