import type { PolicyRule } from './rule'

/** Which law a text cites, and in whose words. */
export const law: readonly PolicyRule[] = [
  {
    id: 'P04',
    severity: 'error',
    pattern: /ZVOP ?[-–‑] ?1(?!\d)|Uradni list RS, št\. (?:86\/04|94\/07)/gu,
    message: {
      sl: 'ZVOP-1 ne velja več. Sklic nadomestite z ZVOP-2 (Uradni list RS, št. 163/22).',
      en: 'ZVOP-1 is no longer in force. Cite ZVOP-2 instead (Uradni list RS, no. 163/22).',
    },
    source: 'ZVOP-2 (Uradni list RS, št. 163/22)',
  },
  {
    id: 'P05',
    severity: 'error',
    pattern: /ZEKom ?[-–‑] ?1(?!\d)|(?:št\. ?)?109\/(?:20)?12|157\. člen/gu,
    message: {
      sl: 'ZEKom-1 ne velja več. Sklic nadomestite s 225. členom ZEKom-2 (Uradni list RS, št. 130/22).',
      en: 'ZEKom-1 is no longer in force. Cite art. 225 of ZEKom-2 instead (Uradni list RS, no. 130/22).',
    },
    source: 'ZEKom-2 (Uradni list RS, št. 130/22), art. 225',
  },
  {
    id: 'P06',
    severity: 'warn',
    pattern: /direktivami .{0,80}?GDPR/gu,
    message: {
      sl: 'GDPR je uredba, ne direktiva. Napišite »Splošna uredba o varstvu podatkov (EU) 2016/679«.',
      en: 'The GDPR is a regulation, not a directive. Write "General Data Protection Regulation (EU) 2016/679".',
    },
    source: 'GDPR (EU) 2016/679',
  },
  {
    id: 'P10',
    severity: 'error',
    pattern: /brez osebnih podatkov/giu,
    message: {
      sl: 'Naslov IP je praviloma osebni podatek. Če ga beležite, ne pišite »brez osebnih podatkov«, temveč navedite namen in rok hrambe.',
      en: 'An IP address is as a rule personal data. If you log it, do not write "without personal data"; state the purpose and how long it is kept.',
    },
    source: 'GDPR, art. 4(1)',
  },
  {
    id: 'P16',
    severity: 'ok',
    pattern: /Informacijsk\p{L}{1,10} pooblaščen\p{L}+/giu,
    message: {
      sl: 'Nadzorni organ je imenovan. Preverite le, ali so podatki za stik še pravilni.',
      en: 'The supervisory authority is named. Only check that its contact details are still right.',
    },
    source: 'GDPR, art. 13(2)(d)',
  },
  {
    id: 'P18',
    severity: 'info',
    pattern: /blokiranj\p{L}*|(?<!\p{L})blokira(?!\p{L})/giu,
    message: {
      sl: '»Blokiranje« je izraz prejšnje ureditve. Pišite o omejitvi obdelave in dodajte pravici do ugovora in prenosljivosti.',
      en: '"Blocking" is a term of the law before. Write of restriction of processing, and add the rights to object and to portability.',
    },
    source: 'GDPR, art. 18, 20, 21',
  },
  {
    id: 'P19',
    severity: 'info',
    pattern: /občutljiv\p{L}{1,8} osebn\p{L}{1,8} podatk\p{L}+/giu,
    message: {
      sl: '»Občutljivi osebni podatki« je izraz ZVOP-1. Pišite »posebne vrste osebnih podatkov«.',
      en: '"Sensitive personal data" is a term of ZVOP-1. Write "special categories of personal data".',
    },
    source: 'GDPR, art. 9',
  },
]
