import type { Both } from '../../../tools/both'
import type { Trouble } from '../../record'
import { standingOfCookie, standingOfStored } from '../allowed'
import { ofText, ofTexts } from '../evidence'
import { knownAddress } from '../known'
import type { AuditRule } from '../rule'
import type { View } from '../view'
import { groupBy, STATE } from '../words'

const needsConsent = (view: View) =>
  view.requests.some(({ is }) => is.thirdParty && knownAddress(is.url, is.host)?.category !== 'necessary') ||
  view.cookies.some(({ is }) => standingOfCookie(view, is) === 'optional') ||
  view.stored.some(({ is }) => standingOfStored(view, is) === 'optional')

/** What needs consent, and nothing that asks for it. */
const nobodyAsks: AuditRule = {
  code: 'A46',
  severity: 'error',
  assertion: 'T06',
  check: (view) =>
    view.tool.kind === 'none' && !view.probes.question && needsConsent(view)
      ? [
          {
            text: {
              sl: 'Stran uporablja, za kar je potrebna privolitev, vprašanja pa na njej ni bilo mogoče najti.',
              en: 'The site uses what needs consent, but no question could be found on it.',
            },
            evidence: [],
          },
        ]
      : [],
}

/** The record has a gap there; whoever reads the report must not take it for silence. */
const notReached: AuditRule = {
  code: 'A47',
  severity: 'warn',
  check: ({ record: { states } }) =>
    states
      .filter(({ way }) => way === 'failed')
      .map(({ name }) => ({
        text: {
          sl: `Tega stanja ni bilo mogoče vzpostaviti: ${STATE[name].sl.toLowerCase()}. Preverite ga ročno.`,
          en: `This state could not be brought about: ${STATE[name].en.toLowerCase()}. Check it by hand.`,
        },
        evidence: [],
      })),
}

const TROUBLE: Readonly<Record<Trouble['kind'], Both>> = {
  unreachable: { sl: 'Strani ni mogoče doseči', en: 'A page cannot be reached' },
  certificate: { sl: 'Potrdilo strežnika ni veljavno', en: 'The server’s certificate is not valid' },
  redirects: { sl: 'Preusmeritve se ne končajo', en: 'Redirects do not end' },
  timeout: { sl: 'Stran se ni naložila pravočasno', en: 'A page did not load in time' },
  'too-large': { sl: 'Stran je prevelika', en: 'A page is too large' },
  download: { sl: 'Namesto strani je bila ponujena datoteka', en: 'A file was offered in place of a page' },
  dialog: { sl: 'Stran je odprla pogovorno okno brskalnika', en: 'A page opened a dialog of the browser' },
  popup: { sl: 'Stran je odprla novo okno', en: 'A page opened a window' },
  crash: { sl: 'Zavihek se je sesul', en: 'The tab crashed' },
  elsewhere: { sl: 'Stran preusmeri na drugo spletno mesto', en: 'A page leads to another site' },
  http: { sl: 'Strežnik je odgovoril z napako', en: 'The server answered with an error' },
}

/** The page was seen all the same. */
const HARMLESS: readonly Trouble['kind'][] = ['dialog', 'popup', 'download']

const troubles: AuditRule = {
  code: 'A48',
  severity: 'warn',
  check: ({ record: { states } }) => {
    const all = states.flatMap(({ pages }) =>
      pages.flatMap(({ url, troubles: list }) => list.map(({ kind, detail }) => ({ kind, words: `${url}: ${detail}` }))),
    )
    return [...groupBy(all, ({ kind }) => kind).values()].flatMap((list) => {
      const kind = list[0]?.kind
      if (!kind) return []
      return {
        ...(HARMLESS.includes(kind) && { severity: 'info' as const }),
        text: { sl: `${TROUBLE[kind].sl}.`, en: `${TROUBLE[kind].en}.` },
        evidence: ofTexts([...new Set(list.map(({ words }) => words))]),
      }
    })
  },
}

const interrupted: AuditRule = {
  code: 'A49',
  severity: 'warn',
  check: ({ record }) =>
    record.interrupted
      ? [
          {
            text: {
              sl: 'Presoja ni prišla do konca, ker je zmanjkalo časa ali je bila prekinjena; česar v zapisu ni, ni bilo preverjeno. Isti ukaz jo nadaljuje.',
              en: 'The audit did not come to its end, since time was up or it was stopped; what the record lacks was not checked. The same command goes on with it.',
            },
            evidence: [ofText(record.ended)],
          },
        ]
      : [],
}

/** The visit itself, and what it could not see. */
export const visit: readonly AuditRule[] = [nobodyAsks, notReached, troubles, interrupted]
