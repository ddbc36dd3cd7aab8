import type { Tree } from '../../../tools/declaration/tree'
import type { Both } from '../../../tools/both'
import type { AuditFinding } from '../../judgement'
import { paragraph, section } from '../blocks'
import type { Report } from '../report'
import { evidenceList } from './evidence'

const HEADING: Readonly<Record<AuditFinding['severity'], Both>> = {
  error: { sl: 'Napake', en: 'Errors' },
  warn: { sl: 'Opozorila', en: 'Warnings' },
  info: { sl: 'Opombe', en: 'Notes' },
}

const findingOf = (finding: AuditFinding, report: Report): Tree => [
  'li',
  { class: `finding ${finding.severity}` },
  ['p', { class: 'code' }, [finding.code, finding.assertion].filter(Boolean).join(' · ')],
  ['p', { class: 'text' }, report.speech.say(finding.text)],
  ...evidenceList(finding.evidence, report),
]

/** By severity, the gravest first. */
export const findings = (report: Report): Tree => {
  const { say } = report.speech
  const parts = (['error', 'warn', 'info'] as const).flatMap((severity): Tree[] => {
    const found = report.judgement.findings.filter((one) => one.severity === severity)
    if (!found.length) return []
    return [
      ['h3', {}, say(HEADING[severity])],
      ['ul', { class: 'findings' }, ...found.map((one) => findingOf(one, report))],
    ]
  })
  const none = paragraph(say({ sl: 'Ugotovitev ni.', en: 'There are no findings.' }))
  return section('findings', say({ sl: 'Ugotovitve', en: 'Findings' }), ...(parts.length ? parts : [none]))
}
