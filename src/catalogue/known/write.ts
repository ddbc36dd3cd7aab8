import type { KnownCookie, KnownService } from './types'

/** A row as it is written in these files: its category is the service's, unless it says otherwise. */
export type WrittenCookie = Omit<KnownCookie, 'category'> & Partial<Pick<KnownCookie, 'category'>>

/** A service as it is written in these files; what goes without saying is filled in by `writeOut`. */
export interface WrittenService extends Omit<KnownService, 'hosts' | 'cookies' | 'status'> {
  readonly hosts?: readonly string[]
  readonly status?: KnownService['status']
  readonly cookies: readonly WrittenCookie[]
}

type More = Partial<Omit<WrittenCookie, 'name' | 'duration' | 'purpose'>>

/** A record on the site's own domain. */
export const own = (name: string, duration: string, sl: string, en: string, more: More = {}): WrittenCookie => ({
  name,
  duration,
  purpose: { sl, en },
  party: 'first',
  ...more,
})

/** Records on a provider's domain. */
export const on =
  (domain: string) =>
  (name: string, duration: string, sl: string, en: string, more: More = {}): WrittenCookie => ({
    name,
    duration,
    purpose: { sl, en },
    party: 'third',
    domain,
    ...more,
  })

/** Many have a record of this name. */
export const COMMON = { ambiguous: true } as const

/** Of general knowledge alone, whatever the other rows of the service are from. */
export const UNCHECKED = { evidence: 'memory' } as const

/** Where the Open Cookie Database lies, which is the evidence of many. */
const DATABASE = 'https://github.com/jkwakman/Open-Cookie-Database'

/** The hosts of addresses; an address on whatever host, `*` alone, has none. */
const hostsOf = (scripts: readonly string[]) => [
  ...new Set(scripts.map((script) => script.split('/')[0]!).filter((host) => host !== '*')),
]

export const writeOut = ({ hosts, cookies, status = 'active', ...service }: WrittenService): KnownService => ({
  ...(service.evidence === 'ocd' && { evidenceUrl: DATABASE }),
  ...service,
  status,
  hosts: hosts ?? hostsOf(service.scripts),
  cookies: cookies.map((cookie) => ({ category: service.category, ...cookie })),
})
