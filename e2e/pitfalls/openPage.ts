import type { Page } from '@playwright/test'
import type { World } from '../support/world.js'

interface PageOptions {
  /** What stands before Privolim's own tag. */
  readonly before?: string
  /** What stands behind it, still in the head. */
  readonly head?: string
  /** The page's inventory; `INVENTORY` unless said. */
  readonly inventory?: object
  /** Attributes of Privolim's own tag. */
  readonly tag?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly origin?: string
}

const service = (id: string, category: string, ...hosts: string[]) => ({
  id,
  name: id,
  category,
  purpose: 'preskus',
  provider: { name: `${id} d.o.o.`, country: 'SI' },
  hosts,
  cookies: [],
})

/** One service of each category. */
export const INVENTORY = {
  controller: { name: 'Društvo za preskuse' },
  services: [
    service('klepet', 'functional', 'klepet.tretji.example'),
    service('stevec', 'analytics', 'stevec.tretji.example'),
    service('oglasi', 'marketing', 'oglasi.tretji.example'),
    service('video', 'embeds', 'video.example', '*.video.example'),
  ],
}

/** The same with other services: `{ id: category }`. */
export const inventoryOf = (categories: Readonly<Record<string, string>>) => ({
  ...INVENTORY,
  services: Object.entries(categories).map(([id, category]) => service(id, category)),
})

/** Serves a page that has this body and its inventory in itself, and goes there. */
export const openPage = async (
  page: Page,
  world: World,
  body: string,
  {
    before = '',
    head = '',
    inventory = INVENTORY,
    tag = '',
    headers = {},
    origin = 'https://test.example',
  }: PageOptions = {},
): Promise<void> => {
  const address = `${origin}/p/`
  world.serve(address, {
    headers,
    body: `<!doctype html><html lang="sl"><head><meta charset="utf-8">${before}
<script type="application/json" id="privolim-inventory">${JSON.stringify(inventory)}</script>
<script src="/privolim/privolim.js" ${tag}></script>
<title>Preskus</title><link rel="icon" href="data:,">${head}</head>
<body><main><h1>Preskus</h1><p><a href="#privolim">Nastavitve</a></p>${body}</main></body></html>`,
  })
  await page.goto(address)
}

/** A marked script, inline. */
export const inline = (name: string, mark = 'stevec', attributes = ''): string =>
  `<script type="text/plain" data-privolim="${mark}" ${attributes}>(window.ran ||= []).push('${name}')</script>`

/** A marked script from a third party, which writes down the name of its file. */
export const external = (file: string, mark = 'stevec', attributes = ''): string => {
  const address = `https://stevec.tretji.example/${file}`
  return `<script type="text/plain" data-privolim="${mark}" src="${address}" ${attributes}></script>`
}
