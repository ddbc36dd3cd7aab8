import type { World } from '../support/world.js'

const SITE = 'https://dostop.test.example/'

export const LANGUAGES = ['sl', 'it', 'hu', 'en', 'de', 'hr'] as const
export const THEMES = ['default', 'obcina', 'klub', 'papir'] as const

export type Language = (typeof LANGUAGES)[number]
export type Theme = (typeof THEMES)[number]

/** The frame's content, once it may be loaded. */
const VIDEO = 'https://video.tretji.example/posnetek'

const text = (...said: string[]) => Object.fromEntries(LANGUAGES.map((language, index) => [language, said[index]]))

const SESSION = text(
  'Drži prijavo.',
  'Mantiene l’accesso.',
  'Fenntartja a bejelentkezést.',
  'Keeps you signed in.',
  'Hält die Anmeldung.',
  'Održava prijavu.',
)
const VISITS = text(
  'štetje obiskov',
  'conteggio delle visite',
  'a látogatások számlálása',
  'counting visits',
  'Zählen der Besuche',
  'brojanje posjeta',
)
const TELLS_APART = text(
  'Loči obiskovalce.',
  'Distingue i visitatori.',
  'Megkülönbözteti a látogatókat.',
  'Tells visitors apart.',
  'Unterscheidet Besucher.',
  'Razlikuje posjetitelje.',
)
const ADS = text(
  'prikaz oglasov',
  'visualizzazione di annunci',
  'hirdetések megjelenítése',
  'showing ads',
  'Anzeige von Werbung',
  'prikaz oglasa',
)
const SPEED = text(
  'merjenje hitrosti',
  'misurazione della velocità',
  'a sebesség mérése',
  'measuring speed',
  'Messung der Geschwindigkeit',
  'mjerenje brzine',
)
const RECORDING = text(
  'prikaz posnetka',
  'riproduzione di un video',
  'videó lejátszása',
  'showing a recording',
  'Anzeige eines Videos',
  'prikaz snimke',
)
const REMARK = text(
  'Ponudnik hrani podatke eno leto.',
  'Il fornitore conserva i dati per un anno.',
  'A szolgáltató egy évig őrzi az adatokat.',
  'The provider keeps the data for a year.',
  'Der Anbieter speichert die Daten ein Jahr lang.',
  'Pružatelj čuva podatke godinu dana.',
)

const CONTROLLER = {
  name: 'Društvo za preskuse',
  address: 'Mestni trg 1, 1000 Ljubljana',
  email: 'info@test.example',
  phone: '+386 1 234 56 78',
  contact: { name: 'Varstvo podatkov', email: 'zasebnost@test.example' },
}

const record = (name: string, purpose: object, duration: string, more: object = {}) => ({ name, purpose, duration, ...more })

const COUNTER = {
  id: 'stevec',
  name: 'Števec',
  category: 'analytics',
  purpose: VISITS,
  provider: { name: 'Števec d.o.o.', country: 'SI', privacyUrl: 'https://stevec.tretji.example/zasebnost' },
  cookies: [record('_stevec', TELLS_APART, 'P13M'), record('_stevec_obisk', TELLS_APART, 'Trajanje seje')],
}
const METER = {
  id: 'merilec',
  name: 'Merilec',
  category: 'analytics',
  purpose: SPEED,
  provider: { name: 'Merilec AB', country: 'SE' },
  cookies: [record('_merilec', TELLS_APART, 'P1Y')],
}
const ADVERTS = {
  id: 'oglasi',
  name: 'Oglasi',
  category: 'marketing',
  purpose: ADS,
  provider: { name: 'Oglasi Inc.', country: 'US', transfer: 'DPF' },
  note: REMARK,
  cookies: [record('_oglasi', TELLS_APART, 'P90D', { party: 'third', domain: 'oglasi.tretji.example' })],
}
const FRAME = {
  id: 'video',
  name: 'Video',
  category: 'embeds',
  purpose: RECORDING,
  provider: { name: 'Video d.o.o.', country: 'US' },
  hosts: ['video.tretji.example'],
  cookies: [],
}

