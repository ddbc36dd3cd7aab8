import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import kobein from '../../../seeds/kobein.json'
import kostra from '../../../seeds/kostra.json'
import ksok from '../../../seeds/ksok.json'
import pojalabanda from '../../../seeds/pojalabanda.json'
import zmos from '../../../seeds/zmos.json'
import { validateInventory } from '../validate/validateInventory'
import type { Finding } from './finding'
import { INVENTORY_RULES } from './inventory/rules'
import { lintInventory } from './lintInventory'

const today = new Date('2026-11-01T00:00:00Z')

const session = { name: 'prijava', purpose: 'Ohranja prijavo uporabnika.', duration: 'Trajanje seje' }
const visits = { name: 'obisk', purpose: 'Loči obiskovalce med seboj.', duration: 'P6M', party: 'first' }
const provider = { name: 'Merilec d.o.o.', country: 'SI' }
const stats = { id: 'obisk', name: 'Merjenje', category: 'analytics', purpose: 'merjenje obiska', provider, cookies: [visits] }
const forum = { ...stats, id: 'forum', name: 'Forum', category: 'necessary', purpose: 'delovanje foruma', cookies: [session] }

const clean = {
  site: { name: 'Društvo', url: 'https://www.drustvo.si/' },
  controller: {
    name: 'Društvo',
    address: 'Trg 1, 1000 Ljubljana',
    email: 'info@drustvo.si',
    phone: '05 6646 231',
    taxNumber: '47342617',
    registrationNumber: '5828147000',
  },
  policy: { url: '/zasebnost', version: '1', date: '2026-03-05' },
  languages: ['sl'],
  services: [forum, stats],
  recipients: [{ name: 'Gostitelj d.o.o.', country: 'SI', purpose: 'gostovanje spletne strani' }],
  cookies: [{ name: 'kosarica', purpose: 'Hrani vsebino košarice.', duration: '1 dan' }],
  validFor: 'P6M',
}

/** As a visitor's inventory would be, but with a part that is otherwise. */
const withPart = (part: object) => ({ ...clean, ...part })
const withRow = (row: object) => withPart({ cookies: [{ ...session, ...row }] })
const withVisits = (row: object, service: object = {}) =>
  withPart({ services: [{ ...stats, cookies: [{ ...visits, ...row }], ...service }] })
const withController = (part: object) => withPart({ controller: { ...clean.controller, ...part } })
const withPolicy = (part: object) => withPart({ policy: { ...clean.policy, ...part } })
const withProvider = (part: object) => withVisits({}, { provider: { ...provider, ...part } })
const notice = { services: [forum] }

const briefly = ({ rule, severity, place }: Finding) => `${rule} ${severity} ${place}`
const lint = (inventory: unknown, seen?: string[]) => lintInventory(inventory, { today, ...(seen && { seen }) })

/** The fix is put in, as a page would do it. */
const apply = (json: unknown, path: readonly (string | number)[], value: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(json)) {
    const list = json as unknown[]
    if (!rest.length && value === undefined) return list.filter((_item, index) => index !== key)
    return list.map((item, index) => (index === key ? apply(item, rest, value) : item))
  }
  const object = (json ?? {}) as Record<string, unknown>
  return { ...object, [key]: rest.length || value !== undefined ? apply(object[key], rest, value) : undefined }
}

test('of a clean inventory there is nothing to say', () => {
  expect(validateInventory(clean)).toEqual([])
  expect(lint(clean)).toEqual([])
  expect(lint({ ...clean, ...notice })).toEqual([])
})

/** Rule, what fires and where, and the neighbour that does not. Names of records seen on the page are a third part. */
type Case = [rule: string, fires: unknown, finding: string, silent: unknown, seen?: string[], seenSilent?: string[]]

