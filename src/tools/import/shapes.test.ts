import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { importInventory } from './importInventory'

// It has no types of its own.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string) => { readonly window: { readonly document: Document } }
}
const parseHtml = (html: string) => new JSDOM(html).window.document

/** Name, duration, category, provider; `-` for what the document does not say. */
type Row = string

/** Shapes in which sites publish what they store; organisations are made up. */
const SHAPES: Readonly<Record<string, readonly [document: string, rows: readonly Row[]]>> = {
  'a list of Cookiebot': [
    `<h3>Nujni (2)</h3><table><tr><th>Ime</th><th>Ponudnik</th><th>Namen</th><th>Potek</th><th>Tip</th></tr>
     <tr><td>CookieConsent</td><td>Cookiebot</td><td>Hrani stanje privolitve</td><td>1 leto</td><td>HTTP</td></tr>
     <tr><td>rc::c</td><td>Google</td><td>Loči ljudi od robotov</td><td>Seja</td><td>HTML Local Storage</td></tr></table>
     <h3>Statistika (1)</h3><table><tr><th>Ime</th><th>Ponudnik</th><th>Namen</th><th>Potek</th><th>Tip</th></tr>
     <tr><td>_ga</td><td>Google</td><td>Registrira obiskovalca</td><td>400 dni</td><td>HTTP</td></tr></table>`,
    ['CookieConsent P1Y necessary Cookiebot', 'rc::c session necessary Google', '_ga P400D analytics Google'],
  ],
  'English heads': [
    `<table><tr><th>Cookie name</th><th>Provider</th><th>Purpose</th><th>Expiry</th><th>Category</th></tr>
     <tr><td>_fbp</td><td>Meta</td><td>Ads</td><td>90 days</td><td>Marketing</td></tr></table>`,
    ['_fbp P90D marketing Meta'],
  ],
  'Italian heads': [
    `<table><tr><th>Nome</th><th>Fornitore</th><th>Scopo</th><th>Scadenza</th><th>Categoria</th></tr>
     <tr><td>_pk_id.*</td><td>Matomo</td><td>Statistica delle visite</td><td>13 mesecev</td><td>Statistici</td></tr></table>`,
    ['_pk_id.* P13M analytics Matomo'],
  ],
  'German heads, the duration first': [
    `<table><tr><td>Speicherdauer</td><td>Name</td><td>Zweck</td><td>Anbieter</td></tr>
     <tr><td>1 Jahr</td><td>_hjid</td><td>Erkennt Besucher</td><td>Hotjar</td></tr></table>`,
    ['_hjid P1Y - Hotjar'],
  ],
  'Croatian heads': [
    `<table><tr><th>Naziv</th><th>Svrha</th><th>Trajanje</th><th>Vrsta</th></tr>
     <tr><td>PHPSESSID</td><td>Prijava</td><td>sesija</td><td>Nužni</td></tr></table>`,
    ['PHPSESSID - necessary -'],
  ],
  'no head': [
    `<table><tr><td>PHPSESSID</td><td>Omogoča prijavo v spletno stran društva</td><td>do konca seje</td></tr>
     <tr><td>_ga</td><td>Loči obiskovalce med seboj</td><td>2 leti</td></tr></table>`,
    ['PHPSESSID session - -', '_ga P2Y - -'],
  ],
  'the head at the side': [
    `<table><tr><th>Ime</th><td>_ga</td><td>_gid</td></tr><tr><th>Trajanje</th><td>2 leti</td><td>24 ur</td></tr>
     <tr><th>Namen</th><td>Loči obiskovalce</td><td>Loči obiskovalce v dnevu</td></tr></table>`,
    ['_ga P2Y - -', '_gid PT24H - -'],
  ],
  'a category that spans rows': [
    `<table><tr><th>Kategorija</th><th>Ime</th><th>Trajanje</th></tr>
     <tr><td rowspan="2">Analitični</td><td>_ga</td><td>2 leti</td></tr><tr><td>_gid</td><td>1 dan</td></tr>
     <tr><td>Oglaševalski</td><td>_fbp</td><td>3 mesece</td></tr></table>`,
    ['_ga P2Y analytics -', '_gid P1D analytics -', '_fbp P3M marketing -'],
  ],
  'a table within a table': [
    `<table><tr><td><table><tr><th>Ime piškotka</th><th>Namen</th><th>Trajanje</th></tr>
     <tr><td>_ga</td><td>Statistika</td><td>2 leti</td></tr></table></td></tr></table>`,
    ['_ga P2Y - -'],
  ],
  'folds, each of a category': [
    `<details><summary>Analitični piškotki</summary><table><tr><th>Ime</th><th>Trajanje</th></tr><tr><td>_ga</td><td>2 leti</td></tr></table></details>`,
    ['_ga P2Y analytics -'],
  ],
  'a list of definitions': [
    `<h2>Nujni piškotki</h2><dl><dt><code>PHPSESSID</code></dt><dd>Drži prijavo (trajanje: seja).</dd><dt>wp-settings-1</dt><dd>Pogled urednika, 1 leto.</dd></dl>`,
    ['PHPSESSID session necessary -', 'wp-settings-1 P1Y necessary -'],
  ],
  'names in code, in items': [
    `<h3>Analitični piškotki</h3><ul><li><code>_ga</code> – loči obiskovalce, 2 leti</li><li><code>_gid</code>: loči obiskovalce v dnevu (24 ur)</li></ul>`,
    ['_ga P2Y analytics -', '_gid PT24H analytics -'],
  ],
  'numbered items': [
    `Uporabljamo piškotke:\n1. PHPSESSID – prijava (trajanje: do konca seje)\n2. _ga – statistika (trajanje: 2 leti)`,
    ['PHPSESSID session - -', '_ga P2Y - -'],
  ],
  'labels on a line': [
    `Ime piškotka: _ga, trajanje: 2 leti, namen: štetje obiskov\nIme piškotka: _gid, trajanje: 24 ur, namen: štetje obiskov`,
    ['_ga P2Y - -', '_gid PT24H - -'],
  ],
  'labels on lines': [
    `Piškotki\n\nIme: _pk_id.1\nNamen: loči obiskovalce\nTrajanje: 13 mesecev\nPonudnik: Matomo\n\nIme: _pk_ses.1\nNamen: poveže oglede\nTrajanje: 30 minut\nPonudnik: Matomo`,
    ['_pk_id.1 P13M - Matomo', '_pk_ses.1 PT30M - Matomo'],
  ],
  'without šumniki': [
    `<table><tr><th>Ime piskotka</th><th>Opis</th><th>Cas trajanja</th><th>Vrsta</th></tr><tr><td>_ga</td><td>steje obiske</td><td>2 leti</td><td>analiticni</td></tr></table>`,
    ['_ga P2Y analytics -'],
  ],
  'short units': [
    `Ime\tTrajanje\tNamen\n_ga\t24 mes.\tstatistika\n_gat\t1 min\tomejitev\n_gid\t24 h\tstatistika`,
    ['_ga P24M - -', '_gat PT1M - -', '_gid PT24H - -'],
  ],
  'English durations': [
    `<table><tr><th>Name</th><th>Duration</th><th>Description</th></tr><tr><td>_ga</td><td>13 months</td><td>Counts</td></tr>
     <tr><td>YSC</td><td>Session</td><td>Video</td></tr><tr><td>yt-player</td><td>Persistent</td><td>Video</td></tr></table>`,
    ['_ga P13M - -', 'YSC session - -', 'yt-player persistent - -'],
  ],
  'a table of Markdown': [
    `## Analitični piškotki\n\n| Ime | Namen | Trajanje |\n|---|---|---|\n| _ga | statistika | 2 leti |\n| _gid | statistika | 1 dan |`,
    ['_ga P2Y analytics -', '_gid P1D analytics -'],
  ],
  'values parted by semicolons, in quotes': [
    `"Ime";"Namen";"Trajanje"\n"_ga";"Loči obiskovalce; šteje obiske";"2 leti"\n"_fbp";"Oglasi ""Meta""";"3 mesece"`,
    ['_ga P2Y - -', '_fbp P3M - -'],
  ],
  'values parted by commas': [
    `name,provider,duration,purpose\n_ga,Google,P2Y,"Counts, and counts"\n_gid,Google,PT24H,Counts`,
    ['_ga P2Y - Google', '_gid PT24H - Google'],
  ],
  'capitals and no-break spaces': [
    `<table><tr><th>IME&nbsp;PIŠKOTKA</th><th>NAMEN</th><th>ROK&nbsp;HRAMBE</th></tr><tr><td>_ga</td><td>STATISTIKA</td><td>2&nbsp;LETI</td></tr></table>`,
    ['_ga P2Y - -'],
  ],
  'soft hyphens and entities': [
    `<table><tr><th>Ime pi&scaron;kot&shy;ka</th><th>Na&shy;men</th><th>Tra&shy;janje</th></tr><tr><td>_ga</td><td>&Scaron;tetje</td><td>2&nbsp;le&shy;ti</td></tr></table>`,
    ['_ga P2Y - -'],
  ],
  'names joined by words': [
    `Za statistiko uporabljamo piškotke _ga, _gid in _gat storitve Google Analytics.`,
    ['_ga - analytics Google_Analytics', '_gid - analytics Google_Analytics', '_gat - analytics Google_Analytics'],
  ],
  'a key of the local storage': [
    `<table><tr><th>Ime</th><th>Vrsta</th><th>Namen</th><th>Trajanje</th></tr><tr><td>theme</td><td>localStorage</td><td>Pomni barve</td><td>trajno</td></tr></table>`,
    ['theme persistent - -'],
  ],
  'the head comes again': [
    `<table><tr><th>Ime</th><th>Trajanje</th></tr><tr><td>_ga</td><td>2 leti</td></tr><tr><th>Ime</th><th>Trajanje</th></tr><tr><td>_gid</td><td>1 dan</td></tr></table>`,
    ['_ga P2Y - -', '_gid P1D - -'],
  ],
  'a cell a line, without any mark': [
    `Seznam\n\nIme piškotka\nNamen\nTrajanje\n_ga\nšteje obiske\n2 leti\n_gid\nšteje obiske v dnevu\n1 dan\n\nPiškotke lahko izbrišete.`,
    ['_ga P2Y - -', '_gid P1D - -'],
  ],
  'a cell a line, with empty lines between': [
    `Ime\n\nPonudnik\n\nTrajanje\n\n_fbp\n\nMeta\n\n3 mesece\n\nYSC\n\nYouTube\n\nseja`,
    ['_fbp P3M - Meta', 'YSC session - YouTube'],
  ],
  'items within items': [
    `<ul><li>Analitični piškotki<ul><li>_ga – šteje obiske (2 leti)</li><li>_gid – šteje obiske (1 dan)</li></ul></li><li>Oglaševalski piškotki<ul><li>_fbp – oglasi (3 mesece)</li></ul></li></ul>`,
    ['_ga P2Y analytics -', '_gid P1D analytics -', '_fbp P3M marketing -'],
  ],
  'a bold line above a table': [
    `<p><strong>Funkcionalni piškotki</strong></p><table><tr><th>Ime</th><th>Trajanje</th></tr><tr><td>jezik</td><td>1 leto</td></tr></table><p>Brez drugih.</p><table><tr><th>Ime</th><th>Trajanje</th></tr><tr><td>seja_x</td><td>seja</td></tr></table>`,
    ['jezik P1Y functional -', 'seja_x session - -'],
  ],
  'the service in brackets': [
    `Piškotki:\n• _ga (Google Analytics, 2 leti): šteje obiske\n• _hjid (Hotjar, 1 leto): snema obiske`,
    ['_ga P2Y - Google_Analytics', '_hjid P1Y - Hotjar'],
  ],
  'names with durations in a sentence': [
    `Analitični piškotki: _ga (2 leti), _gid (24 ur), _gat (1 minuta).`,
    ['_ga P2Y analytics -', '_gid PT24H analytics -', '_gat PT1M analytics -'],
  ],
  'a sentence for each': [
    `Piškotek _pk_id loči obiskovalce in poteče po 13 mesecih. Piškotek _pk_ses poveže oglede in poteče po 30 minutah.`,
    ['_pk_id P13M - -', '_pk_ses PT30M - -'],
  ],
  'columns with bars and no rule': [
    `Ime | Namen | Čas hrambe | Ponudnik\nPHPSESSID | prijava | do konca seje | lastni\n_ga | statistika | 24 mesecev | Google`,
    ['PHPSESSID session - lastni', '_ga P24M - Google'],
  ],
  'rows of sections': [
    `<table><tr><th>Ime</th><th>Namen</th><th>Trajanje</th></tr><tr><td colspan="3"><b>Analitični piškotki</b></td></tr><tr><td>_ga</td><td>statistika</td><td>2 leti</td></tr>
     <tr><td colspan="3">Družbena omrežja</td></tr><tr><td>fr</td><td>vtičnik</td><td>3 mesece</td></tr></table>`,
    ['_ga P2Y analytics -', 'fr P3M embeds -'],
  ],
  'the service at the head of a list': [
    `<h3>Trženjski piškotki</h3><p>_gcl_au – meri oglase (90 dni)</p><p>IDE – prikazuje oglase (13 mesecev)</p>`,
    ['_gcl_au P90D marketing -', 'IDE P13M marketing -'],
  ],
}

