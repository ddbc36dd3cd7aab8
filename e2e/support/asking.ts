import type { Page } from '@playwright/test'
import type { World } from './world.js'

/** The page and the inventory of a site that asks for everything there is to ask for, in all languages there are. */

export const HOME = 'https://test.example/'

/** In the order in which they are offered. */
export const LANGUAGES = ['sl', 'it', 'hu', 'en', 'de', 'hr'] as const

const service = (id: string, category: string, name: string, provider: string, country: string) => ({
  id,
  name,
  category,
  purpose: 'preskus',
  provider: { name: provider, country },
  cookies: [{ name: `_${id}`, purpose: 'Preskus.', duration: '1 leto' }],
})

export const SERVICES = [
  service('klepet', 'functional', 'Klepet', 'Klepet GmbH', 'DE'),
  service('stevec', 'analytics', 'Števec', 'Števec d.o.o.', 'SI'),
  service('oglasi', 'marketing', 'Oglasi', 'Oglasi Inc.', 'US'),
  service('video', 'embeds', 'Video', 'Video Ltd', 'GB'),
] as const

export const INVENTORY = {
  site: { name: 'Preskusna stran', url: HOME },
  controller: { name: 'Društvo za preskuse', email: 'info@test.example' },
  policy: { url: '/zasebnost' },
  languages: LANGUAGES as readonly string[],
  cookies: [{ name: 'seja', purpose: 'Drži prijavo.', duration: 'Trajanje seje' }],
  services: SERVICES as readonly object[],
}

/** Serves an inventory to all pages, `INVENTORY` unless it says otherwise. */
export const serveInventory = (world: World, change: object = {}): void =>
  world.serve(`${HOME}piskotki.json`, {
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({ ...INVENTORY, ...change }),
  })

interface PageOf {
  /** Further attributes of the script tag. */
  readonly tag?: string
  /** `<html lang>`. */
  readonly lang?: string
  readonly head?: string
  readonly body?: string
}

/** Serves a page with the widget on it. */
export const servePage = (world: World, { tag = '', lang = 'sl', head = '', body = LINK }: PageOf = {}, path = '/'): void =>
  world.serve('test.example', ({ url }) =>
    new URL(url).pathname === path
      ? `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <script src="/privolim/privolim.js" data-inventory="/piskotki.json" ${tag}></script>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Preskusna stran</title>
    <link rel="icon" href="data:,">
    ${head}
  </head>
  <body>
    <h1>Preskusna stran</h1>
    ${body}
  </body>
</html>`
      : undefined,
  )

/** A page's own way to the preferences. */
export const LINK = '<p><a href="#privolim">Nastavitve piškotkov</a></p>'

/** Resolves when the browser has drawn twice: what follows from a size or from focus has followed. */
export const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  )
