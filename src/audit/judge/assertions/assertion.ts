import type { Both } from '../../../tools/both'
import type { Evidence } from '../../judgement'
import type { View } from '../view'

/** What was tried of an assertion: that it could be, and what shows it; or why not. */
export type Tried = { readonly evidence: readonly Evidence[]; readonly note?: Both } | { readonly unseen: Both }

/** One of T01–T29. It fails where a rule has found something against it; this tells of the rest. */
export interface AssertionRule {
  readonly id: string
  readonly text: Both
  readonly tried: (view: View) => Tried
}

const NOT_TRIED: Both = { sl: 'Ni bilo preizkušeno.', en: 'It was not tried.' }

export const unseen = (sl: string, en: string): Tried => ({ unseen: { sl, en } })

export const seen = (evidence: readonly Evidence[] = [], note?: Both): Tried => ({ evidence, ...(note && { note }) })

/** Of a probe: tried where it is there. */
export const ifThere = <Probe>(probe: Probe | undefined, of: (probe: Probe) => Tried = () => seen()): Tried =>
  probe === undefined ? { unseen: NOT_TRIED } : of(probe)

const NO_QUESTION: Both = { sl: 'Na strani ni bilo vprašanja.', en: 'There was no question on the site.' }

export const ifAsked = ({ probes }: View, of: (question: NonNullable<View['probes']['question']>) => Tried): Tried =>
  probes.question ? of(probes.question) : { unseen: NO_QUESTION }