const CASES: Case[] = [
  ['I01', withRow({ purpose: undefined }), 'error cookies[0].purpose', withRow({})],
  ['I01', withRow({ duration: '' }), 'error cookies[0].duration', withRow({ duration: 'P1D' })],
  ['I01', withVisits({ party: undefined }), 'error services[0].cookies[0].party', withVisits({ party: undefined, domain: 'merilec.si' })],
  ['I01', withVisits({ party: undefined }), 'error services[0].cookies[0].party', withVisits({ party: undefined, storage: 'localStorage' })],
  ['I01', withVisits({}, { provider: undefined }), 'error services[0].provider', withVisits({})],
  ['I01', withVisits({}, { provider: {} }), 'error services[0].provider.name', withVisits({}, { provider: 'Google' })],
  ['I02', withPart({ services: [], cookies: [] }), 'error services', withPart({ services: [] })],
  ['I02', withPart({ services: undefined, cookies: undefined }), 'error cookies', withPart({ services: undefined })],
  [
    'I02',
    withPart({ services: [{ ...forum, hosts: ['forum.drustvo.si', 'connect.facebook.net'] }] }),
    'error services[0].hosts[1]',
    withPart({ services: [{ ...forum, hosts: ['forum.drustvo.si'] }] }),
  ],
  ['I02', withPart(notice), 'error services', withPart({}), ['_ga', 'prijava'], ['_ga', 'prijava']],
  ['I02', withPart(notice), 'error services', withPart(notice), ['_fbp'], ['prijava']],
  ['I03', withPart({ bannerMode: 'notice' }), 'error bannerMode', withPart({ bannerMode: 'consent' })],
  ['I03', withPart({ type: 'opt-out' }), 'error type', withPart({ ...notice, type: 'opt-out' })],
  ['I04', withRow({ name: '_ga' }), 'error cookies[0].name', withRow({ name: '_ga', category: 'analytics' })],
  ['I04', withRow({ name: '_fbp' }), 'error cookies[0].name', withRow({ name: 'PHPSESSID' })],
  ['I04', withVisits({ name: '_hjSessionUser_1' }, { category: 'necessary' }), 'error services[0].cookies[0].name', withVisits({ name: '_hjSessionUser_1' })],
  ['I04', withRow({ name: 'theme_key' }), 'warn cookies[0].name', withRow({ name: 'theme_key', category: 'functional' })],
  ['I05', withRow({ duration: 'Neomejeno' }), 'error cookies[0].duration', withRow({ duration: '1 dan' })],
  ['I05', withVisits({ duration: 'P401D' }), 'error services[0].cookies[0].duration', withVisits({ duration: 'P400D' })],
  ['I05', withVisits({ duration: 'persistent' }), 'error services[0].cookies[0].duration', withVisits({ duration: 'persistent', storage: 'localStorage' })],
  ['I05', withVisits({ duration: 'neomejeno', storage: 'localStorage' }), 'error services[0].cookies[0].duration', withVisits({ duration: 'do preklica' })],
  ['I05', withPart({ services: [{ use: 'google-analytics' }] }), 'error services[0].use', withPart({ services: [{ use: 'google-tag-manager' }] })],
  ['I06', withVisits({ duration: '14 mesecev' }), 'warn services[0].cookies[0].duration', withVisits({ duration: '13 mesecev' })],
  ['I06', withVisits({ duration: 'vsaj 2 meseca' }), 'warn services[0].cookies[0].duration', withVisits({ duration: 'do 2 meseca' })],
  ['I06', withVisits({}, { retention: '26 mesecev' }), 'warn services[0].retention', withVisits({}, { retention: 'P25M' })],
  ['I07', withRow({ duration: '1440 ur' }), 'warn cookies[0].duration', withRow({ duration: '720 ur' })],
  ['I07', withRow({ name: 'piskotki', duration: 'P1Y' }), 'warn cookies[0].duration', withRow({ name: 'privolim', duration: 'P6M' })],
  ['I07', withRow({ duration: 'P31D' }), 'warn cookies[0].duration', withRow({ duration: 'P31D', category: 'functional' })],
  ['I08', clean, 'warn services', clean, ['neznan'], ['prijava', 'kosarica', 'privolim']],
  ['I08', withVisits({ name: 'obisk_*' }), 'warn services', withVisits({ name: 'obisk_*' }), ['obisk'], ['obisk_1', 'kosarica']],
  ['I09', withVisits({ name: '_gid' }), 'warn services[0].cookies[0].name', withVisits({ name: '_gi' })],
  ['I09', withVisits({ name: '__utma' }), 'warn services[0].cookies[0].name', withVisits({ name: '_ga' })],
  ['I09', withVisits({ name: '__cfduid' }), 'warn services[0].cookies[0].name', withVisits({ name: '__cf_bm' })],
  ['I09', withVisits({ name: '__atuvc' }), 'warn services[0].cookies[0].name', withVisits({ name: '__atuv' })],
  ['I09', withVisits({}, { account: 'UA-12345-1' }), 'warn services[0].account', withVisits({}, { account: 'G-ABC123' })],
  ['I09', withVisits({}, { id: 'addthis' }), 'warn services[0].id', withVisits({}, { id: 'addthat' })],
  ['I10', withController({ name: undefined }), 'error controller.name', withController({})],
  ['I10', withController({ address: '' }), 'error controller.address', withController({ address: 7 })],
  ['I10', withPart({ controller: undefined }), 'error controller.email', withPart({ controller: 'Društvo' })],
  ['I11', withPolicy({ date: undefined }), 'warn policy.date', withPolicy({ date: 'včeraj' })],
  ['I11', withPolicy({ version: '' }), 'warn policy.version', withPolicy({ version: '2' })],
  ['I11', withPolicy({ date: '2024-10-31' }), 'warn policy.date', withPolicy({ date: '2024-11-01' })],
  ['I12', withController({ taxNumber: '47342618' }), 'warn controller.taxNumber', withController({ taxNumber: 'SI 47342617' })],
  ['I12', withController({ registrationNumber: '5828148000' }), 'warn controller.registrationNumber', withController({ registrationNumber: '5828147' })],
  ['I12', withController({ address: 'Trg 1, 5630347000' }), 'warn controller.address', withController({ address: 'Trg 1, 1000 Ljubljana, 12345678' })],
  ['I13', withController({ email: 'drustvo@gmail.com' }), 'error controller.email', withController({ email: 'gmail.com@drustvo.si' })],
  ['I13', withController({ email: 'info@drustvo.org' }), 'warn controller.email', withController({ email: 'info@posta.drustvo.si' })],
  ['I13', withController({ contact: { email: 'ana@siol.net' } }), 'error controller.contact.email', withController({ contact: { email: 'ana@drustvo.si' } })],
  ['I14', withProvider({ country: 'US' }), 'error services[0].provider.transfer', withProvider({ country: 'US', transfer: 'DPF' })],
  ['I14', withProvider({ country: 'IE/US' }), 'error services[0].provider.transfer', withProvider({ country: 'IE/NO' })],
  ['I14', withProvider({ name: 'Google Ireland Limited', country: undefined }), 'error services[0].provider.country', withProvider({ name: 'Merilec', country: undefined })],
  [
    'I14',
    withPart({ recipients: [{ name: 'Mailchimp', purpose: 'pošiljanje novic' }] }),
    'error recipients[0].country',
    withPart({ recipients: [{ name: 'Pošta Slovenije', purpose: 'pošiljanje novic' }] }),
  ],
  [
    'I15',
    withPart({ services: [{ use: 'youtube' }], texts: { 'banner.intro': 'Podatkov ne prenašamo v tretje države.' } }),
    'warn texts.banner.intro',
    withPart({ texts: { 'banner.intro': 'Podatkov ne prenašamo v tretje države.' } }),
  ],
  [
    'I15',
    withVisits({}, { note: { sl: 'ne iznaša v tretje države' }, provider: { name: 'X', country: 'US', transfer: 'DPF' } }),
    'warn services[0].note.sl',
    withVisits({}, { note: { sl: 'se iznaša v tretje države' }, provider: { name: 'X', country: 'US', transfer: 'DPF' } }),
  ],
  ['I16', withRow({ name: '_*' }), 'warn cookies[0].name', withRow({ name: 'wp-*x' })],
  ['I16', withRow({ name: 'obi*' }), 'warn cookies[0].name', withRow({ name: 'obij*' })],
  [
    'I16',
    withPart({ cookies: [session, { ...session, duration: 'P1Y' }] }),
    'warn cookies[1].duration',
    withPart({ cookies: [session, { ...session, duration: 'do konca seje' }] }),
  ],
  [
    'I16',
    withPart({ cookies: [{ ...session, name: 'kos', duration: 'PT24H' }, { ...session, name: 'kos', duration: 'P2D' }] }),
    'warn cookies[1].duration',
    withPart({ cookies: [{ ...session, name: 'kos', duration: 'PT24H' }, { ...session, name: 'kos', duration: 'P1D' }] }),
  ],
  ['I17', withVisits({ name: '_fbp', party: 'third' }), 'info services[0].cookies[0].party', withVisits({ name: '_fbp', party: 'first' })],
  ['I17', withVisits({ party: 'first', domain: '.merilec.si' }), 'info services[0].cookies[0].party', withVisits({ party: 'third', domain: '.merilec.si' })],
  ['I17', withVisits({ party: 'third', domain: '.drustvo.si' }), 'info services[0].cookies[0].party', withVisits({ domain: 'www.drustvo.si' })],
  ['I18', withRow({ purpose: '<b>Ohranja</b> prijavo.' }), 'error cookies[0].purpose', withRow({ purpose: 'Ohranja: a < b.' })],
  ['I18', withRow({ purpose: 'Used to distinguish users.' }), 'error cookies[0].purpose', withRow({ purpose: { sl: 'Loči med uporabniki.', en: 'Used to distinguish users.' } })],
  ['I18', withRow({ purpose: { sl: 'This cookie stores the session.' } }), 'error cookies[0].purpose.sl', withPart({ languages: ['en'], cookies: [{ ...session, purpose: 'This cookie stores the session.' }] })],
  ['I18', withRow({ purpose: 'Tehnični piškotek' }), 'error cookies[0].purpose', withRow({ purpose: 'Tehnični piškotek za prijavo' })],
  ['I18', withVisits({}, { purpose: '-' }), 'error services[0].purpose', withVisits({}, { purpose: 'merjenje' })],
  [
    'I19',
    withPart({ texts: { 'banner.acceptAll': 'Sprejmi vse', 'banner.rejectAll': 'Zavrni vse razen nujno potrebnih' } }),
    'warn texts.banner.rejectAll',
    withPart({ texts: { 'banner.acceptAll': 'Sprejmi vse', 'banner.rejectAll': 'Zavrni vse' } }),
  ],
  [
    'I19',
    withPart({ labels: { accept: { sl: 'Dovolim' }, deny: { sl: 'Kasneje' } } }),
    'warn labels.deny.sl',
    withPart({ labels: { accept: { sl: 'Dovolim' }, deny: { sl: 'Zavračam' } } }),
  ],
  ['I20', withPart({ validFor: 'P5M' }), 'error validFor', withPart({ validFor: 'P6M' })],
  ['I20', withPart({ validFor: 'P1Y', validForReject: 'P6M' }), 'error validForReject', withPart({ validFor: 'P1Y', validForReject: 'P12M' })],
  ['I20', withPart({ reaskAfter: { accept: 365, reject: 30 } }), 'error reaskAfter.reject', withPart({ reaskAfter: { accept: 365, reject: 'P365D' } })],
  ['I20', withPart({ reaskAfterAccept: 'P1Y', reaskAfterReject: 'P1D' }), 'error reaskAfterReject', withPart({ reaskAfterAccept: 'P1Y' })],
  ['I21', withRow({ name: 'email' }), 'warn cookies[0].name', withRow({ name: 'email', domain: 'drustvo.si', party: 'first' })],
  ['I14', withVisits({}, { name: 'Google Analytics', provider: { name: 'Google' } }), 'error services[0].provider.country', withVisits({}, { name: 'Matomo', provider: { name: 'Društvo' } })],
  ['I21', withVisits({ name: 'uid' }), 'warn services[0].cookies[0].name', withVisits({ name: 'uid_drustva' })],
  ['P09', withProvider({ privacyUrl: 'http://merilec.si/' }), 'info services[0].provider.privacyUrl', withProvider({ privacyUrl: 'https://merilec.si/' })],
  ['P09', withPart({ site: { name: 'X', url: 'http://drustvo.si' } }), 'info site.url', withPart({ site: { name: 'X', url: 'http://localhost:8080' } })],
]

