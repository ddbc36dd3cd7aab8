import type { Tree } from '../../../tools/declaration/tree'
import { STATE } from '../../judge/words'
import { countsOf, GROUP, GROUPS } from '../groups'
import { paragraph, section, table } from '../blocks'
import type { Report } from '../report'
import { plotsOf } from '../plot'

/** The plot, and its numbers for those who do not see it. */
export const requests = (report: Report): Tree => {
  const { record, declared, speech } = report
  const { say, number } = speech
  const states = countsOf(record, declared)
  const total = say({ sl: 'skupaj', en: 'in all' })
  return section(
    'requests',
    say({ sl: 'Zahteve po stanjih', en: 'Requests by state' }),
    paragraph(
      say({
        sl: 'V vsakem stanju so bile iste strani obiskane v svežem profilu brskalnika. Zahteve na druga spletna mesta se smejo pojaviti šele po sprejemu, razen nujno potrebnih.',
        en: 'In each state the same pages were visited in a fresh profile of the browser. Requests to other sites may appear after consent alone, except for what is strictly necessary.',
      }),
    ),
    ['figure', { class: 'plain' }, ...plotsOf(states, speech)],
    table(
      say({ sl: 'Število zahtev po stanjih in prejemnikih', en: 'Number of requests by state and recipient' }),
      [say({ sl: 'Stanje', en: 'State' }), ...GROUPS.map((group) => say(GROUP[group])), total],
      states.map(({ state, counts, total: all }) => [
        say(STATE[state]),
        ...GROUPS.map((group) => number(counts[group])),
        number(all),
      ]),
      'numbers',
    ),
  )
}
