import type { KnownCookie, KnownService } from './types'

/** A row as it is written in these files: its category is the service's, unless it says otherwise. */
export type WrittenCookie = Omit<KnownCookie, 'category'> & Partial<Pick<KnownCookie, 'category'>>

/** A service as it is written in these files; what goes without saying is filled in by `writeOut`. */
export interface WrittenService extends Omit<KnownService, 'hosts' | 'cookies' | 'status'> {
  readonly hosts?: readonly string[]
  readonly status?: KnownService['status']
  readonly cookies: readonly WrittenCookie[]
}

type More = Partial<Omit<WrittenCookie, 'name' | 'duration' | 'purpose' | 'party'>>

/** A record on the site's own domain. */
export const own = (name: string, duration: string, sl: string, en: string, more: More = {}): WrittenCookie => ({
  name,
  duration,
  purpose: en ? { sl, en } : { sl },
  party: 'first',
  ...more,
})

/** Records on a provider's domain. */
export const on =
  (domain: string) =>
  (name: string, duration: string, sl: string, en: string, more: More = {}): WrittenCookie => ({
    name,
    duration,
    purpose: en ? { sl, en } : { sl },
    party: 'third',
    domain,
    ...more,
  })

/** The hosts of addresses; an address on whatever host, `*` alone, has none. */
const hostsOf = (scripts: readonly string[]) => [
  ...new Set(scripts.map((script) => script.split('/')[0]!).filter((host) => host !== '*')),
]

export const writeOut = ({ hosts, cookies, status = 'active', ...service }: WrittenService): KnownService => ({
  ...service,
  status,
  hosts: hosts ?? hostsOf(service.scripts),
  cookies: cookies.map((cookie) => ({ category: service.category, ...cookie })),
})
