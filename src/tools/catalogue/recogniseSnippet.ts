import type { KnownService } from '../../catalogue/known/types'
import { CALLS } from './calls'
import { GOOGLE_ID, serviceOfGoogleId } from './googleId'
import { knownService } from './knownService'
import { recogniseAddress } from './recogniseAddress'

/** A service that a piece of code loads or calls. */
export interface RecognisedSnippet {
  readonly service: KnownService
  /** The vendor's id for the site, where the code says it. */
  readonly account?: string
  /** Where the service runs, if on a server of the site's own choice and the code says it. */
  readonly host?: string
}

/** Addresses as code holds them, in quotes or brackets; what stands in prose is to be read, not loaded. */
const ADDRESS = /(?<=['"`(=])(?:https?:)?\/\/[\w*-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:\/[^\s'"`<>)\\]{0,500})?/g

/** Files of Matomo, WordPress and others lie on the site's own server, so their addresses may be relative. */
const RELATIVE = /(?:src|href)=["']?((?:\.{0,2}\/)?[\w./-]{1,300})/g

/** A link loads nothing before somebody follows it. */
const LINK = /<a\s[^<>]{0,2000}>/gi

/** Where Matomo's own snippet says that its files lie. */
const MATOMO = /(?:\bu\s?=|['"]setTrackerUrl['"],)[^;\n]{0,120}?\/\/([\w-]{1,60}\.[\w.-]{2,200})/

/**
 * The services that a piece of code loads or calls: a vendor's snippet, a `<script>`, an `<iframe>`, a whole `<head>`,
 * or an address alone. Each is named once, first those that are called, then those that are loaded. Never throws.
 * @param code HTML or JavaScript
 */
export const recogniseSnippet = (code: string): RecognisedSnippet[] => {
  const found = new Map<string, RecognisedSnippet>()
  const accounts = new Set<string>()
  const add = (service: KnownService | undefined, account = '') => {
    if (!service) return
    const before = found.get(service.id)
    if (before && (before.account || !account)) return
    accounts.add(account)
    const host = service.id === 'matomo' ? MATOMO.exec(code)?.[1] : undefined
    found.set(service.id, { service, ...(account && { account }), ...(host && { host }) })
  }

  for (const [id, call] of CALLS) {
    const match = call.exec(code)
    if (match) add(knownService(id), match.slice(1).find(Boolean))
  }
  // An id that a call has named is that service's: `UA-…` of ga.js is not one of analytics.js.
  for (const [id] of code.matchAll(GOOGLE_ID)) if (!accounts.has(id)) add(serviceOfGoogleId(id), id)

  const loaded = code.replaceAll('\\/', '/').replaceAll('&amp;', '&').replace(LINK, '')
  const addresses = [...loaded.matchAll(ADDRESS)].map(([address]) => address)
  for (const [, path = ''] of loaded.matchAll(RELATIVE))
    addresses.push(`https://localhost/${path.replace(/^[./]+/, '')}`)
  const alone = code.trim()
  if (!/[\s<]/.test(alone)) addresses.push(alone)
  for (const address of new Set(addresses)) add(recogniseAddress(address))
  return [...found.values()]
}
