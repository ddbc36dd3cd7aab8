import type { Both } from '../both'
import type { Policy } from './readPolicy'
import { nginxHeaders } from './kinds/nginx'
import type { PolicyOptions, ServerKind } from './types'

/** What to do with the file, a step a line. */
export const stepsFor = (kind: ServerKind, policy: Policy, options: PolicyOptions): Both => {
  const steps = [
    PLACE[kind](policy),
    ...(options.reportOnly ? [TRY] : []),
    ...(options.nonce ? [NONCES[kind]] : []),
    ...withoutHosts(policy),
    INLINE,
    CHECK,
    RELOAD,
    ...(policy.services.some(({ category }) => category === 'embeds') ? [ONCE] : []),
    kind === 'php' ? COUNTED : UNCOUNTED,
    CHANGES,
    ...(CACHES[kind] ? [CACHES[kind]] : []),
  ]
  const said = (language: keyof Both) => steps.map((step, index) => `${index + 1}. ${step[language]}`).join('\n')
  return { sl: said('sl'), en: said('en') }
}

const PLACE: Readonly<Record<ServerKind, (policy: Policy) => Both>> = {
  apache: () => ({
    sl: 'Vsebino datoteke dodajte na konec datoteke .htaccess v korenski mapi spletnega mesta. Če je tam še ni, jo ustvarite. Potrebna sta modula mod_setenvif in mod_headers ter AllowOverride FileInfo; pri ponudnikih gostovanja so običajno na voljo.',
    en: 'Add the text to the end of the file .htaccess in the root folder of the site; make one where there is none. It needs the modules mod_setenvif and mod_headers, and AllowOverride FileInfo; hosting providers usually have them.',
  }),
  nginx: (policy) => ({
    sl: `Datoteko privolim.conf shranite v mapo /etc/nginx/conf.d/. V blok server { … } svojega spletnega mesta dodajte vrstici »${nginxHeaders(policy).join(' ')}«. Dodajte ju tudi v vsak location, ki ima svoj add_header, ker ta izniči tiste iz bloka server. Preverite z nginx -t in nato ponovno naložite nastavitve.`,
    en: `Save the file privolim.conf in the folder /etc/nginx/conf.d/. Add these two lines to the block server { … } of your site: "${nginxHeaders(policy).join(' ')}". Add them to each location that has an add_header of its own as well, since that one cancels those of the server. Check with nginx -t, then reload the settings.`,
  }),
  caddy: () => ({
    sl: 'Datoteko privolim.caddy shranite poleg datoteke Caddyfile. V blok svojega spletnega mesta dodajte vrstico »import privolim.caddy«. Preverite s caddy validate in nato ponovno naložite nastavitve.',
    en: 'Save the file privolim.caddy beside your Caddyfile. Add the line "import privolim.caddy" to the block of your site. Check with caddy validate, then reload the settings.',
  }),
  iis: () => ({
    sl: 'Namestite modul URL Rewrite 2. Datoteko web.config shranite v korensko mapo spletnega mesta. Če jo tam že imate, vanjo prenesite pravila iz oznake <outboundRules>.',
    en: 'Install the module URL Rewrite 2. Save the file web.config in the root folder of the site; where there is one already, copy the rules of <outboundRules> into it.',
  }),
  php: () => ({
    sl: 'Datoteko privolim-csp.php shranite na strežnik in jo na vseh straneh vključite pred vsem drugim: require_once __DIR__ . \'/privolim-csp.php\'; (pri WordPressu na začetku datoteke wp-config.php, takoj za <?php). Pred njo se ne sme izpisati nič. Strani, ki jih namesto PHP odda predpomnilnik ali strežnik sam, te politike nimajo.',
    en: 'Save the file privolim-csp.php on the server and include it on all pages before anything else: require_once __DIR__ . \'/privolim-csp.php\'; (with WordPress at the beginning of wp-config.php, right after <?php). Nothing may be printed before it. Pages that are served by a cache or by the server itself, without PHP, do not have this policy.',
  }),
}

const TRY: Both = {
  sl: 'Ta politika ničesar ne blokira, ampak v konzoli brskalnika (tipka F12) samo pove, kaj bi. Ko tam ni več ničesar, kar potrebujete, naredite pravila brez te možnosti.',
  en: "This policy blocks nothing; it only tells in the browser's console (F12) what it would. When nothing that you need is told any more, make the rules without this option.",
}

const NO_NONCE: Both = {
  sl: 'Ta strežnik enkratne oznake (nonce) ne zna narediti, zato je v pravilih ni. Če jo potrebujete, uporabite datoteko za PHP.',
  en: 'This server cannot make a nonce, so the rules have none. If you need one, use the file for PHP.',
}

const NONCES: Readonly<Record<ServerKind, Both>> = {
  apache: NO_NONCE,
  iis: NO_NONCE,
  nginx: {
    sl: 'Enkratna oznaka (nonce) je v spremenljivki $request_id. V strani jo vpišite s sub_filter, na primer: sub_filter \'nonce="NONCE"\' \'nonce="$request_id"\'; sub_filter_once off;',
    en: 'The nonce is in the variable $request_id. Write it into the pages with sub_filter, for instance: sub_filter \'nonce="NONCE"\' \'nonce="$request_id"\'; sub_filter_once off;',
  },
  caddy: {
    sl: 'Enkratna oznaka (nonce) je v nadomestku {http.request.uuid}. V strani jo vpišite z direktivo templates: nonce="{{placeholder "http.request.uuid"}}".',
    en: 'The nonce is in the placeholder {http.request.uuid}. Write it into the pages with the directive templates: nonce="{{placeholder "http.request.uuid"}}".',
  },
  php: {
    sl: 'Enkratna oznaka (nonce) je v konstanti PRIVOLIM_NONCE: <script nonce="<?= PRIVOLIM_NONCE ?>">.',
    en: 'The nonce is in the constant PRIVOLIM_NONCE: <script nonce="<?= PRIVOLIM_NONCE ?>">.',
  },
}

