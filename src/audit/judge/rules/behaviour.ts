import type { Both } from '../../../tools/both'
import type { CategoryId } from '../../../core/inventory/types'
import type { Outcome, Probes } from '../../record'
import { addedBy } from '../allowed'
import { rowsOfName, servicesOfHost } from '../declared'
import { ofTexts } from '../evidence'
import type { AuditRule, Found } from '../rule'
import type { View } from '../view'
import { listed } from '../words'

/** A rule about an outcome that ought to hold nothing that needs consent. */
const nothingFrom = (
  code: string,
  assertion: string,
  outcomeOf: (probes: Probes) => Outcome | undefined,
  { sl, en }: Both,
): AuditRule => ({
  code,
  severity: 'error',
  assertion,
  check: (view) => {
    const outcome = outcomeOf(view.probes)
    const left = outcome ? addedBy(view, outcome) : []
    const names = listed(left)
    return left.length ? [{ text: { sl: `${sl}: ${names.sl}.`, en: `${en}: ${names.en}.` }, evidence: ofTexts(left) }] : []
  },
})

const CONSENT = { sl: 'kot bi obiskovalec privolil', en: 'as if the visitor had consented' }

/** Not a host nor a name of what was allowed alone, nor necessary. */
const strangers = ({ declared }: View, { category, hosts, stored }: Outcome & { readonly category: string }): string[] => {
  if (!declared) return []
  const isElsewhere = (categories: readonly CategoryId[]) =>
    categories.length > 0 && categories.every((one) => one !== category && one !== 'necessary')
  const categoriesOf = (all: readonly { readonly category: CategoryId }[]) => all.map((one) => one.category)
  return [
    ...hosts.filter((host) => isElsewhere(categoriesOf(servicesOfHost(declared, host)))),
    ...stored.filter((name) => isElsewhere(categoriesOf(rowsOfName(declared, name)))),
  ]
}

/** Each category by itself: whoever allows measuring does not allow advertising. */
const alone: AuditRule = {
  code: 'A32',
  severity: 'error',
  assertion: 'T13',
  check: (view) =>
    (view.probes.alone ?? []).flatMap((outcome): Found[] => {
      const added = addedBy(view, outcome)
      const others = strangers(view, outcome).filter((name) => added.includes(name))
      if (!others.length) return []
      const names = listed(others)
      return [
        {
          text: {
            sl: `Kdor dovoli samo »${outcome.category}«, dobi tudi drugo: ${names.sl}. Ločite kategorije.`,
            en: `Whoever allows "${outcome.category}" alone gets other things too: ${names.en}. Keep the categories apart.`,
          },
          evidence: ofTexts(others),
        },
      ]
    }),
}

/** Of a refusal that is forgotten: six months are shortest when they hold February. */
const SHORTEST = 180

const forgotten: AuditRule = {
  code: 'A33',
  severity: 'error',
  assertion: 'T05',
  check: ({ probes: { afterRefusal: after } }) => {
    if (!after) return []
    const say = (sl: string, en: string, severity?: 'warn'): Found => ({ text: { sl, en }, evidence: [], ...(severity && { severity }) })
    const days = after.lifetimeDays
    return [
      ...(after.registered ? [] : [say('Zavrnitev se ne shrani.', 'A refusal is not stored.')]),
      ...(after.askedAgain
        ? [say('Po zavrnitvi se vprašanje pokaže znova.', 'After a refusal the question is shown again.')]
        : []),
      ...(days !== undefined && days < SHORTEST
        ? [
            say(
              `Zavrnitev se pozabi prej kot v ${SHORTEST} dneh (shranjena je za dni: ${Math.round(days)}). Naj velja enako dolgo kot privolitev.`,
              `A refusal is forgotten in fewer than ${SHORTEST} days (days stored: ${Math.round(days)}). Keep it as long as consent.`,
              'warn',
            ),
          ]
        : []),
    ]
  },
}

const damaged: AuditRule = {
  code: 'A39',
  severity: 'error',
  assertion: 'T20',
  check: ({ probes: { damaged: found } }) =>
    found?.taken.length
      ? [
          {
            text: {
              sl: `Poškodovane vrednosti piškotka z izbiro veljajo za privolitev (${found.taken.length} od ${found.tried}).`,
              en: `Damaged values of the choice's cookie are taken for consent (${found.taken.length} of ${found.tried}).`,
            },
            evidence: ofTexts(found.taken),
          },
        ]
      : [],
}

const preset: AuditRule = {
  code: 'A40',
  severity: 'warn',
  assertion: 'T21',
  check: ({ probes: { preset: found } }) =>
    found && !found.same
      ? [
          {
            text: {
              sl: `Vnaprej nastavljena izbira ne vodi do istega kot pritisk na gumb: ${listed(found.difference).sl}.`,
              en: `A choice that was set beforehand does not lead to the same as a press: ${listed(found.difference).en}.`,
            },
            evidence: ofTexts(found.difference),
          },
        ]
      : [],
}

const privacyControl: AuditRule = {
  code: 'A41',
  severity: 'error',
  assertion: 'T27',
  check: (view) => {
    const { privacyControl: found } = view.probes
    if (!found) return []
    const left = addedBy(view, found)
    if (!found.marketingGranted && !left.length) return []
    const names = listed(left)
    return [
      {
        text: {
          sl: `Signal Global Privacy Control ne velja kot zavrnitev oglaševanja${left.length ? `: ${names.sl}` : ''}.`,
          en: `The signal Global Privacy Control does not count as a refusal of advertising${left.length ? `: ${names.en}` : ''}.`,
        },
        evidence: ofTexts(left),
      },
    ]
  },
}

/** How the site behaves where somebody does not answer, or answers otherwise than expected. */
export const behaviour: readonly AuditRule[] = [
  nothingFrom('A30', 'T03', ({ inaction }) => inaction, {
    sl: `Pomikanje, čakanje, tipka Escape ali klik na stran deluje, ${CONSENT.sl}`,
    en: `Scrolling, waiting, Escape or a click on the page works ${CONSENT.en}`,
  }),
  nothingFrom('A31', 'T09', ({ savedEmpty }) => savedEmpty, {
    sl: `Shranjena izbira brez ene same oznake deluje, ${CONSENT.sl}`,
    en: `Saving with nothing ticked works ${CONSENT.en}`,
  }),
  alone,
  forgotten,
  damaged,
  preset,
  privacyControl,
]
