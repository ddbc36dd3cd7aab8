import type { Tree } from '../../../tools/declaration/tree'
import type { Both } from '../../../tools/both'
import type { Assertion } from '../../judgement'
import { paragraph, section, table } from '../blocks'
import type { Report } from '../report'
import { evidenceList } from './evidence'

const OUTCOME: Readonly<Record<Assertion['outcome'], Both>> = {
  holds: { sl: 'drži', en: 'holds' },
  fails: { sl: 'ne drži', en: 'fails' },
  unseen: { sl: 'ni preverjeno', en: 'not seen' },
}

const MOST = 3

const rowOf = ({ id, text, outcome, note, evidence }: Assertion, report: Report) => {
  const { say } = report.speech
  const details: Tree = [
    'div',
    {},
    ['p', {}, say(text)],
    ...(note ? [['p', { class: 'note' }, say(note)] as Tree] : []),
    // Of what fails the findings tell.
    ...(outcome === 'holds' ? evidenceList(evidence, report, MOST) : []),
  ]
  return [id, details, ['span', { class: `outcome ${outcome}` }, say(OUTCOME[outcome])] as Tree]
}

/** T01 to T29. */
export const assertions = (report: Report): Tree => {
  const { say } = report.speech
  return section(
    'assertions',
    say({ sl: 'Trditve', en: 'Assertions' }),
    paragraph(
      say({
        sl: 'Trditve, po katerih presojevalci gledajo spletne strani. »Ni preverjeno« pomeni, da se od zunaj ne vidi ali ni bilo preizkušeno.',
        en: 'Assertions by which auditors look at sites. “Not seen” means that it cannot be seen from outside, or was not tried.',
      }),
    ),
    table(
      say({ sl: 'Trditve T01–T29 in izid', en: 'Assertions T01–T29 and their outcome' }),
      [say({ sl: 'Oznaka', en: 'Id' }), say({ sl: 'Trditev', en: 'Assertion' }), say({ sl: 'Izid', en: 'Outcome' })],
      report.judgement.assertions.map((one) => rowOf(one, report)),
      'assertions',
    ),
  )
}