/** What may never be fetched, granted or not, is most often an oversight. */
const withoutHosts = ({ inventory }: Policy): Both[] => {
  const ids = inventory.services
    .filter(({ id, category, hosts = [] }) => category !== 'necessary' && !hosts.length && id !== `site-${category}`)
    .map(({ id }) => id)
  if (!ids.length) return []
  const named = ids.join(', ')
  return [
    {
      sl: `Te storitve v popisu nimajo gostiteljev (hosts): ${named}. Če katera kaj naloži z drugega strežnika, bo to blokirano tudi po privolitvi; dopišite ga v popis in naredite nova pravila.`,
      en: `These services have no hosts in the inventory: ${named}. What one of them loads from another server is blocked even after consent; add it to the inventory and make the rules anew.`,
    },
  ]
}

const INLINE: Both = {
  sl: 'Skripte in slogi, zapisani v sami strani, so blokirani, če jih ne dovolite posebej. Če jih vaše strani uporabljajo (pri WordPressu skoraj vedno), v možnosti base za script-src in style-src dodajte \'unsafe-inline\'. Gostitelji, ki niso dovoljeni, so blokirani tudi potem.',
  en: "Scripts and styles written into the page itself are blocked unless you allow them. If your pages have some (with WordPress they nearly always do), add 'unsafe-inline' to script-src and style-src in the option base. Hosts that are not allowed are blocked all the same.",
}

const CHECK: Both = {
  sl: 'V brskalniku odprite orodja za razvijalce (F12), zavihek Omrežje, in preverite, ali ima stran glavo Content-Security-Policy. Če jo ima dvakrat, ker jo je strežnik pošiljal že prej, veljata obe hkrati: dovoljeno je samo, kar dovoljujeta obe.',
  en: 'Open the developer tools of the browser (F12), the tab Network, and check that the page has the header Content-Security-Policy. If it has two, because the server sent one before, both hold at once: only what both allow is allowed.',
}

const RELOAD: Both = {
  sl: 'Odprta stran obdrži politiko, s katero se je naložila: dovoljena storitev zato začne delovati ob naslednjem nalaganju strani.',
  en: 'An open page keeps the policy with which it was loaded: what has been granted works from the next page on.',
}

const ONCE: Both = {
  sl: 'Vdelana vsebina, ki jo obiskovalec dovoli samo enkrat, se ob tej politiki ne prikaže, ker take izbire v piškotku ni. Če naj se, v možnosti always navedite embeds: njene gostitelje bo politika dovolila, do privolitve pa jih bo zadrževal Privolim sam.',
  en: 'Embedded content that a visitor allows just once does not appear under this policy, since such a choice is not in the cookie. If it is to, name embeds in the option always: the policy will allow its hosts, and Privolim itself will hold them until there is consent.',
}

const UNCOUNTED: Both = {
  sl: 'Strežnik ne šteje časa: izbira preneha veljati, ko brskalnik piškotek po poteku roka izbriše. Če sta piškotka z imenom privolim dva, ne velja nobeden, dokler Privolim starejšega ne odstrani.',
  en: 'The server does not count time: a choice ends when the browser deletes its cookie at the end of its term. Of two cookies by the name of privolim neither holds, until Privolim has removed the older one.',
}

const COUNTED: Both = {
  sl: 'Izbira velja do izteka roka iz popisa (validFor). Če je piškotkov z imenom privolim več, velja najnovejši.',
  en: 'A choice holds for the term of the inventory (validFor). Of several cookies by the name of privolim the newest holds.',
}

const CHANGES: Both = {
  sl: 'Po vsaki spremembi popisa naredite nova pravila. Česa obiskovalec ob svoji izbiri še ni poznal, strežnik ne ve; to do novega odgovora zadržuje Privolim sam.',
  en: 'Make the rules anew whenever the inventory changes. The server does not know what was new since a choice; until there is an answer, Privolim itself holds it back.',
}

const VARIES: Both = {
  sl: 'Pravila pošiljajo tudi glavo Vary: Cookie, da predpomnilnik strani enega obiskovalca ne pokaže drugemu. Če pred strežnikom stoji predpomnilnik, ki je ne upošteva (CDN), naj strani HTML ne shranjuje.',
  en: 'The rules also send the header Vary: Cookie, so that a cache does not show the page of one visitor to another. If a cache that does not heed it (a CDN) stands before the server, it must not keep HTML pages.',
}

const CACHES: Readonly<Record<ServerKind, Both | undefined>> = {
  apache: VARIES,
  nginx: VARIES,
  caddy: VARIES,
  php: VARIES,
  iis: {
    sl: 'Izhodnega predpomnjenja (Output Caching) za strani HTML ne uporabljajte; tudi predpomnilnik pred strežnikom jih ne sme shranjevati.',
    en: 'Do not use Output Caching for HTML pages; a cache before the server must not keep them either.',
  },
}
