import { SESSION } from '../site.mjs'
import { versionOf } from './versionOf.mjs'

/** Privolim as its README says: one tag, and the inventory in a file of its own. */
const privolimIn = (lang) => ({
  name: 'Privolim',
  version: versionOf('.'),
  folder: 'dist',
  setUp: ({ services, packages }) => ({
    lang,
    head: `<script src="${packages}/privolim.js" data-inventory="piskotki.json"></script>`,
    files: { 'piskotki.json': JSON.stringify(inventoryOf(lang, services)) },
  }),
  mark: ({ service, src }) => `<script type="text/plain" data-privolim="${service}" src="${src}"></script>`,
  link: '<a href="#privolim">Nastavitve piškotkov</a>',
  within: '#privolim',
  accept: '[data-privolim-action="accept-all"]',
  reject: '[data-privolim-action="reject-all"]',
  preferences: '[data-privolim-action="preferences"]',
  opened: 'dialog',
  list: 'section:has(input[data-privolim-category="analytics"]) summary',
})

const inventoryOf = (lang, services) => ({
  site: { name: 'Bench' },
  controller: { name: 'Društvo Bench' },
  policy: { url: '/zasebnost' },
  languages: [lang],
  services: services.map(({ id, name, category, purpose, cookies }) => ({
    id,
    name,
    category,
    purpose,
    provider: { name: 'Ponudnik d.o.o.', country: 'SI' },
    cookies: cookies.map((cookie) => ({ name: cookie, purpose, duration: '13 mesecev' })),
  })),
  cookies: SESSION.cookies.map((name) => ({ name, purpose: { sl: 'prijava', en: 'login' }, duration: 'Trajanje seje' })),
})

export const privolim = privolimIn('sl')

/** The same in a language that is a file of its own: what that costs is told beside the table. */
export const privolimInEnglish = { ...privolimIn('en'), name: 'Privolim in English' }
