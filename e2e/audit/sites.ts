import type { World } from '../support/world.js'

/** Sites made for audits: each has one fault, but for those that have none. All are served without TLS, and each has two pages. */

/** Whom the sites let in; each has a script that keeps a cookie, and a pixel. */
export const COUNTER = 'stevec.example'
export const ADVERTS = 'oglasi.example'

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const tracker = (host: string, cookie: string) => `
  document.cookie = '${cookie}=1.2.' + Math.random() + '; Path=/; Max-Age=31536000'
  localStorage.setItem('${cookie}_local', 'x')
  new Image().src = 'http://${host}/p.gif?u=' + encodeURIComponent(location.href)`

const TRACKERS: Readonly<Record<string, string>> = { [COUNTER]: '_stevec', [ADVERTS]: '_oglasi' }

const serveTrackers = (world: World) => {
  for (const [host, cookie] of Object.entries(TRACKERS)) {
    world.serve(host, ({ path }) =>
      path.startsWith('/p.gif')
        ? { type: 'image/gif', body: GIF, headers: { 'Set-Cookie': `${cookie}_tuj=abc; Path=/; Max-Age=86400` } }
        : { type: 'text/javascript', body: tracker(host, cookie) },
    )
  }
}

const tag = (host: string) => `<script src="http://${host}/s.js"></script>`
const gated = (category: string, host: string) => `<script type="text/plain" data-privolim="${category}" src="http://${host}/s.js"></script>`

const service = (id: string, category: string, host: string) => ({
  id,
  category,
  name: id,
  purpose: 'preskus',
  provider: { name: 'Preskus d.o.o.', country: 'SI' },
  hosts: [host],
  cookies: [
    { name: `_${id}`, purpose: 'Preskus.', duration: '1 leto' },
    { name: `_${id}_local`, purpose: 'Preskus.', duration: 'Neomejeno', storage: 'localStorage' },
    { name: 'p.gif', purpose: 'Šteje obiske.', duration: 'Trajanje seje', storage: 'pixel' },
  ],
})

/** Of the clean site. */
export const INVENTORY = {
  site: { name: 'Občina', url: 'http://cisto.test.example/' },
  controller: { name: 'Občina Preskus', address: 'Trg 1, 6000 Koper', email: 'info@test.example' },
  policy: { url: '/zasebnost' },
  cookies: [{ name: 'seja', purpose: 'Drži prijavo.', duration: 'Trajanje seje' }],
  services: [service('stevec', 'analytics', COUNTER), service('oglasi', 'marketing', ADVERTS)],
}

const UNASKED = { ...INVENTORY, services: [] }

interface Site {
  /** Nothing of Privolim, and this inventory with it. */
  readonly inventory?: object
  readonly head?: string
  readonly body?: string
  /** Of each answer. */
  readonly headers?: Readonly<Record<string, string | string[]>>
}

const serveSite = (world: World, host: string, { inventory, head = '', body = '', headers = {} }: Site) => {
  const privolim = inventory ? '<script src="/privolim/privolim.js" data-inventory="/piskotki.json"></script>' : ''
  const control = inventory ? '<p><a href="#privolim">Nastavitve piškotkov</a></p>' : ''
  world.serve(host, ({ path }) => {
    if (path === '/piskotki.json' && inventory) return { type: 'application/json', body: JSON.stringify(inventory) }
    if (path === '/robots.txt') return { type: 'text/plain', body: 'User-agent: *\nDisallow: /skrito\n' }
    if (path === '/sitemap.xml') return { type: 'application/xml', body: `<urlset><url><loc>http://${host}/zemljevid</loc></url></urlset>` }
    if (path.startsWith('/privolim/')) return undefined
    return {
      headers,
      body: `<!doctype html><html lang="sl"><head><meta charset="utf-8">${privolim}<meta name="viewport" content="width=device-width">
        <title>Občina ${path}</title><link rel="icon" href="data:,">${head}</head>
        <body><main><h1>Občina</h1><p><a href="/o-nas">O nas</a> <a href="/skrito/a">Skrito</a> <a href="/odjava">Odjava</a> <a href="/cenik.pdf">Cenik</a>
        <a href="http://drugje.example/">Drugje</a> <a href="mailto:info@test.example">Pošta</a></p><div style="height:3000px"></div>${control}</main>${body}</body></html>`,
    }
  })
}

interface Banner {
  /** What stands on the first layer, and what behind the settings. */
  readonly first: readonly string[]
  readonly second?: readonly string[]
  readonly ticked?: boolean
  /** What is let in after a refusal. */
  readonly afterRefusal?: boolean
  /** What was kept is deleted on a refusal. */
  readonly tidy?: boolean
}

