import type { Tree } from '../../../tools/declaration/tree'
import type { Both } from '../../../tools/both'
import type { PageRecord, StateRecord } from '../../record'
import { english, slovenian } from '../../judge/durations'
import { nameOf, whoseRequest } from '../../judge/allowed'
import { type DeclaredRow, rowsOfCookie, rowsOfStored } from '../../judge/declared'
import { knownCookie, knownStored } from '../../judge/known'
import { STATE } from '../../judge/words'
import { GROUP, groupOf } from '../groups'
import { paragraph, section, table } from '../blocks'
import type { Report } from '../report'

const WAY: Readonly<Record<StateRecord['way'], Both>> = {
  none: { sl: 'V tem stanju ni nihče odgovoril.', en: 'Nobody has answered in this state.' },
  preset: { sl: 'Piškotek z izbiro je bil nastavljen vnaprej.', en: 'The choice’s cookie was set beforehand.' },
  pressed: { sl: 'Pritisnjen je bil gumb na strani.', en: 'A button of the page was pressed.' },
  rule: { sl: 'Odgovorilo je pravilo programa autoconsent.', en: 'A rule of autoconsent answered.' },
  failed: {
    sl: 'Stanja ni bilo mogoče vzpostaviti; strani so bile obiskane brez njega.',
    en: 'The state could not be brought about; the pages were visited without it.',
  },
}

const KIND: Readonly<Record<string, Both>> = {
  cookie: { sl: 'piškotek', en: 'cookie' },
  localStorage: { sl: 'lokalna shramba', en: 'local storage' },
  sessionStorage: { sl: 'sejna shramba', en: 'session storage' },
  indexedDB: { sl: 'zbirka IndexedDB', en: 'IndexedDB' },
  cacheStorage: { sl: 'predpomnilnik', en: 'cache storage' },
}

/** Nothing to be named. */
const NONE = '–'

const hostsTable = (pages: readonly PageRecord[], { declared, speech }: Report): Tree[] => {
  const { say, number } = speech
  const requests = pages.flatMap((page) => page.requests)
  const hosts = [...new Set(requests.map(({ host }) => host))].sort()
  const rows = hosts.flatMap((host) => {
    const here = requests.filter((one) => one.host === host)
    const [first] = here
    if (!first) return []
    const who = whoseRequest({ declared }, first)
    return [[host, who === host ? NONE : who, say(GROUP[groupOf(declared, first)]), number(here.length)]]
  })
  const heads = [
    say({ sl: 'Gostitelj', en: 'Host' }),
    say({ sl: 'Storitev', en: 'Service' }),
    say({ sl: 'Čigav', en: 'Whose' }),
    say({ sl: 'Zahteve', en: 'Requests' }),
  ]
  return rows.length ? [table(say({ sl: 'Gostitelji', en: 'Hosts' }), heads, rows, 'many')] : []
}

const ownerOf = ([first]: readonly DeclaredRow[]) => nameOf(first?.service.name) ?? first?.service.id ?? NONE

const recordRows = (pages: readonly PageRecord[], { declared, speech }: Report) => {
  const { say, language } = speech
  const lasting = language === 'sl' ? slovenian : english
  const session = say({ sl: 'do konca seje', en: 'session' })
  const cookies = pages.flatMap((page) => page.cookies).map((is) => [
    is.name,
    say(KIND.cookie!),
    is.domain,
    knownCookie(is)?.service.name ?? ownerOf(declared ? rowsOfCookie(declared, is) : []),
    is.lifetime === undefined ? session : lasting(is.lifetime),
  ])
  const stored = pages.flatMap((page) => page.stored).map((is) => [
    is.name,
    say(KIND[is.storage] ?? KIND.localStorage!),
    is.origin.replace(/^\w+:\/\//, ''),
    knownStored(is)?.service.name ?? ownerOf(declared ? rowsOfStored(declared, is) : []),
    is.storage === 'sessionStorage' ? session : NONE,
  ])
  // A record is on every page after the one that set it: once is enough.
  const once = new Map([...cookies, ...stored].map((row) => [row.slice(0, 3).join('\n'), row]))
  return [...once.values()].sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
}

const recordsTable = (pages: readonly PageRecord[], report: Report): Tree => {
  const { say } = report.speech
  const rows = recordRows(pages, report)
  if (!rows.length) return paragraph(say({ sl: 'Shranjenih zapisov ni.', en: 'Nothing was stored.' }))
  return table(
    say({ sl: 'Shranjeni zapisi', en: 'Stored records' }),
    [
      say({ sl: 'Ime', en: 'Name' }),
      say({ sl: 'Vrsta', en: 'Kind' }),
      say({ sl: 'Domena', en: 'Domain' }),
      say({ sl: 'Storitev', en: 'Service' }),
      say({ sl: 'Trajanje', en: 'Lives' }),
    ],
    rows,
    'many',
  )
}

const stateOf = ({ name, way, pages }: StateRecord, report: Report): Tree => {
  const { say } = report.speech
  return [
    'div',
    { class: 'state' },
    ['h3', {}, say(STATE[name])],
    paragraph(say(WAY[way])),
    ...hostsTable(pages, report),
    recordsTable(pages, report),
  ]
}

/** What each state led to, in full. */
export const states = (report: Report): Tree =>
  section(
    'states',
    report.speech.say({ sl: 'Stanja', en: 'States' }),
    ...report.record.states.map((state) => stateOf(state, report)),
  )
