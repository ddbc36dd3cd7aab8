import { choice, inventory as SITE, VECTORS, type Vector } from './server-rules/vectors.js'
import {
  programOf,
  startWebServer,
  type Kind,
  type Rules,
  type Served,
  type WebServer,
} from './server-rules/startWebServer.js'
import type { Handler } from './support/world.js'
import { expect, settle, test } from './support/widget.js'

interface Tools {
  contentSecurityPolicy(inventory: unknown, granted: readonly string[], options?: object): string
  serverRules(inventory: unknown, kind: string, options?: object): Rules
}

const { contentSecurityPolicy, serverRules } = (await import(new URL('../dist/tools.js', import.meta.url).href)) as Tools

const KINDS: Kind[] = ['apache', 'nginx', 'caddy', 'php']

const page = `<!doctype html>
<html lang="sl">
<head>
<meta charset="utf-8">
<title>Klub Primer</title>
<script src="/privolim/privolim.js" data-inventory="/piskotki.json"></script>
<script src="https://neznan.tretji.example/nikoli.js"></script>
<script type="text/plain" data-privolim="stevec" src="https://stevec.tretji.example/stevec.js"></script>
<script src="https://forum.tretji.example/forum.js"></script>
</head>
<body>
<h1>Klub Primer</h1>
<img src="https://neznan.tretji.example/slika.png" alt="">
<p><iframe src="https://neznan.tretji.example/okvir.html" title="neznan"></iframe></p>
<p><iframe data-privolim="youtube" data-src="https://video.tretji.example/posnetek" title="posnetek"></iframe></p>
<p><a href="#privolim">Nastavitve piškotkov</a></p>
</body>
</html>
`

const PAGES = { 'index.html': page, 'ni.html': 'Te strani ni.', 'slog.css': '', 'piskotki.json': JSON.stringify(SITE) }

const HEADER = 'content-security-policy'

/** What the policy is to be, made by the function for one state alone. */
const expected = ({ granted, counted = granted }: Vector, kind: Kind, options: object = {}) =>
  contentSecurityPolicy(SITE, kind === 'php' ? counted : granted, options)

/** Policies as the standard reads them: blanks, and what is said twice, mean nothing. */
const read = ({ headers }: Served, name = HEADER) =>
  headers[name]?.map((text) => {
    const directives = text.split(';').map((directive) => [...new Set(directive.trim().split(/ +/))])
    return directives.map((words) => words.join(' ')).join('; ')
  })

for (const kind of KINDS) {
  test.describe(`${kind} with the rules that are made for it`, () => {
    test.skip(!programOf(kind), `${kind} is not installed.`)
    // One server for all of them; workers would start one each.
    test.describe.configure({ mode: 'default' })
    let server: WebServer
    test.beforeAll(async () => {
      server = await startWebServer(kind, serverRules(SITE, kind), PAGES)
    })
    test.afterAll(() => server.stop())

    test('chooses the policy from the cookie', async () => {
      for (const vector of VECTORS) {
        const answer = await server.ask('/', vector.cookie === undefined ? {} : { Cookie: vector.cookie })
        expect.soft(answer.status, vector.name).toBe(200)
        expect.soft(read(answer), vector.name).toEqual([expected(vector, kind)])
      }
    })

    test('sends it with what is not found, too', async () => {
      for (const vector of VECTORS.slice(0, 8)) {
        const answer = await server.ask('/te/strani/ni', vector.cookie === undefined ? {} : { Cookie: vector.cookie })
        expect.soft(answer.status, vector.name).toBe(404)
        expect.soft(read(answer), vector.name).toEqual([expected(vector, kind)])
      }
    })

    // PHP takes the newer one, from whichever header.
    if (kind !== 'php') {
      test('grants nothing by two cookies that come in two headers', async () => {
        const named = (name: string) => VECTORS.find((vector) => vector.name === name)!.cookie!
        for (const both of [[named('all'), named('refused')], [named('refused'), named('all')]]) {
          expect.soft(read(await server.ask('/', { Cookie: both }))).toEqual([contentSecurityPolicy(SITE, [])])
        }
      })
    }

    test('keeps pages apart in caches', async () => {
      expect((await server.ask('/')).headers['vary']?.join()).toMatch(/\bCookie\b/i)
      if (kind === 'apache' || kind === 'nginx') expect((await server.ask('/slog.css')).headers['vary']).toBeUndefined()
    })

    test('has room for forty services', async () => {
      const services = Array.from({ length: 40 }, (_, number) => ({
        id: `storitev-s-precej-dolgim-imenom-${number}`,
        category: 'analytics',
        provider: { name: 'Nekdo' },
        hosts: [`storitev-${number}.tretji.example`, `*.storitev-${number}.tretji.example`],
      }))
      const large = { ...SITE, services }
      const base = { 'script-src': ["'unsafe-inline'"], 'style-src': ["'unsafe-inline'"], 'font-src': ['data:'] }
      const other = await startWebServer(kind, serverRules(large, kind, { base }), PAGES)
      try {
        const answer = await other.ask('/', { Cookie: choice({ flags: '0100', more: `.${services[7]!.id}~0` }) })
        const granted = services.map(({ id }) => id).filter((_, index) => index !== 7)
        expect(read(answer)).toEqual([contentSecurityPolicy(large, granted, { base })])
      } finally {
        await other.stop()
      }
    })

    test('only tells, where that is asked for', async () => {
      const base = { 'style-src': ["'unsafe-inline'"], 'object-src': ["'none'"] }
      const options = { reportOnly: true, base, nonce: true }
      const trial = await startWebServer(kind, serverRules(SITE, kind, options), PAGES)
      try {
        const vector = VECTORS.find(({ name }) => name === 'analytics only')!
        const answer = await trial.ask('/', { Cookie: vector.cookie! })
        expect(answer.headers[HEADER]).toBeUndefined()
        const [policy] = read(answer, `${HEADER}-report-only`)!
        const nonce = /'nonce-([^']+)'/.exec(policy!)?.[1]
        if (kind === 'apache') expect(nonce).toBeUndefined()
        else expect(nonce).toMatch(/^[A-Za-z0-9+/=-]{20,}$/)
        const own = { ...options, nonce: nonce !== undefined }
        expect(policy).toBe(expected(vector, kind, own).replace('{nonce}', nonce ?? ''))
        const [other] = read(await trial.ask('/'), `${HEADER}-report-only`)!
        if (nonce) expect(other).not.toContain(nonce)
      } finally {
        await trial.stop()
      }
    })
  })
}