describe('each rule', () => {
  test.each(CASES)('%s %#', (rule, fires, finding, silent, seen, seenSilent) => {
    expect(lint(fires, seen).map(briefly)).toContain(`${rule} ${finding}`)
    expect(lint(silent, seenSilent).map(({ rule: id }) => id)).not.toContain(rule)
  })

  test('has a case', () => {
    const ids = INVENTORY_RULES.map(({ id }) => id)
    expect(ids).toEqual([...Array.from({ length: 21 }, (_, index) => `I${String(index + 1).padStart(2, '0')}`), 'P09'])
    expect([...new Set(CASES.map(([rule]) => rule))]).toEqual(ids)
  })

  test.each(CASES)('%s %# says what to do, in both languages, and why', (rule, fires, _finding, _silent, seen) => {
    const found = lint(fires, seen).filter((one) => one.rule === rule)
    for (const { message, source } of found) {
      expect(message.sl).toMatch(/^\p{Lu}|^»|^[a-z]/u)
      expect(message.sl).toMatch(/\.$/)
      expect(message.en).toMatch(/\.$/)
      expect(message.sl).not.toBe(message.en)
      expect(source).toMatch(/\S/)
    }
  })

  test.each(CASES.filter(([, fires, , , seen]) => lint(fires, seen).some(({ fix }) => fix)))(
    '%s %#: what one click does ends the finding, and breaks nothing',
    (rule, fires, _finding, _silent, seen) => {
      const before = validateInventory(fires).length
      const found = lint(fires, seen).filter((one) => one.rule === rule)
      for (const { fix = [], place } of found)
        for (const { path, value, label } of fix) {
          const fixed = apply(fires, path, value)
          expect(label.sl).not.toBe(label.en)
          expect(lint(fixed, seen).map(briefly)).not.toContain(`${rule} ${found[0]!.severity} ${place}`)
          expect(validateInventory(fixed).length).toBeLessThanOrEqual(before)
        }
    },
  )
})