const shown = (document: string) => {
  const isHtml = document.trimStart().startsWith('<')
  return importInventory(document, isHtml ? { parseHtml } : {}).cookies.map(({ name, iso, category, provider }) =>
    [name, iso ?? '-', category ?? '-', provider?.replaceAll(' ', '_') ?? '-'].join(' '),
  )
}

describe('reads', () => {
  test.each(Object.entries(SHAPES))('%s', (_name, [document, rows]) => expect(shown(document)).toEqual(rows))
})

/** None of these lists a cookie. */
const NOTHING: readonly string[] = [
  'Piškotki so majhne datoteke. Uporabljamo jih za statistiko. Obrišete jih v brskalniku Chrome, Firefox ali Safari.',
  '<h1>Piškotki</h1><ul><li>Sejni piškotki – trajajo do zaprtja brskalnika.</li><li>Trajni piškotki – ostanejo 2 leti.</li></ul>',
  '<table><tr><th>Dan</th><th>Ura</th></tr><tr><td>ponedeljek</td><td>8.00</td></tr></table>',
  'Telefon: 01 234 56 78\nE-pošta: info@primer.si\nSpletna stran: www.primer.si',
  'Z ukazom gat._anonymizeIp (); skrajšamo naslov IP. Piškotkov ne naštevamo.',
  '<p>Osebne podatke hranimo 5 let po prenehanju članstva (Uradni list RS, št. 163/22).</p>',
  '',
  '     \n\n\t\t\n',
]