test('nginx keeps the policy where a location has headers of its own and repeats the lines', async () => {
  test.skip(!programOf('nginx'), 'nginx is not installed.')
  const server = await startWebServer('nginx', serverRules(SITE, 'nginx'), PAGES)
  try {
    const answer = await server.ask('/sprejem/index.html')
    expect(answer.headers['x-own']).toEqual(['yes'])
    expect(read(answer)).toEqual([contentSecurityPolicy(SITE, [])])
  } finally {
    await server.stop()
  }
})

/** Whoever asks the site asks the real server. */
const behind = (server: WebServer): Handler => async ({ path, headers }) => {
  const { cookie } = headers
  const { status, headers: sent, body } = await server.ask(path, cookie === undefined ? {} : { Cookie: cookie })
  const kept = Object.entries(sent).filter(([name]) => [HEADER, 'vary'].includes(name))
  return { status, body, type: sent['content-type']?.[0] ?? 'text/plain', headers: Object.fromEntries(kept) }
}

for (const kind of KINDS) {
  const title = `behind ${kind} a browser asks nobody who is not declared, and the counter after consent alone`
  test(title, async ({ page: tab, widget, world }) => {
    test.skip(!programOf(kind), `${kind} is not installed.`)
    const server = await startWebServer(kind, serverRules(SITE, kind), PAGES)
    try {
      world.serve('www.klub.example', behind(server))
      world.serve('video.tretji.example', '<p>posnetek</p>')
      const asked = (host: string) => world.requests(host).length

      await tab.goto('https://www.klub.example/')
      await settle(tab)
      expect(await widget.ran()).toEqual(['forum'])
      expect(world.hosts()).toEqual(['www.klub.example', 'forum.tretji.example'])

      // Whatever the page itself tries, too.
      await tab.evaluate(async () => {
        new Image().src = 'https://neznan.tretji.example/pika.gif'
        const script = document.createElement('script')
        script.src = 'https://stevec.tretji.example/mimo.js'
        document.head.append(script)
        await fetch('https://neznan.tretji.example/podatki').catch(() => undefined)
      })
      await settle(tab)
      expect(world.hosts()).toEqual(['www.klub.example', 'forum.tretji.example'])

      await widget.customize()
      await widget.category('analytics').check()
      await widget.save()
      await tab.reload()
      await expect.poll(() => widget.ran()).toEqual(expect.arrayContaining(['forum', 'stevec']))
      await settle(tab)
      expect(asked('stevec.tretji.example')).toBe(1)
      expect(asked('video.tretji.example')).toBe(0)

      await widget.openByLink()
      await widget.category('embeds').check()
      await widget.save()
      await tab.reload()
      await expect(tab.frameLocator('iframe[title="posnetek"]').getByText('posnetek')).toBeVisible()

      await widget.openByLink()
      await widget.withdraw()
      await tab.waitForLoadState()
      await settle(tab)
      const before = asked('stevec.tretji.example')
      await tab.reload()
      await settle(tab)
      expect(asked('stevec.tretji.example')).toBe(before)
      expect(asked('neznan.tretji.example')).toBe(0)
    } finally {
      await server.stop()
    }
  })
}

test('what is shown once appears where embeds are left to Privolim, and only there', async ({ page: tab, world }) => {
  const kind = KINDS.find(programOf)
  test.skip(!kind, 'No server is installed.')
  world.serve('video.tretji.example', '<p>posnetek</p>')
  for (const [host, always] of [['www.klub.example', []], ['drugi.klub.example', ['embeds']]] as const) {
    const server = await startWebServer(kind!, serverRules(SITE, kind!, { always }), PAGES)
    try {
      world.serve(host, behind(server))
      await tab.goto(`https://${host}/`)
      await settle(tab)
      expect(world.requests('video.tretji.example')).toHaveLength(0)
      await tab.locator('[data-privolim-placeholder="youtube"]').locator('[data-privolim-action="load-once"]').click()
      const shown = tab.frameLocator('iframe[title="posnetek"]').getByText('posnetek')
      if (always.length) await expect(shown).toBeVisible()
      await settle(tab)
      expect(world.requests('video.tretji.example')).toHaveLength(always.length)
    } finally {
      await server.stop()
    }
  }
})
