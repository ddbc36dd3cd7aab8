import { type AssertionRule, ifThere, seen, unseen } from './assertion'

/** What happens where something fails or is switched off. */
export const faults: readonly AssertionRule[] = [
  {
    id: 'T17',
    text: {
      sl: 'Če dodatek v brskalniku vprašanje skrije ali odstrani, je stran uporabna in nič ni dovoljeno.',
      en: 'Where an extension hides or removes the question, the page can be used and nothing is allowed.',
    },
    tried: ({ probes }) => ifThere(probes.removed),
  },
  {
    id: 'T18',
    text: {
      sl: 'Brez JavaScripta je stran berljiva in ne zahteva ničesar drugje.',
      en: 'Without JavaScript the page can be read and requests nothing elsewhere.',
    },
    tried: ({ probes }) =>
      ifThere(probes.withoutScript, ({ noscript }) =>
        seen([], noscript ? undefined : { sl: 'Obvestila »noscript« na strani ni.', en: 'There is no "noscript" note on the page.' }),
      ),
  },
  {
    id: 'T19',
    text: {
      sl: 'Če datoteke gradnika ni, je blokirana ali zamuja, ostane vse neobvezno zadržano.',
      en: 'Where the widget’s file is missing, blocked or late, everything optional is held.',
    },
    tried: ({ probes }) => ifThere(probes.withoutWidget?.length ? probes.withoutWidget : undefined),
  },
  {
    id: 'T20',
    text: {
      sl: 'Poškodovana, tuja ali stara vrednost piškotka z izbiro ni privolitev.',
      en: 'A damaged, foreign or old value of the choice’s cookie is no consent.',
    },
    tried: ({ probes }) =>
      ifThere(probes.damaged, ({ tried }) => seen([], { sl: `Preizkušene vrednosti: ${tried}.`, en: `Values tried: ${tried}.` })),
  },
  {
    id: 'T21',
    text: {
      sl: 'Vnaprej nastavljeni piškotek z izbiro učinkuje enako kot pritisk na gumb.',
      en: 'A choice’s cookie that is set beforehand works like a press.',
    },
    tried: ({ probes }) => ifThere(probes.preset),
  },
  {
    id: 'T22',
    text: {
      sl: 'Iz predpomnilnika dobijo vsi obiskovalci iste bajte in stran deluje enako.',
      en: 'From a cache all visitors get the same bytes, and the page works the same.',
    },
    tried: () =>
      unseen(
        'Od zunaj se ne vidi, kaj strežnik predpomni; primerjajte odgovora za dva obiskovalca.',
        'From outside it cannot be seen what a server caches; compare the answers to two visitors.',
      ),
  },
  {
    id: 'T26',
    text: {
      sl: 'Stroga politika vsebine (Content Security Policy) ni kršena.',
      en: 'A strict Content Security Policy is not violated.',
    },
    tried: ({ probes }) =>
      ifThere(probes.violations, ({ policy }) =>
        policy ? seen() : unseen('Stran nima politike vsebine.', 'The site has no Content Security Policy.'),
      ),
  },
  {
    id: 'T27',
    text: {
      sl: 'Signal Global Privacy Control velja kot zavrnitev oglaševanja in ni nikoli privolitev.',
      en: 'The signal Global Privacy Control counts as a refusal of advertising, and never as consent.',
    },
    tried: ({ probes }) => ifThere(probes.privacyControl),
  },
  {
    id: 'T28',
    text: {
      sl: 'V predlogah in v nadomestni vsebini ni živih naslovov.',
      en: 'There are no live addresses in templates and placeholders.',
    },
    tried: ({ probes }) => ifThere(probes.liveTemplates),
  },
]