test.each(NOTHING)('invents no cookie: %s', (document) => expect(shown(document)).toEqual([]))

test('where nothing is listed, it says so and what to do', () => {
  const { unread } = importInventory(NOTHING[0]!)
  expect(unread.map(({ why }) => why.sl).join()).toContain('seznama po imenih')
})

test('a row without a name is told, and the others are read', () => {
  const { cookies, unread } = importInventory('Ime\tNamen\tTrajanje\n_ga\tštetje\t2 leti\nbrez imena v tej vrstici\tnekaj\t1 dan')
  expect(cookies.map(({ name }) => name)).toEqual(['_ga'])
  expect(unread.map(({ text }) => text).join()).toContain('brez imena')
})

test('services are known by their snippets, with the account', () => {
  const head = `<!doctype html><html><head><script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC1234567"></script>
    <script>window.dataLayer = []; function gtag(){dataLayer.push(arguments)}; gtag('config', 'G-ABC1234567')</script></head>
    <body><iframe src="https://www.youtube-nocookie.com/embed/x"></iframe></body></html>`
  const { services, inventory } = importInventory(head, { parseHtml })
  expect(services.map(({ id, account, role }) => [id, account, role])).toEqual(
    expect.arrayContaining([
      ['ga4', 'G-ABC1234567', 'service'],
      ['youtube', undefined, 'service'],
    ]),
  )
  expect(inventory.services).toEqual(expect.arrayContaining([{ use: 'google-analytics', account: 'G-ABC1234567' }]))
})

describe('encodings', () => {
  const text = 'Ime piškotka\tNamen\tTrajanje\n_ga\tŠtetje obiskov, češnje, žaba\t2 leti'
  const old = (map: Readonly<Record<string, number>>) => Uint8Array.from(Array.from(text, (letter) => map[letter] ?? letter.charCodeAt(0)))
  const ways: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': new TextEncoder().encode(text),
    'UTF-8 with a mark': Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]),
    'UTF-16': new Uint8Array(Uint16Array.from([0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))]).buffer),
    'windows-1250': old({ š: 0x9a, Š: 0x8a, č: 0xe8, ž: 0x9e }),
    'ISO 8859-2': old({ š: 0xb9, Š: 0xa9, č: 0xe8, ž: 0xbe }),
  }
  test.each(Object.entries(ways))('%s', (_name, bytes) => {
    expect(importInventory(bytes).cookies).toMatchObject([{ name: '_ga', purpose: 'Štetje obiskov, češnje, žaba', iso: 'P2Y' }])
  })
})
