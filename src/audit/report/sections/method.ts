import type { Tree } from '../../../tools/declaration/tree'
import type { Both } from '../../../tools/both'
import type { LeftOut } from '../../record'
import { paragraph, section, table } from '../blocks'
import type { Report } from '../report'

const WHY: Readonly<Record<LeftOut['why'], Both>> = {
  robots: { sl: 'prepoveduje robots.txt', en: 'forbidden by robots.txt' },
  limit: { sl: 'doseženo je bilo največje število strani', en: 'the limit of pages was reached' },
  elsewhere: { sl: 'je na drugem spletnem mestu', en: 'it is on another site' },
  'not-a-page': { sl: 'ni spletna stran', en: 'it is no page' },
}

const METHOD: readonly Both[] = [
  {
    sl: 'Brskalnik je iste strani obiskal v štirih stanjih: brez odgovora, po zavrnitvi, po sprejemu in po preklicu. Vsako stanje ima svoj svež profil. Zapisane so vse zahteve, piškotki in drugi zapisi v napravi.',
    en: 'A browser visited the same pages in four states: without an answer, after a refusal, after consent, and after its withdrawal. Each state has a fresh profile. All requests, cookies and other records on the device were written down.',
  },
  {
    sl: 'Storitve imenuje katalog Privolima, kategorije in trajanje pa popis strani, če obstaja. Dopustno odstopanje trajanja je en dan in odstotek. Meje (velikost gumbov, število pritiskov, 180 dni) so meje tega orodja, ne predpisa.',
    en: 'Services are named by the catalogue of Privolim, categories and durations by the inventory of the site where there is one. Durations may differ by a day and a hundredth. Limits (size of buttons, presses, 180 days) are those of this tool, not of a law.',
  },
  {
    sl: 'Presoja vidi samo, kar vidi brskalnik, na obiskanih stranech in v tem času. Ne vidi, kaj dela strežnik, kaj se zgodi prijavljenemu obiskovalcu in ali je zapis res nujno potreben. Da česa ni našla, ni dokaz, da tega ni. To ni pravni nasvet.',
    en: 'An audit sees what a browser sees, on the pages it visited and at that time. It does not see what a server does, what happens to a visitor who has signed in, or whether a record is truly necessary. That it found nothing does not prove that there is nothing. This is no legal advice.',
  },
  {
    sl: 'Vrednosti piškotkov niso shranjene: zapisana sta le njihova dolžina in začetek zgoščene vrednosti.',
    en: 'Values of cookies are not kept: only their length and the beginning of their hash are.',
  },
]

const pagesTable = ({ record, speech: { say } }: Report): Tree =>
  table(
    say({ sl: 'Obiskane strani', en: 'Pages visited' }),
    [say({ sl: 'Št.', en: 'No.' }), say({ sl: 'Naslov', en: 'Address' })],
    record.pages.map((url, index) => [String(index + 1), url]),
  )

const leftOutTable = ({ record, speech: { say } }: Report): Tree[] =>
  record.leftOut.length
    ? [
        table(
          say({ sl: 'Izpuščene strani', en: 'Pages left out' }),
          [say({ sl: 'Naslov', en: 'Address' }), say({ sl: 'Zakaj', en: 'Why' })],
          record.leftOut.map(({ url, why }) => [url, say(WHY[why])]),
        ),
      ]
    : []

/** How it was done, and what it cannot tell. */
export const method = (report: Report): Tree => {
  const { say } = report.speech
  return section(
    'method',
    say({ sl: 'Postopek in meje', en: 'Method and limits' }),
    ...METHOD.map((both) => paragraph(say(both))),
    pagesTable(report),
    ...leftOutTable(report),
  )
}
