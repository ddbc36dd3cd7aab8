/** Cookies, and what a server is to make of them. */

const provider = { name: 'Nekdo' }
const service = (id: string, category: string, ...hosts: string[]) => ({ id, category, provider, hosts, cookies: [] })

export const inventory = {
  controller: { name: 'Društvo Klub Primer' },
  services: [
    service('forum', 'necessary', 'forum.tretji.example'),
    service('klepet', 'functional', 'klepet.tretji.example'),
    service('stevec', 'analytics', 'stevec.tretji.example', '*.stevec.example'),
    service('merilnik', 'analytics', 'merilnik.tretji.example'),
    service('oglasi', 'marketing', 'oglasi.tretji.example'),
    service('youtube', 'embeds', 'video.tretji.example'),
    service('xyoutube', 'embeds', 'drug-video.tretji.example'),
    service('you-tube', 'embeds', 'tretji-video.tretji.example'),
  ],
}

export interface Vector {
  readonly name: string
  /** The header; none where it is not given. */
  readonly cookie?: string
  /** Services that are granted. */
  readonly granted: readonly string[]
  /** The same where the server counts time, as PHP does. */
  readonly counted?: readonly string[]
}

const ANALYTICS = ['stevec', 'merilnik']
const EMBEDS = ['youtube', 'xyoutube', 'you-tube']
const ALL: readonly string[] = ['klepet', ...ANALYTICS, 'oglasi', ...EMBEDS]
const without = (...ids: string[]) => ALL.filter((id) => !ids.includes(id))

const DAY = 86_400
const stamp = (days: number) => Math.floor(Date.now() / 1000 + days * DAY).toString(36)

interface Value {
  /** functional, analytics, marketing, embeds */
  readonly flags?: string
  readonly days?: number
  readonly more?: string
}

/** The choice's cookie, as the widget writes it. */
export const choice = ({ flags = '0000', days = -1, more = '' }: Value = {}): string => {
  const [f, a, m, e] = flags
  return `privolim=1.n1.f${f}.a${a}.m${m}.e${e}.t${stamp(days)}.rhf0fof${more}`
}

const all = (more = '') => choice({ flags: '1111', more })
const MORE = '.wsave_sl.v72oobu.klq8rtzi9rtuzd9m'

/** What is damaged, tampered with, or somebody else's: none of it grants anything. */
const REFUSED: readonly (readonly [name: string, cookie: string])[] = [
  ['nothing in it', 'privolim='],
  ['a look-alike in front', `x${all()}`],
  ['a look-alike behind', all().replace('privolim=', 'privolim2=')],
  ['another name in capitals', all().replace('privolim=', 'Privolim=')],
  ['the choice inside of another cookie', `z=${all()}`],
  ['inside of another cookie, behind a blank', `z=a ${all()}`],
  ['inside of another cookie, encoded', `z=%3B%20${all()}`],
  ['in quotes', all().replace('privolim=1', 'privolim="1').concat('"')],
  ['a version to come', all().replace('=1.', '=2.')],
  ['a version of two digits', all().replace('=1.', '=11.')],
  ['no more than the flags', 'privolim=1.n1.f1.a1.m1.e1'],
  ['flags and a dot', 'privolim=1.n1.f1.a1.m1.e1.'],
  ['no time', 'privolim=1.n1.f1.a1.m1.e1.rhf0fof'],
  ['no revision', `privolim=1.n1.f1.a1.m1.e1.t${stamp(-1)}`],
  ['a time too long', `privolim=1.n1.f1.a1.m1.e1.t1${'0'.repeat(8)}.rhf0fof`],
  ['a time that begins with 0', 'privolim=1.n1.f1.a1.m1.e1.t0tp1f5p.rhf0fof'],
  ['another order', all().replace('f1.a1', 'a1.f1')],
  ['a flag too many', all().replace('.e1.', '.e1.x1.')],
  ['a flag that is none', all().replace('.a1.', '.a2.')],
  ['the necessary refused', all().replace('n1', 'n0')],
  ['capitals', all().replace('.a1.', '.A1.')],
  ['JSON, encoded', 'privolim=%7B%22a%22%3A1%7D'],
  ['percent signs', all().replace('.a1.', '%2Ea1.')],
  ['something at the end', `${all()}x!`],
  ['a dot at the end', `${all()}.`],
  ['a blank within', all().replace('.a1', ' .a1')],
  ['words at the end', all('.se-nekaj')],
  ['an answer that is none', all('.youtube~2')],
  ['an answer of two digits', all('.youtube~12')],
  ['an answer before the rest', `${all('.youtube~1')}.o`],
  ['a service that begins with a digit', all('.1youtube~1')],
  ['a service that is named twice', all('.youtube~0.youtube~1')],
  ['a service that is named twice, apart', all('.youtube~1.stevec~1.youtube~1')],
  ['signs of regular expressions', 'privolim=.*'],
  ['signs of configurations', 'privolim=${1}%{HTTP_HOST}e$http_host{env.HOME}'],
  ['a host instead', 'privolim=neznan.tretji.example'],
  ['a very long value', `${all()}${'.a~1'.repeat(500)}!`],
]

