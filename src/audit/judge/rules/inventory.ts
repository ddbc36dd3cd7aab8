import type { CategoryId } from '../../../core/inventory/types'
import { isOwnRecord } from '../../../tools/inventory/isOwnRecord'
import { english, slovenian } from '../durations'
import { type Declared, type DeclaredRow, rowsOfCookie, rowsOfStored, servicesOfHost } from '../declared'
import { whoseRequest } from '../allowed'
import { ofCookie, ofRequest, ofStored } from '../evidence'
import { knownAddress, knownCookie, type KnownRecord, knownStored } from '../known'
import type { Evidence } from '../../judgement'
import type { AuditRule, Found } from '../rule'
import type { View } from '../view'
import { CATEGORY, groupBy, quoted } from '../words'

const DAY = 86_400

/** A record with what is declared of it and what is known of it. */
interface Compared {
  readonly name: string
  readonly isCookie: boolean
  readonly lifetime: number | undefined
  readonly rows: readonly DeclaredRow[]
  readonly known: KnownRecord | undefined
  readonly evidence: Evidence
}

const compared = (view: View, declared: Declared): Compared[] => [
  ...view.cookies.map((seen) => ({
    name: seen.is.name,
    isCookie: true,
    lifetime: seen.is.lifetime,
    rows: rowsOfCookie(declared, seen.is),
    known: knownCookie(seen.is),
    evidence: ofCookie(seen),
  })),
  ...view.stored.map((seen) => ({
    name: seen.is.name,
    isCookie: false,
    lifetime: undefined,
    rows: rowsOfStored(declared, seen.is),
    known: knownStored(seen.is),
    evidence: ofStored(seen),
  })),
]

const withInventory = (rule: Omit<AuditRule, 'check'>, check: (view: View, declared: Declared) => readonly Found[]): AuditRule => ({
  ...rule,
  check: (view) => (view.declared ? check(view, view.declared) : []),
})

const undeclared = (code: string, isCookie: boolean, sl: string, en: string): AuditRule =>
  withInventory({ code, severity: 'warn', assertion: 'T14' }, (view, declared) => {
    const found = compared(view, declared).filter((one) => one.isCookie === isCookie && !one.rows.length && !isOwnRecord(one.name))
    return [...groupBy(found, ({ known, name }) => known?.service.name ?? name)].map(([who, all]) => {
      const names = quoted(all.map(({ name }) => name))
      const isKnown = all.some(({ known }) => known)
      return {
        text: {
          sl: `${sl}: ${names.sl}${isKnown ? ` (po katalogu ${who})` : ''}. Dopolnite popis ali odstranite s strani, česar ne potrebuje.`,
          en: `${en}: ${names.en}${isKnown ? ` (by the catalogue ${who})` : ''}. Complete the inventory, or remove from the site what it does not need.`,
        },
        evidence: all.map(({ evidence }) => evidence),
      }
    })
  })

const isTracking = (category: CategoryId | undefined) => category === 'analytics' || category === 'marketing'

/** Declared as strictly necessary in every row that may be meant. */
const isNecessary = (rows: readonly { readonly category: CategoryId }[]) =>
  rows.length > 0 && rows.every(({ category }) => category === 'necessary')

const falselyNecessary = withInventory({ code: 'A13', severity: 'error', assertion: 'T11' }, (view, declared) => {
  const records = compared(view, declared).flatMap(({ rows, known, evidence }) =>
    known && isNecessary(rows) && isTracking(known.category) ? [{ service: known.service, evidence }] : [],
  )
  const hosts = view.requests.flatMap((seen) => {
    const service = knownAddress(seen.is.url, seen.is.host)
    const isHidden = isNecessary(servicesOfHost(declared, seen.is.host)) && isTracking(service?.category)
    return service && isHidden ? [{ service, evidence: ofRequest(seen) }] : []
  })
  const certain = [...groupBy([...records, ...hosts], ({ service }) => service.name)].map(([who, all]): Found => {
    const category = CATEGORY[all[0]?.service.category ?? 'analytics']
    return {
      text: {
        sl: `${who} je v popisu med nujno potrebnimi, po katalogu pa je to: ${category.sl}. Prestavite storitev v pravo kategorijo in zanjo vprašajte.`,
        en: `${who} is declared strictly necessary, but by the catalogue it is: ${category.en}. Move the service to its category, and ask for consent.`,
      },
      evidence: all.map(({ evidence }) => evidence),
    }
  })
  return [...certain, ...tellingPixels(view, declared)]
})

/** A pixel shows nothing and does nothing that a visitor has asked for: whoever sends one tells somebody of the visit. */
const tellingPixels = (view: View, declared: Declared): Found[] => {
  const found = view.requests.filter(
    ({ is }) => is.pixel && is.thirdParty && isNecessary(servicesOfHost(declared, is.host)) && !isTracking(knownAddress(is.url, is.host)?.category),
  )
  return [...groupBy(found, ({ is }) => whoseRequest(view, is))].map(([who, seen]) => ({
    severity: 'warn',
    text: {
      sl: `V popisu je med nujno potrebnimi, pošilja pa sledilne pike: ${who}. Preverite, ali je to merjenje obiska; zanj je potrebna privolitev.`,
      en: `Declared strictly necessary, but it sends tracking pixels: ${who}. Check whether this measures visits, which needs consent.`,
    },
    evidence: seen.map(ofRequest),
  }))
}

