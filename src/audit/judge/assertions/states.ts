import type { Both } from '../../../tools/both'
import type { StateName } from '../../record'
import { ofTexts } from '../evidence'
import type { View } from '../view'
import { type AssertionRule, ifThere, seen, type Tried, unseen } from './assertion'

/** How much was looked at, since »nothing was found« says little without it. */
const looked = ({ record, requests }: View, state: StateName): Both => {
  const pages = record.states.find(({ name }) => name === state)?.pages.length ?? 0
  const here = requests.filter((one) => one.state === state)
  const others = here.filter(({ is }) => is.thirdParty).length
  return {
    sl: `Obiskane strani: ${pages}, zahteve: ${here.length}, od tega na druga spletna mesta: ${others}.`,
    en: `Pages visited: ${pages}, requests: ${here.length}, of these to other sites: ${others}.`,
  }
}

const inState = (view: View, state: StateName): Tried => {
  const pages = view.record.states.find(({ name }) => name === state)?.pages
  return view.reached.includes(state) && pages?.length
    ? seen([], looked(view, state))
    : unseen('Tega stanja ni bilo.', 'This state did not come about.')
}

const namesIn = ({ cookies, stored }: View, state: StateName) => [
  ...new Set([...cookies, ...stored].filter((one) => one.state === state).map(({ is }) => is.name)),
]

/** What is requested and stored, by state. */
export const states: readonly AssertionRule[] = [
  {
    id: 'T01',
    text: {
      sl: 'Pred odgovorom je shranjeno samo, kar je nujno potrebno; piškotka z izbiro še ni.',
      en: 'Before an answer only what is strictly necessary is stored, and no cookie with a choice.',
    },
    tried: (view) => {
      const tried = inState(view, 'unanswered')
      return 'unseen' in tried ? tried : { ...tried, evidence: ofTexts(namesIn(view, 'unanswered')) }
    },
  },
  {
    id: 'T02',
    text: { sl: 'Pred odgovorom ni zahtev na druga spletna mesta.', en: 'Before an answer there is no request to another site.' },
    tried: (view) => inState(view, 'unanswered'),
  },
  {
    id: 'T03',
    text: {
      sl: 'Pomikanje, čakanje, tipka Escape, klik na stran in odhod niso privolitev.',
      en: 'Scrolling, waiting, Escape, a click on the page and leaving it are no consent.',
    },
    tried: ({ probes }) => ifThere(probes.inaction),
  },
  {
    id: 'T04',
    text: {
      sl: 'Po zavrnitvi se ne zahteva in ne shrani nič neobveznega.',
      en: 'After a refusal nothing optional is requested or stored.',
    },
    tried: (view) => inState(view, 'refused'),
  },
  {
    id: 'T05',
    text: {
      sl: 'Zavrnitev se shrani in velja vsaj 180 dni; vprašanje se ne ponavlja.',
      en: 'A refusal is stored and holds for 180 days at least; the question does not come again.',
    },
    tried: ({ probes }) =>
      ifThere(probes.afterRefusal, ({ lifetimeDays: days }) =>
        seen([], days === undefined ? undefined : { sl: `Shranjena je za dni: ${Math.round(days)}.`, en: `Days it is stored: ${Math.round(days)}.` }),
      ),
  },
  {
    id: 'T12',
    text: {
      sl: 'Privolitev je mogoče preklicati na vsaki strani, v največ dveh pritiskih; potem se nič neobveznega ne zahteva in ne ostane.',
      en: 'Consent can be withdrawn on every page, in two presses at most; then nothing optional is requested, and nothing stays.',
    },
    tried: (view) => ifThere(view.probes.withdrawal, () => inState(view, 'withdrawn')),
  },
  {
    id: 'T13',
    text: { sl: 'Vsako kategorijo je mogoče dovoliti samo zase.', en: 'Each category can be allowed alone.' },
    tried: ({ probes, declared }) =>
      declared
        ? ifThere(probes.alone?.length ? probes.alone : undefined, (alone) => seen(ofTexts(alone.map(({ category }) => category))))
        : unseen('Brez popisa ni znano, kaj sodi v katero kategorijo.', 'Without an inventory it is not known what belongs to which category.'),
  },
  {
    id: 'T14',
    text: {
      sl: 'Vse, kar se po privolitvi zahteva in shrani, je navedeno v pravi kategoriji in ne traja dlje, kot je navedeno.',
      en: 'All that is requested and stored after consent is declared, in its category, and lives no longer than declared.',
    },
    tried: (view) =>
      view.declared
        ? inState(view, 'accepted')
        : unseen('Popisa ni, zato ni s čim primerjati.', 'There is no inventory to compare with.'),
  },
]
