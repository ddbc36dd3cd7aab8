import type { Both } from '../../../tools/both'
import type { Outcome } from '../../record'
import { optionalIn } from '../allowed'
import { ofTexts } from '../evidence'
import type { AuditRule, Found } from '../rule'
import type { View } from '../view'
import { listed } from '../words'

const leak = (view: View, outcome: Outcome, { sl, en }: Both): Found[] => {
  const left = optionalIn(view, outcome)
  const names = listed(left)
  return left.length ? [{ text: { sl: `${sl}: ${names.sl}.`, en: `${en}: ${names.en}.` }, evidence: ofTexts(left) }] : []
}

const unless = (holds: boolean, sl: string, en: string, severity?: Found['severity']): Found[] =>
  holds ? [] : [{ text: { sl, en }, evidence: [], ...(severity && { severity }) }]

/** Ad blockers take the question away. */
const removed: AuditRule = {
  code: 'A37',
  severity: 'error',
  assertion: 'T17',
  check: (view) => {
    const found = view.probes.removed
    if (!found) return []
    return [
      ...leak(view, found, {
        sl: 'Če vprašanje kdo odstrani ali skrije, gredo zahteve in zapisi brez privolitve',
        en: 'Where the question is removed or hidden, this is requested or stored without consent',
      }),
      ...unless(
        found.usable,
        'Če vprašanje kdo odstrani ali skrije (na primer dodatek proti oglasom), stran ni uporabna.',
        'Where the question is removed or hidden, as by an ad blocker, the page cannot be used.',
        'warn',
      ),
    ]
  },
}

const withoutScript: AuditRule = {
  code: 'A38',
  severity: 'error',
  assertion: 'T18',
  check: (view) => {
    const found = view.probes.withoutScript
    if (!found) return []
    return [
      ...leak(view, found, {
        sl: 'Z izklopljenim JavaScriptom stran vseeno zahteva ali shrani',
        en: 'With JavaScript switched off the page still requests or stores',
      }),
      ...unless(
        found.readable,
        'Z izklopljenim JavaScriptom strani ni mogoče brati.',
        'With JavaScript switched off the page cannot be read.',
        'warn',
      ),
    ]
  },
}

const HOW: Readonly<Record<'missing' | 'blocked' | 'late', Both>> = {
  missing: { sl: 'Če datoteke Privolima na strežniku ni', en: 'Where Privolim’s file is missing' },
  blocked: { sl: 'Če je datoteka Privolima blokirana', en: 'Where Privolim’s file is blocked' },
  late: { sl: 'Če datoteka Privolima zamuja', en: 'Where Privolim’s file is late' },
}

const withoutWidget: AuditRule = {
  code: 'A42',
  severity: 'error',
  assertion: 'T19',
  check: (view) =>
    (view.probes.withoutWidget ?? []).flatMap((found) =>
      leak(view, found, {
        sl: `${HOW[found.how].sl}, gre brez privolitve`,
        en: `${HOW[found.how].en}, this goes on without consent`,
      }),
    ),
}

const violations: AuditRule = {
  code: 'A43',
  severity: 'warn',
  assertion: 'T26',
  check: ({ probes: { violations: found } }) =>
    found?.policy && found.found.length
      ? [
          {
            text: {
              sl: 'Politika vsebine strani (Content Security Policy) nekaj blokira. Preverite, ali je to hoteno.',
              en: 'The site’s Content Security Policy blocks something. Check whether that is meant.',
            },
            evidence: ofTexts(found.found),
          },
        ]
      : [],
}

const liveTemplates: AuditRule = {
  code: 'A44',
  severity: 'error',
  assertion: 'T28',
  check: ({ probes: { liveTemplates: found = [] } }) =>
    found.length
      ? [
          {
            text: {
              sl: `V predlogah (template) ali v nadomestni vsebini so živi naslovi: ${listed(found).sl}. Zapišite jih kot »data-src«.`,
              en: `There are live addresses in templates or placeholders: ${listed(found).en}. Write them as "data-src".`,
            },
            evidence: ofTexts(found),
          },
        ]
      : [],
}

/** The least that a browser reports is not nothing. */
const UNSEEN = 0.001

const paint: AuditRule = {
  code: 'A45',
  severity: 'warn',
  assertion: 'T25',
  check: ({ probes: { paint: found } }) => {
    if (!found) return []
    return [
      ...unless(
        found.shift < UNSEEN,
        `Vprašanje premakne vsebino strani (CLS ${String(found.shift).replace('.', ',')}).`,
        `The question moves the page's content (CLS ${found.shift}).`,
      ),
      ...unless(
        !found.largest,
        'Vprašanje je največji izris strani (LCP); stran je videti počasnejša, kot je.',
        'The question is the largest contentful paint (LCP); the page looks slower than it is.',
        'info',
      ),
    ]
  },
}

/** What happens where something fails or is switched off. */
export const faults: readonly AuditRule[] = [removed, withoutScript, withoutWidget, violations, liveTemplates, paint]
