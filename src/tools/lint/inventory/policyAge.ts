import { fieldsOf, isFields, isMissing, wordsOf } from '../../inventory/fields'
import { type Found, fixAt, type InventoryRule } from './rule'
import type { View } from './view'

/** After so many months a policy is to be looked at again. */
const MONTHS = 24

/** The day on which it becomes too old. */
const isOld = (date: string, today: Date): boolean => {
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number)
  return Date.UTC(year, month - 1 + MONTHS, day) < today.getTime()
}

const check = ({ json, today }: View): Found[] => {
  if (!isMissing(json.policy) && !isFields(json.policy)) return []
  const { date, version } = fieldsOf(json.policy)
  const found: Found[] = []
  if (isMissing(date))
    found.push({
      keys: ['policy', 'date'],
      message: {
        sl: 'Politika nima datuma. Vpišite datum zadnje spremembe, na primer 2026-03-05.',
        en: 'The policy has no date. Put in that of its last change, for example 2026-03-05.',
      },
    })
  else if (/^\d{4}-\d\d-\d\d$/.test(wordsOf(date)) && isOld(wordsOf(date), today))
    found.push({
      keys: ['policy', 'date'],
      excerpt: wordsOf(date),
      message: {
        sl: `Politika je starejša od ${MONTHS} mesecev. Preverite, ali besedilo in popis še držita, in vpišite nov datum.`,
        en: `The policy is older than ${MONTHS} months. Check whether text and inventory still hold, and put in a new date.`,
      },
    })
  if (isMissing(version))
    found.push({
      keys: ['policy', 'version'],
      message: {
        sl: 'Politika nima različice. Vpišite jo, da je pozneje mogoče pokazati, katero besedilo je veljalo.',
        en: 'The policy has no version. Put it in, so that it can be shown later which text held.',
      },
      fix: [fixAt(['policy', 'version'], '1', 'Vpišite različico 1', 'Put in version 1')],
    })
  return found
}

export const policyAge: InventoryRule = { id: 'I11', severity: 'warn', source: 'GDPR, art. 5(2), 7(1), 12(1)', check }