describe('the five seeds', () => {
  const rulesOf = (inventory: unknown) => [...new Set(lint(inventory).map(({ rule }) => rule))].sort()

  test.each([
    ['ksok', ksok, ['I05', 'I06', 'I11']],
    ['zmos', zmos, ['I02', 'I11', 'I13', 'I14']],
    ['kobein', kobein, ['I05', 'I06', 'I11', 'I13']],
    ['kostra', kostra, ['I05', 'I06', 'I11']],
    ['pojalabanda', pojalabanda, ['I04', 'I05', 'I07', 'I09', 'I11', 'I21']],
  ])('%s', (_name, inventory, rules) => {
    expect(rulesOf(inventory)).toEqual(rules)
  })

  test('Kostra, with the address that its document gives', () => {
    const contact = { ...kostra.controller.contact, email: 'natasa@gmail.com' }
    expect(lint({ ...kostra, controller: { ...kostra.controller, contact } }).map(briefly)).toContain('I13 error controller.contact.email')
  })

  test('KOBEIN, with its number without a label', () => {
    const { registrationNumber, ...controller } = kobein.controller
    const unlabelled = { ...kobein, controller: { ...controller, stevilka: registrationNumber } }
    const found = lint(unlabelled).find(({ rule }) => rule === 'I12')
    expect(found?.fix?.[0]).toMatchObject({ path: ['controller', 'registrationNumber'], value: '5630347000' })
  })
})

