import { isFields, isMissing, wordsOf } from '../../inventory/fields'
import type { Found, InventoryRule } from './rule'
import { fixAt } from './rule'
import type { Row, View } from './view'

/** What the catalogue would put in. */
const proposal = ({ known, keys }: Row, field: 'purpose' | 'duration') => {
  const value = known[0]?.cookie[field]
  if (value === undefined) return {}
  return { fix: [fixAt([...keys, field], value, 'Vpišite iz kataloga', 'Take it from the catalogue')] }
}

const ofRow = (row: Row): Found[] => {
  const { fields, keys, name, category, entry } = row
  const found: Found[] = []
  if (isMissing(fields.purpose))
    found.push({
      keys: [...keys, 'purpose'],
      message: {
        sl: `Zapis »${name}« nima namena. V enem stavku napišite, čemu služi.`,
        en: `The record "${name}" has no purpose. Say in one sentence what it is for.`,
      },
      ...proposal(row, 'purpose'),
    })
  if (isMissing(fields.duration))
    found.push({
      keys: [...keys, 'duration'],
      message: {
        sl: `Zapis »${name}« nima trajanja. Napišite, kako dolgo ostane v napravi, na primer »6 mesecev« ali »Trajanje seje«.`,
        en: `The record "${name}" has no duration. Say how long it stays on the device, for example "P6M" or "session".`,
      },
      ...proposal(row, 'duration'),
    })
  // Whose a record of the site's own table is goes without saying; a storage key is always the site's.
  const isCookie = (fields.storage ?? 'cookie') === 'cookie'
  const isAsked = !entry.isTable && category !== undefined && category !== 'necessary' && isCookie
  if (isAsked && isMissing(fields.party) && isMissing(fields.domain)) {
    const party = row.known[0]?.cookie.party ?? 'first'
    found.push({
      keys: [...keys, 'party'],
      message: {
        sl: `Pri zapisu »${name}« ni navedeno, čigav je. Dodajte party: first (piškotek vaše strani) ali third (piškotek tretje osebe).`,
        en: `It is not said whose the record "${name}" is. Add party: first (set on your site) or third (set on a provider's).`,
      },
      fix: [fixAt([...keys, 'party'], party, `Vpišite »${party}«`, `Put in "${party}"`)],
    })
  }
  return found
}

const ofEntries = ({ entries }: View): Found[] =>
  entries
    .filter(({ isTable }) => !isTable)
    .flatMap(({ fields: { provider, use }, keys }): Found[] => {
      const isNameless = isFields(provider) && isMissing(provider.name)
      // A known service that is not known after all is told by the check.
      if ((!isNameless && !isMissing(provider)) || wordsOf(use)) return []
      return [
        {
          keys: isNameless ? [...keys, 'provider', 'name'] : [...keys, 'provider'],
          message: {
            sl: 'Storitev nima ponudnika. Navedite podjetje, ki jo zagotavlja, in državo.',
            en: 'The service has no provider. Name the company behind it, and its country.',
          },
        },
      ]
    })

export const complete: InventoryRule = {
  id: 'I01',
  severity: 'error',
  source: 'ZEKom-2, art. 225; Planet49, C-673/17; GDPR, art. 13',
  check: (view) => [...ofEntries(view), ...view.rows.filter(({ isWritten }) => isWritten).flatMap(ofRow)],
}
