import { readInventory } from '../../tools/inventory/readInventory'
import type {
  ButtonSeen,
  CookieRecord,
  PageRecord,
  Probes,
  QuestionSeen,
  RequestRecord,
  SiteRecord,
  StateName,
  StateRecord,
  StoredRecord,
} from '../record'

const BEGUN = '2026-11-27T01:00:00.000Z'

export const HOME = 'https://www.drustvo.si/'

export const request = (url: string, part: Partial<RequestRecord> = {}): RequestRecord => {
  const { hostname } = new URL(url)
  return {
    url,
    host: hostname,
    method: 'GET',
    type: 'script',
    at: 120,
    status: 200,
    bytes: 5120,
    thirdParty: !hostname.endsWith('drustvo.si'),
    pixel: false,
    requestHeaders: [['accept', '*/*']],
    responseHeaders: [['content-type', 'text/javascript']],
    ...part,
  }
}

export const cookie = (name: string, part: Partial<CookieRecord> = {}): CookieRecord => ({
  name,
  domain: 'www.drustvo.si',
  path: '/',
  httpOnly: false,
  secure: true,
  sameSite: 'Lax',
  thirdParty: false,
  size: 24,
  hash: '0123456789ab',
  ...part,
})

export const kept = (name: string, part: Partial<StoredRecord> = {}): StoredRecord => ({
  storage: 'localStorage',
  origin: 'https://www.drustvo.si',
  name,
  size: 12,
  ...part,
})

const page = (part: Partial<PageRecord> = {}): PageRecord => ({
  url: HOME,
  finalUrl: HOME,
  title: 'Društvo',
  status: 200,
  begun: BEGUN,
  cookies: [],
  stored: [],
  frames: [],
  serviceWorkers: [],
  troubles: [],
  ...part,
  requests: [request(HOME, { type: 'document', at: 0 }), ...(part.requests ?? [])],
})

export const state = (name: StateName, part: Partial<PageRecord> = {}, way: StateRecord['way'] = 'pressed'): StateRecord => ({
  name,
  way: name === 'unanswered' ? 'none' : way,
  pages: [page(part), page({ ...part, url: `${HOME}novice`, finalUrl: `${HOME}novice`, title: 'Novice' })],
})

export const record = (states: readonly StateRecord[], part: Partial<SiteRecord> = {}): SiteRecord => ({
  format: 1,
  url: HOME,
  program: '0.1.0',
  browser: { name: 'Chromium', version: '156.0' },
  begun: BEGUN,
  ended: '2026-11-27T01:04:00.000Z',
  tool: { kind: 'other', name: 'Cookiebot' },
  pages: [HOME, `${HOME}novice`],
  leftOut: [],
  states,
  probes: {},
  ...part,
})

export const button = (label: string, part: Partial<ButtonSeen> = {}): ButtonSeen => ({
  label,
  tag: 'BUTTON',
  role: 'button',
  width: 160,
  height: 44,
  fontSize: 16,
  fontWeight: 600,
  color: 'rgb(255, 255, 255)',
  background: 'rgb(20, 60, 110)',
  border: '2px solid rgb(20, 60, 110)',
  contrast: 10.4,
  onFirstLayer: true,
  ...part,
})

export const question = (part: Partial<QuestionSeen> = {}): QuestionSeen => ({
  text: 'Piškotki na spletni strani Društvo. Upravljavec: Društvo.',
  language: 'sl',
  accept: button('Sprejmi vse'),
  refuse: button('Zavrni vse'),
  settings: button('Prilagodi izbiro'),
  pressesToAccept: 1,
  pressesToRefuse: 1,
  bothInViewOnPhone: true,
  checkboxes: [],
  policyLink: '/zasebnost',
  blocks: [],
  picture: 'vprasanje.png',
  pictureOnPhone: 'vprasanje-telefon.png',
  ...part,
})

const NOTHING = { hosts: [], stored: [] }