/** Optional, but not what the catalogue says; whoever allows one thing would get another. */
const otherCategory = withInventory({ code: 'A14', severity: 'warn', assertion: 'T14' }, (view, declared) => {
  const found = compared(view, declared).filter(({ rows, known }) => {
    const isSure = known && known.recognised.every(({ ambiguous }) => !ambiguous) && isTracking(known.category)
    return isSure && rows.length > 0 && !isNecessary(rows) && rows.every(({ category }) => category !== known.category)
  })
  return [...groupBy(found, ({ name }) => name)].flatMap(([name, all]): Found[] => {
    const [first] = all
    if (!first?.known || !first.rows[0]) return []
    const [said, is] = [CATEGORY[first.rows[0].category], CATEGORY[first.known.category]]
    return [
      {
        text: {
          sl: `»${name}« je v popisu kot »${said.sl}«, po katalogu pa je »${is.sl}« (${first.known.service.name}). Preverite kategorijo.`,
          en: `"${name}" is declared as "${said.en}", but by the catalogue it is "${is.en}" (${first.known.service.name}). Check the category.`,
        },
        evidence: all.map(({ evidence }) => evidence),
      },
    ]
  })
})

/** A day and a hundredth, since months and years are not of one length, and clocks differ. */
const isLonger = ({ rows, lifetime }: Compared) => {
  const longest = Math.max(...rows.map(({ seconds }) => (Number.isNaN(seconds) ? Infinity : seconds)))
  if (!rows.length || lifetime === undefined) return false
  // What is declared for the session has no expiry at all: any is too long.
  return longest === 0 || lifetime > longest * 1.01 + DAY
}

const longer = withInventory({ code: 'A15', severity: 'warn', assertion: 'T14' }, (view, declared) => {
  const found = compared(view, declared).filter(isLonger)
  return [...groupBy(found, ({ name }) => name)].flatMap(([name, all]): Found[] => {
    const [first] = all
    if (!first?.rows[0]) return []
    const lifetime = Math.max(...all.map((one) => one.lifetime ?? 0))
    const said = first.rows[0].row.duration
    return [
      {
        text: {
          sl: `»${name}« traja dlje, kot navaja popis: ${slovenian(lifetime)}, navedeno ${said}. Popravite popis ali skrajšajte trajanje.`,
          en: `"${name}" lives longer than declared: ${english(lifetime)}, declared ${said}. Correct the inventory, or shorten it.`,
        },
        evidence: all.map(({ evidence }) => evidence),
      },
    ]
  })
})

/**
 * Only where everything was allowed: nobody can expect optional things elsewhere. What is strictly necessary often
 * belongs to those who have signed in or filled a basket, which an audit does not do.
 */
const neverSeen = withInventory({ code: 'A16', severity: 'info' }, (view, declared) => {
  if (!view.reached.includes('accepted')) return []
  const all = compared(view, declared)
  const seen = new Set(all.flatMap(({ rows }) => rows))
  const isPixelSeen = (row: DeclaredRow) => view.requests.some(({ is }) => servicesOfHost(declared, is.host).includes(row.service))
  const rowsOf = all.flatMap(({ rows }) => rows.map(({ row }) => row))
  const missing = declared.rows.filter(
    (one) => one.category !== 'necessary' && !seen.has(one) && !rowsOf.includes(one.row) && !(one.row.storage === 'pixel' && isPixelSeen(one)),
  )
  return [...groupBy(missing, ({ service }) => service.id)].map(([id, rows]) => {
    const names = quoted(rows.map(({ row }) => row.name))
    return {
      text: {
        sl: `V popisu, a na teh straneh ni bilo videti (storitev »${id}«): ${names.sl}. Če tega ni več, odstranite vnos.`,
        en: `Declared, but not seen on these pages (service "${id}"): ${names.en}. If it is gone, remove the entry.`,
      },
      evidence: [],
    }
  })
})

/** Privolim on the page, and nothing it could go by: then everything optional stays denied. */
const unreadable: AuditRule = {
  code: 'A18',
  severity: 'error',
  check: ({ tool, declared }) =>
    tool.kind !== 'privolim' || declared
      ? []
      : [
          {
            text: {
              sl: 'Popisa, ki ga ima Privolim na strani, ni mogoče prebrati. Preverite ga z ukazom »npx privolim validate«.',
              en: 'The inventory that Privolim has on the page cannot be read. Check it with "npx privolim validate".',
            },
            evidence: [],
          },
        ],
}

/** What is declared against what was seen. */
export const inventory: readonly AuditRule[] = [
  undeclared('A10', true, 'Nenavedeno med piškotki', 'Not declared among the cookies'),
  undeclared('A11', false, 'Nenavedeno v shrambi brskalnika', 'Not declared in the browser’s storage'),
  falselyNecessary,
  otherCategory,
  longer,
  neverSeen,
  unreadable,
]
