import { catalogue } from '../../catalogue'
import { patternOf } from '../../catalogue/recogniseCookie'
import { covers } from '../../hosts/covers'
import { secondsOf } from './durations'
import { fits } from '../../inventory/fits'
import { isMissing, wordsOf } from '../../inventory/fields'
import { type Found, fixAt, type InventoryRule } from './rule'
import type { Row, View } from './view'

/** Fewer characters before, between and after `*` take in names of anybody. */
const FEWEST = 3

/** Another service's row that this one's pattern would take in. */
const swallowed = (row: Row, rows: readonly Row[]) =>
  rows.find(
    ({ entry, name }) => entry !== row.entry && name !== row.name && fits(row.name, name.replaceAll('*', '')),
  )

const wildcards = ({ rows }: View): Found[] =>
  rows
    .filter(({ name, isWritten }) => isWritten && name.includes('*'))
    .flatMap((row): Found[] => {
      const other = swallowed(row, rows)
      if (!other && row.name.replaceAll('*', '').length >= FEWEST) return []
      const [sl, en] = other ? [` in zajame tudi »${other.name}«`, `, and takes in "${other.name}" too`] : ['', '']
      return [
        {
          keys: [...row.keys, 'name'],
          excerpt: row.name,
          message: {
            sl: `Vzorec »${row.name}« je preširok${sl}. Zapišite daljši skupni začetek, na primer »_ga_*«.`,
            en: `The pattern "${row.name}" is too wide${en}. Write a longer common beginning, for example "_ga_*".`,
          },
        },
      ]
    })

/** The same record, as far as the inventory says. */
const identity = ({ name, domain, fields }: Row) => JSON.stringify([name, domain, wordsOf(fields.storage) || 'cookie'])

const differing = ({ rows }: View): Found[] => {
  const first = new Map<string, Row>()
  return rows.flatMap((row): Found[] => {
    if (!row.name || isMissing(row.fields.duration)) return []
    const before = first.get(identity(row))
    first.set(identity(row), before ?? row)
    const [one, other] = before ? [secondsOf(before.fields.duration), secondsOf(row.fields.duration)] : [0, 0]
    // What nobody can compare does not differ.
    if (!before || one === other || Number.isNaN(one) || Number.isNaN(other)) return []
    return [
      {
        keys: row.isWritten ? [...row.keys, 'duration'] : row.keys,
        excerpt: row.name,
        message: {
          sl: `»${row.name}« je naveden večkrat, z različnim trajanjem (${wordsOf(before.fields.duration)}; ${wordsOf(row.fields.duration)}). Preverite v brskalniku in pustite pravo.`,
          en: `"${row.name}" is listed more than once, with different durations (${wordsOf(before.fields.duration)}; ${wordsOf(row.fields.duration)}). Check in a browser, and leave the right one.`,
        },
        ...(row.isWritten && {
          fix: [
            fixAt(
              [...row.keys, 'duration'],
              before.fields.duration,
              `Zapišite »${wordsOf(before.fields.duration)}«`,
              `Write "${wordsOf(before.fields.duration)}"`,
            ),
          ],
        }),
      },
    ]
  })
}

export const overlapping: InventoryRule = {
  id: 'I16',
  severity: 'warn',
  source: 'ZEKom-2, art. 225; GDPR, art. 5(1)(d)',
  check: (view) => [...wildcards(view), ...differing(view)],
}

/** Whose a record must be, by its domain, or by what is known of it; nothing where neither says so. */
const partyOf = ({ domain, known }: Row, host: string): 'first' | 'third' | undefined => {
  const bare = domain.replace(/^\./, '').toLowerCase()
  if (bare && host) return covers(`*.${bare}`, host) || covers(`*.${host}`, bare) ? 'first' : 'third'
  const parties = new Set(known.map(({ cookie }) => cookie.party))
  return parties.size === 1 ? [...parties][0] : undefined
}

export const party: InventoryRule = {
  id: 'I17',
  severity: 'info',
  source: 'ZEKom-2, art. 225; Planet49, C-673/17',
  check: ({ rows, host }) =>
    rows.flatMap((row): Found[] => {
      const written = wordsOf(row.fields.party)
      const is = partyOf(row, host)
      if (!row.isWritten || !is || !/^(first|third)$/.test(written) || written === is) return []
      const [sl, en] =
        is === 'first'
          ? ['piškotek vaše strani', 'set on your site']
          : ['piškotek tretje osebe', 'set on a provider’s domain']
      return [
        {
          keys: [...row.keys, 'party'],
          excerpt: row.name,
          message: {
            sl: `»${row.name}« je po domeni ${sl}, navedeno pa je drugače. Popravite party v »${is}«.`,
            en: `"${row.name}" is ${en}, but it is declared otherwise. Change party to "${is}".`,
          },
          fix: [fixAt([...row.keys, 'party'], is, `Popravite v »${is}«`, `Change to "${is}"`)],
        },
      ]
    }),
}

/** Names that many have: `email`, `cn`, `uid`. */
const AMBIGUOUS = catalogue
  .flatMap(({ cookies }) => cookies)
  .filter((cookie) => cookie.ambiguous)
  .map(patternOf)

/** The domain is the site's own, and so is the record: the one without the other would make it a third party's. */
const withDomain = ({ fields, entry }: Row, host: string) => {
  const isOwn = entry.isTable || fields.party === 'first'
  return isOwn && host ? { ...fields, party: 'first', domain: host } : undefined
}

export const ambiguous: InventoryRule = {
  id: 'I21',
  severity: 'warn',
  source: 'GDPR, art. 5(1)(d)',
  check: ({ rows, host }) =>
    rows.flatMap((row): Found[] => {
      if (!row.isWritten || row.domain || row.known.length || row.name.length > 64) return []
      if (!AMBIGUOUS.some((pattern) => pattern.test(row.name))) return []
      const value = withDomain(row, host)
      return [
        {
          keys: [...row.keys, 'name'],
          excerpt: row.name,
          message: {
            sl: `Ime »${row.name}« uporabljajo različne storitve, zato samo po sebi ne pove, čigav je zapis. Dodajte domeno (domain), na kateri je nastavljen.`,
            en: `The name "${row.name}" is used by several services, and does not say by itself whose the record is. Add the domain on which it is set.`,
          },
          ...(value && { fix: [fixAt(row.keys, value, `Dodajte domeno ${host}`, `Add the domain ${host}`)] }),
        },
      ]
    }),
}
