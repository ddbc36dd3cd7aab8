import type { Both } from '../../../tools/both'
import { isOwnRecord } from '../../../tools/inventory/isOwnRecord'
import type { Evidence } from '../../judgement'
import type { StateName } from '../../record'
import { type Standing, standingOfCookie, standingOfStored } from '../allowed'
import { ofCookie, ofStored } from '../evidence'
import { knownCookie, knownStored } from '../known'
import type { AuditRule, Found } from '../rule'
import type { View } from '../view'
import { groupBy, quoted } from '../words'

/** A record on the device, of whatever kind. */
interface Kept {
  readonly state: StateName
  readonly name: string
  readonly standing: Standing
  readonly isForeign: boolean
  /** The service it is known to be of; else nothing. */
  readonly who: string
  readonly evidence: Evidence
}

const keptIn = (view: View): Kept[] => [
  ...view.cookies.map((seen) => ({
    state: seen.state,
    name: seen.is.name,
    standing: standingOfCookie(view, seen.is),
    isForeign: seen.is.thirdParty,
    who: knownCookie(seen.is)?.service.name ?? (seen.is.thirdParty ? seen.is.domain : ''),
    evidence: ofCookie(seen),
  })),
  ...view.stored.map((seen) => ({
    state: seen.state,
    name: seen.is.name,
    standing: standingOfStored(view, seen.is),
    isForeign: false,
    who: knownStored(seen.is)?.service.name ?? '',
    evidence: ofStored(seen),
  })),
]

/** What nobody knows, but comes with consent alone, by the site's own doing: then it has to go with it. */
const cameWithConsent = (all: readonly Kept[], { name, standing }: Kept) => {
  const isIn = (state: StateName) => all.some((one) => one.state === state && one.name === name)
  return standing === 'unknown' && isIn('accepted') && !isIn('unanswered') && !isIn('refused')
}

const of = (who: string, names: string) => (who ? `${who}: ${names}` : names)

const WHEN: Readonly<Record<'unanswered' | 'refused' | 'withdrawn', Both>> = {
  unanswered: { sl: 'Brez odgovora se shrani, kar ni nujno', en: 'Stored without an answer, although not necessary' },
  refused: { sl: 'Po zavrnitvi se shrani, kar ni nujno', en: 'Stored after a refusal, although not necessary' },
  withdrawn: { sl: 'Po preklicu privolitve ostane', en: 'Stays after consent was withdrawn' },
}

const WHAT: typeof WHEN = {
  unanswered: { sl: 'Zadržite do privolitve.', en: 'Hold it until there is consent.' },
  refused: { sl: 'Zadržite do privolitve.', en: 'Hold it until there is consent.' },
  withdrawn: {
    sl: 'Ob preklicu izbrišite, kar je na domeni strani; za drugo povejte, kako se izbriše.',
    en: 'Delete on withdrawal what is on the site’s own domain; of the rest say how it is deleted.',
  },
}

const kept = (code: string, state: keyof typeof WHEN, assertion: string): AuditRule => ({
  code,
  severity: 'error',
  assertion,
  check: (view) => {
    const all = keptIn(view)
    const isToGo = (one: Kept) => state === 'withdrawn' && view.reached.includes('refused') && cameWithConsent(all, one)
    const found = all.filter((one) => one.state === state && (one.standing === 'optional' || isToGo(one)))
    return [...groupBy(found, ({ who }) => who)].map(([who, group]): Found => {
      const names = quoted(group.map(({ name }) => name))
      // Nobody can delete what stands on another's domain.
      const isBeyond = state === 'withdrawn' && group.every(({ isForeign }) => isForeign)
      return {
        ...(isBeyond && { severity: 'warn' as const }),
        text: {
          sl: `${WHEN[state].sl}: ${of(who, names.sl)}. ${WHAT[state].sl}`,
          en: `${WHEN[state].en}: ${of(who, names.en)}. ${WHAT[state].en}`,
        },
        evidence: group.map(({ evidence }) => evidence),
      }
    })
  },
})

/** A choice before there was any, which is the commonest fault of tools that presume (Matte et al., 2020). */
const choiceBefore: AuditRule = {
  code: 'A07',
  severity: 'error',
  assertion: 'T01',
  check: (view) => {
    const found = view.cookies.filter(({ state, is }) => state === 'unanswered' && is.name === 'privolim')
    if (!found.length) return []
    return [
      {
        text: {
          sl: 'Piškotek »privolim« obstaja, še preden je obiskovalec odgovoril. Ne nastavljajte ga sami.',
          en: 'The cookie "privolim" is there before the visitor has answered. Do not set it yourself.',
        },
        evidence: found.map(ofCookie),
      },
    ]
  },
}

/** Where nothing is declared, what nobody knows is a question and no fault. */
const unknown: AuditRule = {
  code: 'A17',
  severity: 'info',
  check: (view) => {
    if (view.declared) return []
    const found = keptIn(view).filter(
      ({ state, standing, name }) => state === 'unanswered' && standing === 'unknown' && !isOwnRecord(name),
    )
    return [...groupBy(found, ({ name }) => name)].map(([name, all]) => ({
      text: {
        sl: `Zapis, ki ga katalog ne pozna: »${name}«. Ugotovite, kdo ga nastavlja in ali je nujno potreben.`,
        en: `A record that the catalogue does not know: "${name}". Find out who sets it, and whether it is strictly necessary.`,
      },
      evidence: all.map(({ evidence }) => evidence),
    }))
  },
}

const serviceWorkers: AuditRule = {
  code: 'A19',
  severity: 'info',
  check: ({ record, reached }) => {
    const found = record.states
      .filter(({ name }) => name !== 'accepted' && reached.includes(name))
      .flatMap(({ pages }) => pages.flatMap(({ serviceWorkers: scripts }) => scripts))
    return [...new Set(found)].map((script) => ({
      text: {
        sl: `Brez privolitve se namesti servisni delavec (service worker): ${script}. Preverite, kaj shranjuje in komu pošilja.`,
        en: `A service worker is installed without consent: ${script}. Check what it stores, and whom it sends to.`,
      },
      evidence: [{ kind: 'text' as const, text: script }],
    }))
  },
}

/** What stays on the device, by state. */
export const records: readonly AuditRule[] = [
  kept('A04', 'unanswered', 'T01'),
  kept('A05', 'refused', 'T04'),
  kept('A06', 'withdrawn', 'T12'),
  choiceBefore,
  unknown,
  serviceWorkers,
]
