import { type PolicyRule, within } from './rule'

/** How a text asks for consent, and how it lets it be refused and withdrawn. */
export const consent: readonly PolicyRule[] = [
  {
    id: 'P01',
    severity: 'error',
    pattern: RegExp(
      `(?<!\\p{L})[Zz] (?:nadalj(?:nj|n)o uporabo|obiskom|uporabo|ogledom|nadaljevanjem)${within(160)}(?:strinja|soglaša|sprejema)(?:te|m|š)?`,
      'gu',
    ),
    message: {
      sl: 'Nadaljnja uporaba ali obisk ni privolitev. Črtajte ta stavek in obiskovalca vprašajte z gumboma »Sprejmi vse« in »Zavrni vse«.',
      en: 'Going on using or visiting a site is no consent. Delete this sentence and ask the visitor with two equal buttons.',
    },
    source: 'GDPR, art. 4(11), 7; EDPB 05/2020, § 86; ZEKom-2, art. 225',
  },
  {
    id: 'P02',
    severity: 'error',
    pattern: RegExp(`(?<!\\p{L})[Čč]e se ${within(120)}ne strinja${within(120)}ne uporablja`, 'gu'),
    message: {
      sl: 'Besedilo pogojuje uporabo strani s privolitvijo (piškotni zid). Napišite, da je stran mogoče uporabljati tudi brez neobveznih piškotkov.',
      en: 'The text makes consent a condition of using the site (a cookie wall). Say that the site works without optional cookies too.',
    },
    source: 'EDPB 05/2020, §§ 38–41; GDPR, art. 7(4)',
  },
  {
    id: 'P03',
    severity: 'warn',
    pattern: RegExp(
      `(?:[Pp]iškotke? (?:lahko )?zavrn\\p{L}{1,20}(?!\\p{L})|nadzor nad piškotki)${within(120)}(?:brskalnik\\p{L}*|zbriše)`,
      'gu',
    ),
    message: {
      sl: 'Zavrnitev je opisana le prek nastavitev brskalnika ali brisanja piškotkov. Dodajte, da jih je mogoče zavrniti z gumbom na strani, in povezavo do nastavitev piškotkov.',
      en: 'Refusal is described by browser settings or deleting alone. Add that cookies can be refused by a button on the site, and a link to the cookie settings.',
    },
    source: 'ZEKom-2, art. 225; EDPB cookie banner taskforce, type A',
  },
  {
    id: 'P11',
    severity: 'error',
    pattern: /(?:zakonit|legitimn)\p{L}{0,10} interes\p{L}*/giu,
    message: {
      sl: 'Zakoniti interes ni podlaga za neobvezne piškotke. Če gre v tem odstavku zanje, ga nadomestite s privolitvijo; drugje je lahko v redu.',
      en: 'Legitimate interest is no basis for optional cookies. If this paragraph is about them, replace it by consent; elsewhere it may be right.',
    },
    source: 'EDPB cookie banner taskforce, type H; ZEKom-2, art. 225',
  },
  {
    id: 'P17',
    severity: 'error',
    pattern: /hkrati soglašate(?:(?![.!?] \p{Lu}).){0,90}/gu,
    message: {
      sl: 'Privolitev je vezana na privolitev v pogoje tretje osebe. Ločite ju: za vsak namen vprašajte posebej, ponudnika pa samo navedite med obdelovalci.',
      en: 'Consent is tied to the terms of a third party. Separate the two: ask for each purpose by itself, and name the provider among the processors.',
    },
    source: 'GDPR, art. 7(2), 7(4)',
  },
  {
    id: 'P22',
    severity: 'error',
    pattern: RegExp(`(?:prekliče|umakne)${within(40)}\\. To lahko opravi(?:(?![.!?] \\p{Lu}).){0,140}`, 'gu'),
    message: {
      sl: 'Preklic je opisan le po telefonu ali e-pošti. Omogočite ga prav tako preprosto kot privolitev: s povezavo »Nastavitve piškotkov« na vsaki strani.',
      en: 'Withdrawal is described by telephone or e-mail alone. Make it as easy as giving consent: a link "Cookie settings" on every page.',
    },
    source: 'GDPR, art. 7(3); EDPB cookie banner taskforce, type K',
  },
]
