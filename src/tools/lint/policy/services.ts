import { type PolicyRule, within } from './rule'

/** What a text says of services and of where data go. */
export const services: readonly PolicyRule[] = [
  {
    id: 'P07',
    severity: 'warn',
    pattern: /_?anonymizeIp/gu,
    message: {
      sl: '_anonymizeIp je zastarel (ga.js, Universal Analytics) in v GA4 nima učinka. Črtajte ga in preverite, ali stara koda še teče.',
      en: '_anonymizeIp is out of date (ga.js, Universal Analytics) and has no effect in GA4. Delete it, and check whether the old code still runs.',
    },
    source: 'support.google.com/analytics/answer/11397207',
  },
  {
    id: 'P08',
    severity: 'warn',
    pattern: /Google,? Inc\b/gu,
    message: {
      sl: 'Ponudnik za EGP ni več »Google, Inc.«. Napišite »Google Ireland Limited«.',
      en: 'The provider for the EEA is no longer "Google, Inc.". Write "Google Ireland Limited".',
    },
    source: 'GDPR, art. 13(1)(e)',
  },
  {
    id: 'P12',
    severity: 'error',
    pattern: RegExp(`ne (?:iznaša|prenaša)${within(40)}tretje države`, 'gu'),
    message: {
      sl: 'Trditev, da podatki ne gredo v tretje države, ne drži, če uporabljate storitev ponudnika iz ZDA. Navedite državo in mehanizem prenosa (na primer DPF) ali storitev odstranite.',
      en: 'That data do not go to third countries is not true if you use a service of a US provider. State the country and the mechanism (for example DPF), or remove the service.',
    },
    source: 'GDPR, art. 13(1)(f)',
    milder: {
      pattern: RegExp(`^${within(80)}z izjemo`, 'u'),
      severity: 'warn',
      message: {
        sl: 'Podatki naj ne bi šli v tretje države, »z izjemo«. Izjemo dopolnite z državo in mehanizmom prenosa (na primer ZDA, DPF).',
        en: 'Data are said not to go to third countries, with an exception. Add the country and the mechanism to the exception (for example USA, DPF).',
      },
    },
  },
  {
    id: 'P13',
    severity: 'info',
    pattern: /Google Analytics/gu,
    message: {
      sl: 'Besedilo omenja Google Analytics. Njegovi analitični piškotki potrebujejo privolitev: storitev dodajte v popis.',
      en: 'The text mentions Google Analytics. Its cookies need consent: add the service to the inventory.',
    },
    source: 'ZEKom-2, art. 225; smernice IP z dne 20. 12. 2023',
  },
  {
    id: 'P14',
    severity: 'info',
    pattern: /Mailchimp/giu,
    message: {
      sl: 'Besedilo omenja Mailchimp. Navedite ga med prejemniki kot obdelovalca iz ZDA, z mehanizmom prenosa.',
      en: 'The text mentions Mailchimp. Name it among the recipients, as a processor in the USA, with the mechanism of the transfer.',
    },
    source: 'GDPR, art. 13(1)(e) and (f), 28',
  },
  {
    id: 'P15',
    severity: 'info',
    pattern: /(?:Facebook|Google)(?: ali (?:Facebook|Google))? vtičnik\p{L}*/giu,
    message: {
      sl: 'Besedilo omenja prijavo s Facebookom ali Googlom. Preverite, ali vtičnik nastavlja piškotke tretjih oseb; navadna preusmeritev jih ne.',
      en: 'The text mentions signing in by Facebook or Google. Check whether the plug-in sets third-party cookies; a plain redirect does not.',
    },
    source: 'ZEKom-2, art. 225; WP29 04/2012',
  },
  {
    id: 'P23',
    severity: 'warn',
    pattern: RegExp(`ni odprl\\p{L}{0,4}${within(70)}e-novic`, 'gu'),
    message: {
      sl: 'Besedilo opisuje spremljanje odpiranja e-novic (sledilna pika v e-pošti). Zanj vprašajte za privolitev ali ga izključite.',
      en: 'The text describes tracking of opened newsletters (a pixel in the e-mail). Ask for consent to it, or switch it off.',
    },
    source: 'EDPB 2/2023; ZEKom-2, art. 225',
  },
]
