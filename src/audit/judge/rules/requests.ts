import type { Both } from '../../../tools/both'
import type { RequestRecord, StateName } from '../../record'
import { isFree, whoseRequest } from '../allowed'
import { servicesOfHost } from '../declared'
import { ofRequest } from '../evidence'
import { knownAddress } from '../known'
import type { AuditRule, Found } from '../rule'
import type { Seen } from '../view'
import { groupBy, listed } from '../words'

const WHEN: Readonly<Record<Exclude<StateName, 'accepted'>, Both>> = {
  unanswered: { sl: 'Še preden obiskovalec odgovori', en: 'Before the visitor has answered' },
  refused: { sl: 'Čeprav je obiskovalec vse zavrnil', en: 'Although the visitor has refused everything' },
  withdrawn: { sl: 'Čeprav je obiskovalec privolitev preklical', en: 'Although the visitor has withdrawn consent' },
}

const hostsOf = (seen: readonly Seen<RequestRecord>[]) => listed(seen.map(({ is }) => is.host))

/** Known as strictly necessary, as a payment's form may be: that is to be declared, and then it is in order. */
const isMild = (seen: readonly Seen<RequestRecord>[]) =>
  seen.every(({ is }) => knownAddress(is.url, is.host)?.category === 'necessary')

const unasked = (code: string, state: keyof typeof WHEN, assertion: string): AuditRule => ({
  code,
  severity: 'error',
  assertion,
  check: (view) => {
    const found = view.requests.filter((seen) => seen.state === state && !isFree(view, seen.is))
    return [...groupBy(found, ({ is }) => whoseRequest(view, is))].map(([who, seen]): Found => {
      const hosts = hostsOf(seen)
      return {
        ...(isMild(seen) && { severity: 'warn' as const }),
        text: {
          sl: `${WHEN[state].sl}, gredo zahteve drugam: ${name(who, hosts.sl)}. Zadržite jih do privolitve.`,
          en: `${WHEN[state].en}, requests go elsewhere: ${name(who, hosts.en)}. Hold them until there is consent.`,
        },
        evidence: seen.map(ofRequest),
      }
    })
  },
})

/** A host without a known service is its own name. */
const name = (who: string, hosts: string) => (who === hosts ? hosts : `${who} (${hosts})`)

/** Whom the inventory does not name; pixels apart from the rest, since they do nothing but tell. */
const undeclared = (code: string, isPixel: boolean, sl: string, en: string): AuditRule => ({
  code,
  severity: 'warn',
  assertion: 'T14',
  check: (view) => {
    const { declared } = view
    if (!declared) return []
    const found = view.requests.filter(
      ({ is }) => is.thirdParty && is.pixel === isPixel && !servicesOfHost(declared, is.host).length,
    )
    return [...groupBy(found, ({ is }) => whoseRequest(view, is))].map(([who, seen]) => {
      const hosts = hostsOf(seen)
      return {
        text: {
          sl: `${sl}: ${name(who, hosts.sl)}. Dodajte storitev in njene gostitelje ali jo odstranite s strani.`,
          en: `${en}: ${name(who, hosts.en)}. Add the service with its hosts, or remove it from the site.`,
        },
        evidence: seen.map(ofRequest),
      }
    })
  },
})

/** Measuring on the site's own server needs consent too: it is no request elsewhere, so nobody else would name it. */
const ownMeasuring: AuditRule = {
  code: 'A09',
  severity: 'warn',
  check: (view) => {
    const found = view.requests.filter(
      ({ state, is }) =>
        state !== 'accepted' && !is.thirdParty && /^(analytics|marketing)$/.test(knownAddress(is.url, is.host)?.category ?? ''),
    )
    return [...groupBy(found, ({ is }) => whoseRequest(view, is))].map(([who, seen]) => ({
      text: {
        sl: `Brez privolitve teče merjenje na strežniku same strani: ${who}. Tudi zanj je potrebna privolitev, če kaj shrani ali prebere v napravi.`,
        en: `Without consent, measuring runs on the site's own server: ${who}. It needs consent as well if it stores or reads anything on the device.`,
      },
      evidence: seen.map(ofRequest),
    }))
  },
}

/** Requests to others. */
export const requests: readonly AuditRule[] = [
  unasked('A01', 'unanswered', 'T02'),
  unasked('A02', 'refused', 'T04'),
  unasked('A03', 'withdrawn', 'T12'),
  undeclared('A08', true, 'Sledilna pika, ki je popis ne navaja', 'A tracking pixel that the inventory does not declare'),
  ownMeasuring,
  undeclared('A12', false, 'Popis ne navaja, kdo prejema zahteve', 'The inventory does not say who receives requests'),
]
