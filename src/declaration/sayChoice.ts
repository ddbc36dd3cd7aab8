import type { RunningConsent } from '../core/consent/types'
import { listOf } from '../texts/listOf'
import { showDate } from '../texts/showDate'
import type { Words } from '../texts/words'
import type { SaidChoice } from '../tools/declaration/declare'
import { isOptional } from '../tools/declaration/isOptional'

/** What holds for the visitor now, since when, and until when. */
export const sayChoice = (consent: RunningConsent, words: Words): SaidChoice => {
  const { choice } = consent
  const { expires, stored } = consent.details()
  const date = (time: number) => ({ date: showDate(time, words.language) })
  const dates = choice
    ? [words('prefs.lastChoice', date(choice.time)), ...(stored ? [words('prefs.validUntil', date(expires!))] : [])]
    : []
  return { said: sayWhatHolds(consent, words), when: dates.join(' · ') }
}

const sayWhatHolds = ({ inventory, choice, granted }: RunningConsent, words: Words) => {
  const optional = inventory.services.filter(isOptional)
  const on = optional.filter(({ id }) => granted(id))
  // An embed that was allowed leaves the question open, and is allowed all the same.
  if (!on.length) return words(choice && !choice.open ? 'declaration.choice.none' : 'declaration.choice.unset')
  if (on.length === optional.length) return words('declaration.choice.all')
  const services = listOf(on.map(({ id, name }) => words.of(name) || id), words.language)
  return words('declaration.choice.partial', { services })
}