/** A question that somebody made by hand, in the document itself. */
const banner = ({ first, second = [], ticked = false, afterRefusal = false, tidy = true }: Banner) => `
<div id="piskotki" style="position:fixed;bottom:0;left:0;right:0;background:#fff;padding:1em;border-top:1px solid" hidden>
  <p>Spletna stran uporablja piškotke. Ali se strinjate? <a href="/zasebnost">Politika zasebnosti</a></p>
  <div id="prvi">${first.map((label) => `<button>${label}</button>`).join(' ')}</div>
  <div id="drugi" hidden><label><input type="checkbox" ${ticked ? 'checked' : ''}> Oglaševanje</label> ${second.map((label) => `<button>${label}</button>`).join(' ')}</div>
</div>
<footer><a href="#" id="znova">Nastavitve piškotkov</a></footer>
<script>
  const box = document.querySelector('#piskotki')
  const answered = /soglasje=(\\w+)/.exec(document.cookie)?.[1]
  const load = () => { const one = document.createElement('script'); one.src = 'http://${ADVERTS}/s.js'; document.head.append(one) }
  if (!answered) box.hidden = false
  if (answered === 'da' || (answered && ${afterRefusal})) load()
  document.querySelector('#znova').onclick = (event) => { event.preventDefault(); box.hidden = false }
  const give = (answer) => {
    document.cookie = 'soglasje=' + answer + '; Path=/; Max-Age=15552000'
    if (answer === 'ne' && ${tidy}) { document.cookie = '_oglasi=; Path=/; Max-Age=0'; localStorage.removeItem('_oglasi_local') }
    box.hidden = true
    if (answer === 'da') load()
  }
  box.onclick = ({ target }) => {
    const label = target.textContent
    if (target.localName !== 'button') return
    if (/Nastavitve/.test(label)) { document.querySelector('#prvi').hidden = true; document.querySelector('#drugi').hidden = false; return }
    if (/Shrani/.test(label)) give(box.querySelector('input').checked ? 'da' : 'ne')
    else give(/Sprejmi|Strinjam/.test(label) ? 'da' : 'ne')
  }
</script>`

/** As a plugin of WordPress writes it, in a language whose words nobody here knows: only a rule can answer. */
const COMPLIANZ = `
<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner" style="position:fixed;bottom:0" hidden>
  <p>Hér eru vefkökur.</p><button class="cmplz-accept">Já</button> <button class="cmplz-deny">Nei</button>
</div></div>
<script>
  const box = document.querySelector('.cmplz-cookiebanner')
  const load = () => { const one = document.createElement('script'); one.src = 'http://${ADVERTS}/s.js'; document.head.append(one) }
  if (!document.cookie.includes('cmplz_banner-status')) box.hidden = false
  if (document.cookie.includes('cmplz_marketing=allow')) load()
  const give = (answer) => { document.cookie = 'cmplz_banner-status=dismissed; Path=/'; document.cookie = 'cmplz_marketing=' + answer + '; Path=/'; box.hidden = true }
  document.querySelector('.cmplz-accept').onclick = () => give('allow')
  document.querySelector('.cmplz-deny').onclick = () => give('deny')
</script>`

/** By the host at which each is served. */
export const SITES = {
  clean: 'cisto.test.example',
  leaking: 'pusca.test.example',
  deaf: 'gluho.test.example',
  mislabelled: 'nujno.test.example',
  buried: 'skrito.test.example',
  ticked: 'kljukica.test.example',
  leftover: 'ostanek.test.example',
  unasked: 'brez.test.example',
  other: 'drugo.test.example',
  complianz: 'vticnik.test.example',
} as const

export const serveSites = (world: World): void => {
  serveTrackers(world)
  const both = gated('analytics', COUNTER) + gated('marketing', ADVERTS)
  serveSite(world, SITES.clean, { inventory: INVENTORY, head: both })
  serveSite(world, SITES.leaking, { inventory: INVENTORY, head: tag(COUNTER) + gated('marketing', ADVERTS) })
  serveSite(world, SITES.deaf, { body: banner({ first: ['Zavrni vse', 'Sprejmi vse'], afterRefusal: true }) })
  serveSite(world, SITES.mislabelled, {
    inventory: { ...INVENTORY, services: [{ ...service('stevec', 'necessary', COUNTER) }, service('oglasi', 'marketing', ADVERTS)] },
    head: tag(COUNTER) + gated('marketing', ADVERTS),
  })
  serveSite(world, SITES.buried, { body: banner({ first: ['Sprejmi vse', 'Nastavitve'], second: ['Zavrni vse', 'Shrani izbiro'] }) })
  serveSite(world, SITES.ticked, { body: banner({ first: ['Sprejmi vse', 'Zavrni vse', 'Nastavitve'], second: ['Shrani izbiro'], ticked: true }) })
  serveSite(world, SITES.leftover, { body: banner({ first: ['Zavrni vse', 'Sprejmi vse'], tidy: false }) })
  serveSite(world, SITES.unasked, { inventory: UNASKED, headers: { 'Set-Cookie': 'seja=abc; Path=/; HttpOnly' } })
  serveSite(world, SITES.other, { body: banner({ first: ['Zavrni vse', 'Sprejmi vse', 'Nastavitve'], second: ['Shrani izbiro'] }) })
  serveSite(world, SITES.complianz, { body: COMPLIANZ })
}
