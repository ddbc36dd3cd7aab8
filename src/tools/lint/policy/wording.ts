import type { PolicyRule } from './rule'

/** Links, terms, dates, and what a template has left behind. */
export const wording: readonly PolicyRule[] = [
  {
    id: 'P09',
    severity: 'info',
    pattern: /(?<!\p{L})http:\/\/[^\s)]+/gu,
    message: {
      sl: 'Povezava ni šifrirana (http). Zamenjajte jo s https in preverite, ali še deluje.',
      en: 'The link is not encrypted (http). Change it to https, and check that it still works.',
    },
    source: 'GDPR, art. 32',
  },
  {
    id: 'P20',
    severity: 'warn',
    pattern: /(?<!\p{L})vsaj \d{1,7} (?:mesec|let|dn)\p{L}*/giu,
    message: {
      sl: 'Rok hrambe nima zgornje meje (»vsaj …«). Napišite »največ …«.',
      en: 'The period has no upper limit ("at least …"). Write "at most …".',
    },
    source: 'GDPR, art. 5(1)(e), 13(2)(a)',
  },
  {
    id: 'P21',
    severity: 'error',
    pattern: /(?<!\p{L})(?:neomejeno|za vedno|brez omejitve)(?!\p{L})/giu,
    message: {
      sl: 'Trajanje »neomejeno« ne obstaja: Chrome piškotke izbriše po 400 dneh. Navedite dejansko, čim krajše trajanje.',
      en: 'There is no "unlimited": Chrome deletes cookies after 400 days. State the real duration, as short as possible.',
    },
    source: 'ZEKom-2, art. 225; Planet49, C-673/17; GDPR, art. 5(1)(e)',
  },
  {
    id: 'P24',
    severity: 'warn',
    pattern: /2Mobile|\[(?:ime|naziv|vpišite|vstavite)(?: [^\][]{0,60})?\]|Lorem ipsum/gu,
    message: {
      sl: 'V besedilu je ime drugega podjetja ali prazno mesto, ostanek predloge. Vpišite svoje podatke.',
      en: 'The text holds the name of another company or a blank, left over from a template. Put in your own.',
    },
    source: 'GDPR, art. 13(1)(a)',
  },
  {
    id: 'P25',
    severity: 'error',
    pattern:
      /(?<![\w.+-])[\w.+-]{1,64}@(?:gmail|hotmail|yahoo|outlook|siol|t-2|telemach|volja|email)\.(?:com|net|si)/giu,
    message: {
      sl: 'Za zadeve varstva podatkov je naveden naslov pri javnem e-poštnem ponudniku. Navedite naslov na svoji domeni in preverite, ali ni pomota.',
      en: 'An address at a public e-mail provider is given for matters of data protection. Give one on your own domain, and check that it is no slip.',
    },
    source: 'GDPR, art. 13(1)(a) and (b), 32',
  },
  {
    id: 'P26',
    severity: 'info',
    pattern:
      /(?<!\d)\d{1,2}\. ?(?:\d{1,2}\.|januarja|februarja|marca|aprila|maja|junija|julija|avgusta|septembra|oktobra|novembra|decembra) ?\d{4}/giu,
    message: {
      sl: 'Datum. Preverite, ali je to datum zadnje spremembe besedila; navedite ga tudi v popisu.',
      en: 'A date. Check whether it is that of the last change of the text; give it in the inventory too.',
    },
    source: 'GDPR, art. 5(2), 12(1)',
  },
  {
    id: 'P27',
    severity: 'info',
    pattern:
      /(?<![\p{L}\d])(?:\d{1,7}|en(?:o|ega|em)|dva|dve|tri|štiri|pet|šest) (?:dodatn\p{L}{1,4} )?(?:let\p{L}{0,3}|mesec\p{L}{0,3}|ted(?:en|n)\p{L}{0,3}|dan|dne(?:va|vi|h|vih)|dni|ur(?:a|i|e|o)?|minut\p{L}?|sekund\p{L}?)(?!\p{L})/giu,
    message: {
      sl: 'Trajanje v besedilu. Preverite, ali se ujema s popisom in z dejanskim stanjem.',
      en: 'A duration in the text. Check that it agrees with the inventory and with what really happens.',
    },
    source: 'GDPR, art. 13(2)(a); ZEKom-2, art. 225',
  },
]