/** Three inventories: as the site began, as it is now (a service has come), and one that asks for nothing. */
const INVENTORIES = {
  before: { services: [COUNTER, METER, FRAME] },
  now: { services: [COUNTER, METER, ADVERTS, FRAME] },
  nothing: { services: [] },
}

export type Stage = keyof typeof INVENTORIES

const inventoryOf = (stage: Stage) => ({
  site: { name: 'Preskusna stran', url: SITE },
  controller: CONTROLLER,
  policy: { url: '/zasebnost', date: '2026-03-05' },
  languages: LANGUAGES,
  recipients: [{ name: 'Pošta Inc.', purpose: RECORDING, country: 'US' }],
  cookies: [record('seja', SESSION, 'Trajanje seje')],
  ...INVENTORIES[stage],
})

const STYLE = `
:root { color-scheme: light dark }
body { margin: 0; font: 1rem/1.5 sans-serif; overflow-wrap: break-word; color: #1a1a1a; background: #fff }
header, main, footer { padding: 1rem }
a { color: #1a4f8a }
iframe { box-sizing: border-box; width: 100%; height: 22rem; border: 0 }
input, form button { font: inherit; min-height: 2.75rem }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a { color: #9cc7f5 } }
@media (forced-colors: active) { a { color: LinkText } }`

const WAY_BACK = '<footer><a href="#privolim">Nastavitve piškotkov</a></footer>'

const BODIES: Readonly<Record<string, string>> = {
  '/': `<header><a href="/zasebnost">Zasebnost</a></header>
    <main>
      <h1>Preskusna stran</h1>
      <iframe title="Posnetek" data-privolim="video" data-src="${VIDEO}"></iframe>
      <form action="/"><label>Ime <input name="ime" autocomplete="off"></label> <button>Pošlji</button></form>
    </main>${WAY_BACK}
    <script type="text/plain" data-privolim="oglasi">window.ran = true</script>`,
  '/zasebnost': `<main><h1>Zasebnost</h1><h2>Piškotki</h2><div data-privolim-declaration></div></main>${WAY_BACK}`,
  '/brez-povezave': '<main><h1>Stran brez povezave</h1><p><a href="/">Na prvo stran</a></p></main>',
  '/brez-vprasanja': '<main><h1>Stran, ki ne sprašuje</h1><p><a href="/">Na prvo stran</a></p></main>',
}

export interface Asked {
  readonly path?: '/' | '/zasebnost' | '/brez-povezave' | '/brez-vprasanja'
  readonly language?: Language
  readonly theme?: Theme
  readonly stage?: Stage
}

/** An address of the site's: what a test wants of a page stands in the address, so that pages need no order. */
export const addressOf = ({ path = '/', language = 'sl', theme = 'default', stage = 'now' }: Asked = {}): string =>
  `${SITE.slice(0, -1)}${path}?${new URLSearchParams({ language, theme, stage }).toString()}`

/** A tidy site in whatever language and theme, so that what is found on its pages is the widget's. */
export const serveSite = (world: World): void => {
  world.serve(VIDEO, '<!doctype html><html lang="sl"><title>Posnetek</title><p><button>Predvajaj</button></p></html>')
  world.serve(SITE, ({ url }) => {
    const { pathname, searchParams } = new URL(url)
    const body = BODIES[pathname]
    if (body === undefined) return undefined
    const theme = searchParams.get('theme')
    const link = theme === 'default' ? '' : `<link rel="stylesheet" href="/privolim/privolim-${theme}.css">`
    return `<!doctype html>
<html lang="${searchParams.get('language') ?? 'sl'}">
  <head>
    <meta charset="utf-8">
    <script type="application/json" id="privolim-inventory">${JSON.stringify(
      inventoryOf((searchParams.get('stage') ?? 'now') as Stage),
    )}</script>
    <script src="/privolim/privolim.js"${pathname === '/brez-vprasanja' ? ' data-privolim-notice' : ''}></script>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Preskusna stran</title>
    <link rel="icon" href="data:,">
    ${link}
    <style>${STYLE}</style>
  </head>
  <body>
    ${body}
  </body>
</html>`
  })
}
