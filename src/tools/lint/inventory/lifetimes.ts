import { longestSeconds } from '../../duration/compareDurations'
import type { Both } from '../../both'
import { wordsOf } from '../../inventory/fields'
import type { Fix } from '../finding'
import { readDuration, secondsOf } from './durations'
import type { Found, InventoryRule } from './rule'
import type { Row, View } from './view'

/** The longest that Chrome keeps any cookie. */
const MOST = secondsOf('P400D')
/** What the French authority holds to be enough for measuring; persuasive elsewhere. */
const ENOUGH = secondsOf('P13M')
const KEPT = secondsOf('P25M')
/** »A session or slightly longer« is what is exempt; a month is this project's reading of it. */
const MONTH = secondsOf('P30D')

const durationOf = ({ fields }: Row) => readDuration(fields.duration)

const isCookie = ({ fields }: Row) => (fields.storage ?? 'cookie') === 'cookie'

const isOptional = ({ category }: Row) => category !== undefined && category !== 'necessary'

/** The duration is written in the row; or the catalogue's rows are written out, with this one shortened. */
const shorten = (rows: readonly Row[], iso: string, label: Both): Fix => {
  const [{ keys, isWritten, entry }] = rows as [Row]
  if (isWritten) return { label, path: [...keys, 'duration'], value: iso }
  const written = entry.rows.map((row) => (rows.includes(row) ? { ...row.fields, duration: iso } : { ...row.fields }))
  return { label, path: [...entry.keys, 'cookies'], value: written }
}

const YEAR_AND_MONTH: Both = {
  sl: 'Zapišite 13 mesecev in enako nastavite v storitvi',
  en: 'Write 13 months, and set the same in the service',
}
const THIRTY_DAYS: Both = {
  sl: 'Zapišite 30 dni in enako nastavite na strani',
  en: 'Write 30 days, and set the same on the site',
}

/** The rows of one `use` share a place, and so a finding. */
const together = (
  rows: readonly Row[],
  say: (names: string, rows: readonly Row[]) => Both,
  iso: string,
  label: Both,
): Found[] => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const place = row.keys.join('.')
    groups.set(place, [...(groups.get(place) ?? []), row])
  }
  return [...groups.values()].map((group) => {
    const [{ keys, isWritten }] = group as [Row, ...Row[]]
    const names = group.map(({ name }) => name).join(', ')
    return {
      keys: isWritten ? [...keys, 'duration'] : keys,
      excerpt: names,
      message: say(names, group),
      fix: [shorten(group, iso, label)],
    }
  })
}

const isEndless = (row: Row): boolean => {
  const duration = durationOf(row)
  if (duration.unbounded) return true
  return isCookie(row) && longestSeconds(duration) > MOST
}

/** No cookie lasts for ever: Chrome ends each after 400 days. What else is stored may stay until it is deleted. */
export const endless: InventoryRule = {
  id: 'I05',
  severity: 'error',
  source: 'ZEKom-2, art. 225; Planet49, C-673/17; GDPR, art. 5(1)(e)',
  check: ({ rows }) => [
    ...together(
      rows.filter((row) => isEndless(row) && isOptional(row)),
      (names) => ({
        sl: `Trajanje je brez omejitve ali daljše od 400 dni, kolikor piškotke najdlje hrani Chrome (${names}). Skrajšajte ga na najmanj, kar namen še dopušča.`,
        en: `The duration has no limit or exceeds 400 days, the longest that Chrome keeps a cookie (${names}). Shorten it to the least that the purpose allows.`,
      }),
      'P13M',
      YEAR_AND_MONTH,
    ),
    ...together(
      rows.filter((row) => isEndless(row) && !isOptional(row)),
      (names) => ({
        sl: `Trajanje je brez omejitve ali daljše od 400 dni, kolikor piškotke najdlje hrani Chrome (${names}). Nujno potreben zapis naj traja samo toliko, kolikor zahteva namen.`,
        en: `The duration has no limit or exceeds 400 days, the longest that Chrome keeps a cookie (${names}). What is strictly necessary should last only as long as its purpose.`,
      }),
      'P30D',
      THIRTY_DAYS,
    ),
  ],
}

/** »vsaj 26 mesecev« says where it begins and not where it ends. */
const isFloor = (row: Row) => durationOf(row).bound === 'min'

const retentions = ({ entries }: View): Found[] =>
  entries.flatMap(({ fields, keys, category }) => {
    const retention = wordsOf(fields.retention)
    if (category !== 'analytics' || !(secondsOf(retention) > KEPT)) return []
    return [
      {
        keys: [...keys, 'retention'],
        excerpt: retention,
        message: {
          sl: 'Podatki o obisku se hranijo dlje kot 25 mesecev. Skrajšajte hrambo v nastavitvah storitve.',
          en: 'Data about visits are kept longer than 25 months. Shorten that in the settings of the service.',
        },
      },
    ]
  })

export const long: InventoryRule = {
  id: 'I06',
  severity: 'warn',
  source: 'CNIL 2020-091/092 (13 and 25 months; persuasive)',
  check: (view) => [
    ...together(
      view.rows.filter((row) => isOptional(row) && (isFloor(row) || longestSeconds(durationOf(row)) > ENOUGH)),
      (names, rows) =>
        rows.every(isFloor)
          ? {
              sl: `Trajanje ima samo spodnjo mejo (${names}). Navedite, koliko največ traja, po možnosti do 13 mesecev.`,
              en: `The duration has a lower limit alone (${names}). State the longest, preferably up to 13 months.`,
            }
          : {
              sl: `Trajanje neobveznega zapisa presega 13 mesecev (${names}). Skrajšajte ga v nastavitvah storitve.`,
              en: `The duration of an optional record exceeds 13 months (${names}). Shorten it in the settings of the service.`,
            },
      'P13M',
      YEAR_AND_MONTH,
    ),
    ...retentions(view),
  ],
}

/** The record of the visitor's own choice may stay: it is what keeps them from being asked again. */
const isChoice = ({ name, known }: Row) =>
  /privoli|consent|soglas/i.test(name) || known.some(({ service }) => service.id === 'cmp-others')

/** Strictly necessary, by what the inventory says, and kept for longer than a month. */
export const isLasting = (row: Row): boolean =>
  row.category === 'necessary' && !isChoice(row) && longestSeconds(durationOf(row)) > MONTH

export const persistent: InventoryRule = {
  id: 'I07',
  severity: 'warn',
  source: 'WP29 04/2012 (WP194)',
  check: ({ rows }) =>
    together(
      rows.filter(isLasting),
      (names) => ({
        sl: `Nujno potreben zapis traja več kot 30 dni (${names}). Skrajšajte ga na sejo ali nekaj dni; trajna prijava je nujna samo, če jo obiskovalec izrecno izbere.`,
        en: `A strictly necessary record lasts longer than 30 days (${names}). Shorten it to the session or a few days; a lasting sign-in is necessary only where the visitor chooses it.`,
      }),
      'P30D',
      THIRTY_DAYS,
    ),
}