export const VECTORS: readonly Vector[] = [
  { name: 'no cookie', granted: [] },
  { name: 'other cookies alone', cookie: 'a=1; b=2; c', granted: [] },
  { name: 'refused', cookie: choice(), granted: [] },
  { name: 'analytics only', cookie: choice({ flags: '0100' }), granted: ANALYTICS },
  { name: 'functional only', cookie: choice({ flags: '1000' }), granted: ['klepet'] },
  { name: 'marketing only', cookie: choice({ flags: '0010' }), granted: ['oglasi'] },
  { name: 'embeds only', cookie: choice({ flags: '0001' }), granted: EMBEDS },
  { name: 'all', cookie: all(), granted: ALL },
  { name: 'all, with all that the widget keeps', cookie: all(MORE), granted: ALL },
  { name: 'all, with the question still open', cookie: all(`.o${MORE}`), granted: ALL },
  { name: 'all, with folded codes', cookie: all('.wsave_sl.s72oobu'), granted: ALL },
  { name: 'all, first of several', cookie: `${all(MORE)}; a=1; b`, granted: ALL },
  { name: 'all, last of several', cookie: `a=1; b=x=y; ${all(MORE)}`, granted: ALL },
  { name: 'all, amid others', cookie: `a="1; x"; ${all()}; b=2`, granted: ALL },
  { name: 'all, amid look-alikes that refuse', cookie: `x${choice()}; ${all()}; z=${choice()}`, granted: ALL },
  { name: 'refused, amid look-alikes that grant', cookie: `x${all()}; ${choice()}; z=${all()}`, granted: [] },
  { name: 'one embed on', cookie: choice({ more: '.o.youtube~1' }), granted: ['youtube'] },
  {
    name: 'one embed on, among others',
    cookie: choice({ more: `${MORE}.stevec~1.youtube~1` }),
    granted: ['stevec', 'youtube'],
  },
  { name: 'one embed on, before another cookie', cookie: `${choice({ more: '.youtube~1' })}; a=1`, granted: ['youtube'] },
  { name: 'one embed off', cookie: all('.youtube~0'), granted: without('youtube') },
  { name: 'one embed off, before another', cookie: all('.youtube~0.oglasi~0'), granted: without('youtube', 'oglasi') },
  { name: 'an answer in another cookie', cookie: `a=.youtube~1.; ${choice()}; b=1.youtube~1`, granted: [] },
  { name: 'an id that ends alike', cookie: choice({ more: '.xyoutube~1' }), granted: ['xyoutube'] },
  { name: 'an id with a hyphen', cookie: choice({ more: '.you-tube~1' }), granted: ['you-tube'] },
  { name: 'an id in capitals', cookie: choice({ more: '.YouTube~1' }), granted: [] },
  { name: 'a service that is gone', cookie: choice({ flags: '0100', more: '.izginil~1' }), granted: ANALYTICS },
  { name: 'two, the newer refuses', cookie: `${choice({ flags: '1111', days: -2 })}; ${choice()}`, granted: [] },
  {
    name: 'two, the older refuses',
    cookie: `${choice({ days: -2 })}; a=1; ${choice({ flags: '0100' })}`,
    granted: [],
    counted: ANALYTICS,
  },
  { name: 'two, both grant', cookie: `${all()}; ${all()}`, granted: [], counted: ALL },
  { name: 'two, one damaged', cookie: `privolim=; ${all()}`, granted: [], counted: ALL },
  // The browser deletes such a cookie, so a server need not count.
  { name: 'expired', cookie: choice({ flags: '1111', days: -200 }), granted: ALL, counted: [] },
  { name: 'not yet expired', cookie: choice({ flags: '1111', days: -170 }), granted: ALL },
  { name: 'from the future', cookie: choice({ flags: '1111', days: 2 }), granted: ALL, counted: [] },
  { name: 'from a clock that is fast', cookie: choice({ flags: '1111', days: 0.5 }), granted: ALL },
  ...REFUSED.map(([name, cookie]) => ({ name, cookie, granted: [] })),
]