describe('a service that the catalogue completes', () => {
  test('is judged with its records, in one finding of each rule', () => {
    const found = lint(withPart({ services: [{ use: 'google-analytics' }] }))
    expect(found.map(briefly)).toEqual(['I05 error services[0].use', 'I06 warn services[0].use'])
    expect(found[0]!.excerpt).toBe('_ga, _ga_*')
  })

  test('one click writes its records out', () => {
    const inventory = withPart({ services: [{ use: 'google-analytics' }] })
    const { path, value } = lint(inventory)[0]!.fix![0]!
    const fixed = apply(inventory, path, value)
    expect(validateInventory(fixed)).toEqual([])
    expect(lint(fixed)).toEqual([])
  })

  test('may write its own', () => {
    expect(lint(withPart({ services: [{ use: 'google-analytics', cookies: [visits] }] }))).toEqual([])
    const own = { use: 'google-analytics', cookies: [{ ...visits, duration: 'Neomejeno' }] }
    expect(lint(withPart({ services: [own] })).map(briefly)).toContain('I05 error services[0].cookies[0].duration')
  })

  test('that it does not know is left to the check', () => {
    expect(lint(withPart({ services: [{ ...stats, use: 'neznana' }] }))).toEqual([])
    expect(lint(withPart({ services: [{ use: 'neznana' }] }))).toEqual([])
  })
})

