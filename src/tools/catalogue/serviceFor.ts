import type { CategoryId, CookieRecord, Service } from '../../core/inventory/types'
import type { KnownCookie, KnownService } from '../../catalogue/known/types'

/** The short form, which the catalogue of the widget completes. */
export interface UsedService {
  readonly use: string
  readonly account?: string
  readonly hosts?: readonly string[]
}

const recordOf = ({ name, purpose, duration, party, domain, storage }: KnownCookie): CookieRecord => ({
  name,
  purpose: { ...purpose },
  duration,
  party,
  ...(domain && { domain }),
  ...(storage && { storage }),
})

const written = (known: KnownService, category: CategoryId, rows: readonly KnownCookie[], id = known.id): Service => ({
  id,
  name: known.name,
  category,
  purpose: { ...known.purpose },
  provider: known.provider,
  ...(known.hosts.length && { hosts: known.hosts }),
  // A name that is nothing but a blank would stand for every record there is.
  cookies: rows.filter(({ name }) => name !== '*').map(recordOf),
})

/**
 * A known service as an inventory writes it: `{ "use": … }` where the widget knows it, else in full. Of a strictly
 * necessary service the records that are not are left out, since nobody would be asked about them; `servicesFor` has
 * them. Where the service is optional, consent to it covers all that it stores.
 * @param account the vendor's id for the site; only a service with `use` takes one
 * @param host where it runs, if on a server of the site's own choice, as Matomo does
 */
export const serviceFor = (known: KnownService, account?: string, host?: string): UsedService | Service => {
  if (known.use) return { use: known.use, ...(account && { account }), ...(host && { hosts: [host] }) }
  const { category, cookies } = known
  const isOptional = category !== 'necessary'
  return written(known, category, isOptional ? cookies : cookies.filter((row) => row.category === category))
}

/** The same, and a service of its own for each optional category that a strictly necessary one has records in. */
export const servicesFor = (known: KnownService, account?: string, host?: string): (UsedService | Service)[] => {
  const first = serviceFor(known, account, host)
  if (known.use || known.category !== 'necessary') return [first]
  const others = [...new Set(known.cookies.map(({ category }) => category))].filter((id) => id !== 'necessary')
  const rest = others.map((category) =>
    written(known, category, known.cookies.filter((row) => row.category === category), `${known.id}-${category}`),
  )
  return [first, ...rest]
}
