import type { CategoryId, OptionalCategory } from '../../src/core/inventory/types.js'

/**
 * A small site with something of every kind that is held. All that it fetches says in its address which view of a page
 * has asked for it.
 */
export const OPTIONAL = ['functional', 'analytics', 'marketing', 'embeds'] as const satisfies readonly OptionalCategory[]

export const CATEGORY_OF = {
  klepet: 'functional',
  stevec: 'analytics',
  toplota: 'analytics',
  oglasi: 'marketing',
  video: 'embeds',
} as const satisfies Readonly<Record<string, CategoryId>>

export type ServiceId = keyof typeof CATEGORY_OF

interface Declared {
  /** By service, the country of its provider. */
  readonly services: Partial<Record<ServiceId, string>>
  readonly purpose: string
}

const AT_FIRST = { klepet: 'SI', stevec: 'SI', oglasi: 'SI', video: 'SI' } as const
const { oglasi: _, ...WITHOUT_OGLASI } = AT_FIRST

/** What the site declares, one after the other as it changes. */
export const INVENTORIES: readonly Declared[] = [
  { services: AT_FIRST, purpose: 'preskus' },
  // Another service, in a category that there was.
  { services: { ...AT_FIRST, toplota: 'SI' }, purpose: 'preskus' },
  // Other words, which ask nobody again.
  { services: AT_FIRST, purpose: 'preskus hoje' },
  // A service that is gone, and its category with it.
  { services: WITHOUT_OGLASI, purpose: 'preskus' },
  // Another country, which is material.
  { services: { ...AT_FIRST, video: 'US' }, purpose: 'preskus' },
]

/** What may become of the cookie: a pattern, and what is written in its place. All of it reads as no choice. */
export const DAMAGE = {
  cut: ['(?<=^.{14}).*', ''],
  'not a flag': ['f[01]', 'f2'],
  'from the future': ['\\.t\\w+', '.tzzzzzz'],
  'said twice': ['$', '.video~1.video~1'],
  foreign: ['.*', 'all'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

export interface Thing {
  readonly name: string
  /** All must be granted. */
  readonly marks: readonly (ServiceId | OptionalCategory)[]
  readonly kind: 'inline' | 'script' | 'image' | 'frame'
}

const THINGS: readonly Thing[] = [
  { name: 'stevec', marks: ['stevec'], kind: 'script' },
  { name: 'vrstica', marks: ['stevec'], kind: 'inline' },
  { name: 'toplota', marks: ['toplota'], kind: 'script' },
  { name: 'oboje', marks: ['klepet', 'oglasi'], kind: 'inline' },
  { name: 'slika', marks: ['marketing'], kind: 'image' },
  { name: 'okvir', marks: ['video'], kind: 'frame' },
]

/** What stands on a page: on the second no frame, and nothing of services that the site does not have. */
export const thingsOn = (page: number, inventory: number): readonly Thing[] => {
  const { services } = INVENTORIES[inventory]!
  const isHere = ({ marks, kind }: Thing) =>
    (page === 0 || kind !== 'frame') && marks.every((mark) => !Object.hasOwn(CATEGORY_OF, mark) || Object.hasOwn(services, mark))
  return THINGS.filter(isHere)
}

export const inventoryJson = (inventory: number) => {
  const { services, purpose } = INVENTORIES[inventory]!
  return JSON.stringify({
    controller: { name: 'Društvo za preskuse' },
    services: Object.entries(services).map(([id, country]) => ({
      id,
      name: id,
      category: CATEGORY_OF[id as ServiceId],
      purpose,
      provider: { name: `${id} d.o.o.`, country },
      cookies: id === 'stevec' ? [{ name: '_stevec', purpose, duration: '1 dan' }] : [],
    })),
  })
}

const markup = (view: number) => ({ name, marks, kind }: Thing) => {
  const mark = `data-privolim="${marks.join(' ')}"`
  const address = `https://tretji.example/${name}?ogled=${view}`
  const record = marks.includes('stevec') ? "document.cookie = '_stevec=1; Path=/; Secure';" : ''
  return {
    inline: `<script type="text/plain" ${mark}>${record}ran.push('${name}')</script>`,
    script: `<script type="text/plain" ${mark} src="${address}"></script>`,
    image: `<img alt="" width="10" height="10" ${mark} data-src="${address}">`,
    frame: `<iframe title="Posnetek" width="560" height="315" ${mark} data-src="${address}"></iframe>`,
  }[kind]
}

/** @param view its number, of all views that were served */
export const pageHtml = (page: number, inventory: number, view: number): string =>
  `<!doctype html><html lang="sl"><head><meta charset="utf-8"><title>Stran ${page}</title><link rel="icon" href="data:,">
<script>
  window.view = ${view}
  window.ran = []
  window.addEventListener('error', ({ message }) => opener.complaints.push(message))
  // The walk has a clock of its own.
  const now = Date.now
  Date.now = () => now() + opener.drift
</script>
<script type="application/json" id="privolim-inventory">${inventoryJson(inventory)}</script>
<script src="/privolim/privolim.js"></script></head>
<body><h1>Stran ${page}</h1><p><a href="#privolim">Nastavitve</a></p>
${thingsOn(page, inventory).map(markup(view)).join('\n')}</body></html>`