/** Every probe, and nothing found by any. */
export const probes = (part: Partial<Probes> = {}): Probes => ({
  question: question(),
  settings: {
    text: 'Nastavitve piškotkov',
    checkboxes: [
      { label: 'Nujno potrebni', checked: true, disabled: true, category: 'necessary' },
      { label: 'Analitični', checked: false, disabled: false, category: 'analytics' },
    ],
    legitimateInterest: [],
    picture: 'nastavitve.png',
  },
  inaction: NOTHING,
  savedEmpty: { hosts: [], stored: ['privolim'] },
  alone: [{ category: 'analytics', hosts: ['stats.example'], stored: ['obisk', 'privolim'] }],
  afterRefusal: { askedAgain: false, registered: true, lifetimeDays: 181 },
  withdrawal: { presses: 2, pages: [{ url: HOME, control: true }], stayed: [] },
  removed: { ...NOTHING, usable: true },
  withoutScript: { ...NOTHING, readable: true, noscript: true },
  withoutWidget: [{ ...NOTHING, how: 'missing' }],
  damaged: { tried: 12, taken: [] },
  preset: { same: true, difference: [] },
  privacyControl: { ...NOTHING, marketingGranted: false },
  violations: { policy: true, found: [] },
  liveTemplates: [],
  paint: { shift: 0, largest: false },
  ...part,
})

const provider = { name: 'Merilec d.o.o.', country: 'SI' }

export const WRITTEN = {
  site: { name: 'Društvo', url: HOME },
  controller: { name: 'Društvo' },
  policy: { url: '/zasebnost' },
  services: [
    {
      id: 'merjenje',
      name: 'Merjenje',
      category: 'analytics',
      purpose: 'merjenje obiska',
      provider,
      hosts: ['stats.example'],
      cookies: [{ name: 'obisk', purpose: 'Loči obiskovalce.', duration: '6 mesecev' }],
    },
    {
      id: 'oglasi',
      name: 'Oglasi',
      category: 'marketing',
      purpose: 'oglaševanje',
      provider,
      hosts: ['ads.example'],
      cookies: [{ name: 'oglas', purpose: 'Izbira oglase.', duration: '30 dni' }],
    },
    {
      id: 'pisave',
      name: 'Pisave',
      category: 'necessary',
      purpose: 'prikaz strani',
      provider,
      hosts: ['fonts.example'],
      cookies: [],
    },
  ],
  cookies: [{ name: 'prijava', purpose: 'Ohranja prijavo.', duration: 'Trajanje seje' }],
}

export const INVENTORY = readInventory(WRITTEN)

const SIX_MONTHS = 181 * 86_400
const CHOICE = cookie('privolim', { lifetime: SIX_MONTHS })
const SIGN_IN = cookie('prijava')
const FONT = request('https://fonts.example/a.woff2', { type: 'font' })

const QUIET = { requests: [FONT], cookies: [SIGN_IN] }

/** The four states of a site on which all is in order. */
export const cleanStates = (): StateRecord[] => [
  state('unanswered', QUIET),
  state('refused', { ...QUIET, cookies: [SIGN_IN, CHOICE] }),
  state('accepted', {
    requests: [FONT, request('https://stats.example/s.js'), request('https://ads.example/a.js')],
    cookies: [SIGN_IN, CHOICE, cookie('obisk', { lifetime: SIX_MONTHS }), cookie('oglas', { lifetime: 30 * 86_400 })],
  }),
  state('withdrawn', { ...QUIET, cookies: [SIGN_IN, CHOICE] }),
]

/** With Privolim, its inventory on the page, written out, and nothing to complain of. */
export const clean = (part: Partial<SiteRecord> = {}): SiteRecord =>
  record(cleanStates(), { tool: { kind: 'privolim', inventory: INVENTORY }, probes: probes(), ...part })

/** The clean site, with one state in which more was seen on the start page. */
export const cleanBut = (name: StateName, more: Partial<PageRecord>): SiteRecord =>
  clean({
    states: cleanStates().map((one) => (one.name === name ? { ...one, pages: one.pages.map((old) => withMore(old, more)) } : one)),
  })

const withMore = (old: PageRecord, more: Partial<PageRecord>): PageRecord => ({
  ...old,
  ...more,
  requests: [...old.requests, ...(more.requests ?? [])],
  cookies: [...old.cookies, ...(more.cookies ?? [])],
  stored: [...old.stored, ...(more.stored ?? [])],
})
