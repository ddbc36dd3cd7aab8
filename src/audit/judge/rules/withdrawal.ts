import { isOwnRecord } from '../../../tools/inventory/isOwnRecord'
import { optionalNames } from '../allowed'
import { ofTexts } from '../evidence'
import type { AuditRule } from '../rule'
import type { View } from '../view'
import { quoted } from '../words'

const noControl: AuditRule = {
  code: 'A34',
  severity: 'error',
  assertion: 'T12',
  check: ({ probes: { withdrawal } }) => {
    const pages = withdrawal?.pages.filter(({ control }) => !control) ?? []
    return pages.length
      ? [
          {
            text: {
              sl: 'Na teh straneh ni mogoče preklicati privolitve. Dodajte povezavo do nastavitev, na primer v nogo strani.',
              en: 'On these pages consent cannot be withdrawn. Add a link to the settings, in the footer for instance.',
            },
            evidence: ofTexts(pages.map(({ url }) => url)),
          },
        ]
      : []
  },
}

/** Our own measure of »as easy as giving it«: one press opens the settings, one withdraws. */
const MOST = 2

const manyPresses: AuditRule = {
  code: 'A35',
  severity: 'warn',
  assertion: 'T12',
  check: ({ probes: { withdrawal } }) =>
    withdrawal?.presses !== undefined && withdrawal.presses > MOST
      ? [
          {
            text: {
              sl: `Preklic zahteva več kot ${MOST} pritiska (${withdrawal.presses}). Preklic mora biti enako lahek kot privolitev.`,
              en: `Withdrawing takes more than ${MOST} presses (${withdrawal.presses}). It has to be as easy as consenting.`,
            },
            evidence: [],
          },
        ]
      : [],
}

/** What the visit after the withdrawal saw as well is told there, with its place. */
const isSeen = ({ cookies, stored }: View, name: string) =>
  [...cookies, ...stored].some(({ state, is }) => state === 'withdrawn' && is.name === name)

const stayed: AuditRule = {
  code: 'A36',
  severity: 'error',
  assertion: 'T12',
  check: (view) => {
    const left = (view.probes.withdrawal?.stayed ?? []).filter((name) => !isOwnRecord(name))
    const optional = optionalNames(view, left).filter((name) => !isSeen(view, name))
    const names = quoted(optional)
    return optional.length
      ? [
          {
            text: {
              sl: `Ob preklicu se ni izbrisalo: ${names.sl}. Navedite zapise v popisu, da se ob preklicu izbrišejo.`,
              en: `Not deleted on withdrawal: ${names.en}. Declare the records, so that withdrawal deletes them.`,
            },
            evidence: ofTexts(optional),
          },
        ]
      : []
  },
}

/** Taking back what was allowed. */
export const withdrawal: readonly AuditRule[] = [noControl, manyPresses, stayed]
