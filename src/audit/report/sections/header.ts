import type { Tree } from '../../../tools/declaration/tree'
import type { Both } from '../../../tools/both'
import type { AuditFinding } from '../../judgement'
import { listOf } from '../../../texts/listOf'
import type { Forms } from '../language'
import { paragraph } from '../blocks'
import type { Report } from '../report'

/** In the accusative: »našla je 2 napaki«. */
const FOUND: Readonly<Record<AuditFinding['severity'], Forms>> = {
  error: { sl: ['napako', 'napaki', 'napake', 'napak'], en: ['error', 'errors'] },
  warn: { sl: ['opozorilo', 'opozorili', 'opozorila', 'opozoril'], en: ['warning', 'warnings'] },
  info: { sl: ['opombo', 'opombi', 'opombe', 'opomb'], en: ['note', 'notes'] },
}

const NOTHING: Both = {
  sl: 'Presoja ni našla ničesar, kar bi nasprotovalo odgovoru obiskovalca ali popisu.',
  en: 'The audit found nothing that contradicts the visitor’s answer or the inventory.',
}

const amount = ({ judgement }: Report, severity: AuditFinding['severity']) =>
  judgement.findings.filter((one) => one.severity === severity).length

/** In one sentence. */
const verdictOf = (report: Report): string => {
  const { say, count, language } = report.speech
  const found = (['error', 'warn', 'info'] as const)
    .filter((severity) => amount(report, severity) > 0)
    .map((severity) => count(amount(report, severity), FOUND[severity]))
  if (!amount(report, 'error') && !amount(report, 'warn')) {
    const notes = found.length ? say({ sl: ` Dodala je ${found[0]}.`, en: ` It adds ${found[0]}.` }) : ''
    return say(NOTHING) + notes
  }
  const list = listOf(found, language)
  return say({ sl: `Presoja je našla ${list}.`, en: `The audit found ${list}.` })
}

const TOOL: Readonly<Record<'privolim' | 'other' | 'none', Both>> = {
  privolim: { sl: 'Privolim', en: 'Privolim' },
  other: { sl: 'drugo orodje', en: 'another tool' },
  none: { sl: 'ni ga bilo najti', en: 'none was found' },
}

const fact = (name: string, value: string): Tree[] => [
  ['dt', {}, name],
  ['dd', {}, value],
]

const factsOf = ({ record, judgement, inventory, speech }: Report): Tree => {
  const { say, number, date, time } = speech
  const { tool, browser, program, begun, ended, states, pages } = record
  const of = (outcome: string) => number(judgement.assertions.filter((one) => one.outcome === outcome).length)
  const requests = states.flatMap((state) => state.pages.flatMap((page) => page.requests)).length
  return [
    'dl',
    { class: 'facts' },
    ...fact(say({ sl: 'Začetek', en: 'Begun' }), `${date(begun)}, ${time(begun)} UTC`),
    ...fact(say({ sl: 'Konec', en: 'Ended' }), `${date(ended)}, ${time(ended)} UTC`),
    ...fact(say({ sl: 'Obiskane strani', en: 'Pages visited' }), number(pages.length)),
    ...fact(say({ sl: 'Opažene zahteve', en: 'Requests seen' }), number(requests)),
    ...fact(say({ sl: 'Orodje za privolitve', en: 'Consent tool' }), tool.name ?? say(TOOL[tool.kind])),
    ...fact(
      say({ sl: 'Popis', en: 'Inventory' }),
      inventory ? inventory.site.name : say({ sl: 'brez popisa; presojano po katalogu', en: 'none; judged by the catalogue' }),
    ),
    ...fact(
      say({ sl: 'Trditve T01–T29', en: 'Assertions T01–T29' }),
      say({
        sl: `držijo: ${of('holds')}, ne držijo: ${of('fails')}, niso preverjene: ${of('unseen')}`,
        en: `hold: ${of('holds')}, fail: ${of('fails')}, not seen: ${of('unseen')}`,
      }),
    ),
    ...fact(say({ sl: 'Program in brskalnik', en: 'Program and browser' }), `Privolim ${program}, ${browser.name} ${browser.version}`),
  ]
}

/** The first thing that is read, and by many the only one. */
export const header = (report: Report): Tree => {
  const { say } = report.speech
  const worst = report.judgement.findings[0]?.severity ?? 'none'
  return [
    'header',
    {},
    ['p', { class: 'kicker' }, say({ sl: 'Presoja piškotkov in zahtev', en: 'Audit of cookies and requests' })],
    ['h1', {}, report.record.url.replace(/^https?:\/\//, '').replace(/\/$/, '')],
    ['p', { class: `verdict ${worst}` }, verdictOf(report)],
    ...(report.record.interrupted
      ? [paragraph(['strong', {}, say({ sl: 'Presoja ni prišla do konca in ni popolna.', en: 'The audit did not come to its end and is not complete.' })])]
      : []),
    factsOf(report),
  ]
}
