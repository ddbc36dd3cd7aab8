/**
 * What buttons of cookie questions say, in the languages of Slovenian sites and their neighbours. Read in this order, since
 * "Sprejmi samo nujne" refuses. Beginnings of words; there is no letter before them.
 */
export const BUTTON_WORDS = {
  refuse: [
    // Slovenian
    'zavrni|zavrnem|zavračam|odkloni|odklanjam|ne,? hvala|ne (?:strinjam|soglaša|dovol|sprejm|želim)|brez soglasja|nadaljuj brez',
    '(?:samo|le|zgolj) (?:(?:z|s) )?(?:nujn|obvezn|potrebn|tehničn|osnovn)',
    // English
    'reject|refuse|decline|deny|disagree|no,? thanks|continue without|do(?: not|n.t) (?:accept|agree|consent|allow)',
    '(?:only|just) (?:the )?(?:strictly )?(?:necessary|essential|required)|(?:strictly )?(?:necessary|essential|required)(?: cookies)? only',
    // Italian
    'rifiut|non accett|non acconsent|continua senza|sol[oi] (?:i )?(?:cookie )?(?:necessari|essenzial|tecnic)',
    // Croatian
    'odbij|odbaci|ne prihvać|ne slažem|samo (?:nužn|neophodn|obavezn|potrebn)|nastavi bez',
    // German
    'ablehn|alle? ablehnen|verweiger|nicht (?:zustimm|akzept)|ohne (?:zustimm|einwillig)|nur (?:die )?(?:notwendig|erforderlich|essen[tz]iell|technisch)',
    // Hungarian
    'elutas|nem fogad|nem járul|csak (?:a )?(?:szükséges|feltétlenül)',
  ],
  withdraw: ['prekliči|preklic privol|umakni|withdraw|revoke|revoca|povuci|opozovi|widerruf|visszavon'],
  save: [
    'shrani|potrdi (?:izbir|izbran|moj)|dovoli izbran|sprejmi izbran|save|confirm|(?:accept|allow) select',
    'salva|conferma|accetta selez|spremi|potvrdi|prihvati odabran|speicher|auswahl (?:bestätig|erlaub|akzept)|mentés|kiválasztott',
  ],
  settings: [
    'nastavit|prilagodi|upravljaj|uredi|več možnosti|izberi|spremeni|settings|preferences|customi[sz]e|manage|more options|options|choose',
    'impostazioni|preferenze|personalizza|gestisci|scegli|postavke|prilagodi|upravljanje|einstellung|anpassen|optionen|verwalten|beállítás|testreszab|kezelés',
  ],
  accept: [
    'sprejm|dovoli|strinjam se|soglašam|potrdi vse|omogoči vse|accept|allow|agree|i consent|enable all',
    'accett|acconsent|consenti|prihva|slažem|dopusti|akzept|zustimm|erlaub|einverstanden|annehmen|elfogad|engedélyez|hozzájárul',
  ],
  acknowledge: ['(?:v redu|ok|okay|razumem|zapri|zapri obvestilo|naprej|got it|i understand|close|ho capito|chiudi|razumijem|zatvori|verstanden|schließen|értem|rendben)$'],
} as const

export type ButtonKind = keyof typeof BUTTON_WORDS

/** What a question is about. */
export const QUESTION_WORDS = 'pi[šs]kotk|cookie|kolačić|süti|sutik|privolit|privolite|soglasj|consenso|consent|einwilligung|privola|hozzájárul'

/** Of a link to a policy. */
export const POLICY_WORDS = 'zasebnost|piškotk|piskotk|osebnih podatk|privacy|cookie|datenschutz|riservatezza|privatnost|adatvédel'

/** Of legitimate interest. */
export const INTEREST_WORDS = '(?:zakonit|legitimn)\\w* interes\\w*|legitimate interest\\w*|legittim\\w* interess\\w*|interess\\w* legittim\\w*|berechtigt\\w* interesse\\w*|jogos érdek'

/** As a page can be given it: a pattern for each kind, in their order. */
export const buttonPatterns = (): (readonly [ButtonKind, string])[] =>
  (Object.keys(BUTTON_WORDS) as ButtonKind[]).map((kind) => [kind, `(?<!\\p{L})(?:${kind === 'acknowledge' ? `^${BUTTON_WORDS[kind][0]}` : BUTTON_WORDS[kind].join('|')})`])

/** What a button does, by what it says. */
export const kindOfLabel = (label: string): ButtonKind | undefined =>
  buttonPatterns().find(([, pattern]) => new RegExp(pattern, 'iu').test(label.trim()))?.[0]