test('a tracker among other rows of a necessary service moves into a service of its own', () => {
  const inventory = withPart({ services: [{ ...forum, cookies: [session, { ...session, name: '_ga' }] }, stats] })
  const { fix } = lint(inventory).find(({ rule }) => rule === 'I04')!
  const fixed = apply(inventory, fix![0]!.path, fix![0]!.value)
  expect(validateInventory(inventory).map(({ code }) => code)).toEqual(['tracker-necessary'])
  expect(validateInventory(fixed)).toEqual([])
  expect(fixed).toMatchObject({ services: [{ cookies: [session] }, { id: 'forum-analytics', category: 'analytics' }, stats] })
})

test('findings come by place, numbers as numbers, then by rule', () => {
  const cookies = Array.from({ length: 12 }, (_, index) => ({ ...session, name: `s${index}x`, duration: 'Neomejeno' }))
  const places = lint(withPart({ cookies })).map(({ place, rule }) => `${place} ${rule}`)
  expect(places).toEqual(cookies.flatMap((_row, index) => [`cookies[${index}].duration I05`, `cookies[${index}].duration I07`]))
})

describe('whatever it is given', () => {
  const any = fc.jsonValue({ maxDepth: 3 })

  test('any JSON: no throw', () => {
    fc.assert(
      fc.property(any, (json) => {
        expect(Array.isArray(lint(json))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test.each([undefined, null, 7, 'x', [], () => 1, Symbol('x')])('%s: no findings', (value) => {
    expect(lint(value)).toEqual([])
  })

  /** Every way into a value. */
  const waysInto = (value: unknown, keys: (string | number)[] = []): (string | number)[][] =>
    typeof value !== 'object' || value === null
      ? [keys]
      : [keys, ...Object.entries(value).flatMap(([key, inner]) => waysInto(inner, [...keys, Array.isArray(value) ? Number(key) : key]))]

  const rich = withPart({
    services: [{ use: 'google-analytics', account: 'UA-1-1' }, { ...stats, hosts: ['a.si'], note: { sl: 'a' } }, forum],
    texts: { 'banner.acceptAll': 'Da', 'banner.rejectAll': { sl: 'Nastavitve' } },
    reaskAfter: { accept: 1, reject: 'P1D' },
    bannerMode: 'notice',
  })
  const ways = waysInto(rich).filter((way) => way.length)

  test('an inventory in which anything is otherwise: no throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ways), any, fc.array(any), (way, value, seen) => {
        const mutated = apply(rich, way, value)
        expect(Array.isArray(lintInventory(mutated, { today, seen: seen as string[] }))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('each part removed: no throw', () => {
    for (const way of ways) expect(Array.isArray(lint(apply(rich, way, undefined)))).toBe(true)
  })
})

test.each([
  ['purpose', 'Used '],
  ['purpose', '<a'],
  ['purpose', 'ne prenaša '],
  ['purpose', 'piškotek '],
  ['duration', '1 leto '],
  ['name', '*'],
  ['name', '_ga*'],
  ['domain', 'a.'],
])('time grows with a long %s of »%s«, and no faster', (field, piece) => {
  const time = (length: number) => {
    const taken = Array.from({ length: 3 }, () => {
      const row = { [field]: piece.repeat(length / piece.length) }
      const start = performance.now()
      lint(withVisits(row))
      return performance.now() - start
    })
    return Math.min(...taken)
  }
  time(10_000)
  const [one, ten] = [time(100_000), time(1_000_000)]
  // Ten times the text: quadratic would be a hundredfold. What takes hardly any time is measured badly.
  expect(ten / Math.max(one, 10)).toBeLessThan(40)
}, 120_000)
