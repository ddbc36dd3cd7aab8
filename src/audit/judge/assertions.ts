import type { Assertion, AuditFinding, Evidence } from '../judgement'
import type { AssertionRule } from './assertions/assertion'
import { faults } from './assertions/faults'
import { quality } from './assertions/quality'
import { question } from './assertions/question'
import { states } from './assertions/states'
import type { View } from './view'

const ASSERTIONS: readonly AssertionRule[] = [...states, ...question, ...faults, ...quality].sort((one, other) =>
  one.id < other.id ? -1 : 1,
)

/** Enough to see it by; the findings have the rest. */
const MOST = 12

const against = (id: string, findings: readonly AuditFinding[]): Evidence[] =>
  findings.filter(({ assertion }) => assertion === id).flatMap(({ evidence }) => evidence)

/**
 * T01 to T29. An assertion fails where anything was found against it, be it a warning; that nothing was found counts
 * only where it was tried.
 */
export const assertionsOf = (view: View, findings: readonly AuditFinding[]): Assertion[] =>
  ASSERTIONS.map(({ id, text, tried }) => {
    const broken = findings.filter(({ assertion, severity }) => assertion === id && severity !== 'info')
    if (broken.length) {
      const codes = [...new Set(broken.map(({ code }) => code))].join(', ')
      const note = { sl: `Ugotovitve: ${codes}.`, en: `Findings: ${codes}.` }
      return { id, text, outcome: 'fails', note, evidence: against(id, broken).slice(0, MOST) }
    }
    const result = tried(view)
    if ('unseen' in result) return { id, text, outcome: 'unseen', note: result.unseen, evidence: [] }
    return { id, text, outcome: 'holds', ...result, evidence: result.evidence.slice(0, MOST) }
  })
