import { type Finding, sortFindings } from './finding'
import { normalise } from './policy/normalise'
import type { PolicyRule } from './policy/rule'
import { POLICY_RULES } from './policy/rules'

/** How much of the text a finding shows, in characters. */
const LONGEST_EXCERPT = 200

/** How far after a finding its exception is looked for. */
const AFTER = 120

const shorten = (text: string) =>
  text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT - 1).trimEnd()}…` : text.trim()

/** @param after what follows in the text */
const judged = (rule: PolicyRule, after: string) => {
  const { severity, message, milder } = rule
  return milder?.pattern.test(after) ? { severity: milder.severity, message: milder.message } : { severity, message }
}

/**
 * Reads a policy text for what Slovenian policies get wrong (P01–P27), and for what one should know of it. Each finding
 * is a hint to read that place again; a pattern cannot tell what a sentence means.
 *
 * @param text plain; of a page, what `policyText` makes of it
 * @returns by line of the text as it was given, then by rule. Never throws; time grows linearly with the text.
 *
 * @example
 * lintPolicy('V skladu z ZVOP-1 …') // [{ rule: 'P04', severity: 'error', place: 'line 1', … }]
 */
export const lintPolicy = (text: string): Finding[] => {
  // Also called from JavaScript, where it may be anything.
  if (typeof text !== 'string') return []
  const { text: line, lineOf } = normalise(text)
  const findings = POLICY_RULES.flatMap((rule) =>
    [...line.matchAll(rule.pattern)].map(({ 0: found, index }): Finding => {
      const end = index + found.length
      return {
        rule: rule.id,
        ...judged(rule, line.slice(end, end + AFTER)),
        place: `line ${lineOf(index)}`,
        source: rule.source,
        excerpt: shorten(found),
      }
    }),
  )
  return sortFindings(findings)
}
