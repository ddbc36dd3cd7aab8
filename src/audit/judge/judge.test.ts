import { describe, expect, test } from 'vitest'
import type { Judgement } from '../judgement'
import type { Probes, SiteRecord } from '../record'
import { judge } from './judge'
import { AUDIT_RULES } from './rules'
import {
  button,
  clean,
  cleanBut,
  cleanStates,
  cookie,
  HOME,
  INVENTORY,
  kept,
  probes,
  question,
  record,
  request,
  state,
  WRITTEN,
} from './testRecords'

const codes = ({ findings }: Judgement) => [...new Set(findings.map(({ code, severity }) => `${code} ${severity}`))].sort()
const outcome = ({ assertions }: Judgement, id: string) => assertions.find((one) => one.id === id)?.outcome

const GA = request('https://www.googletagmanager.com/gtag/js?id=G-ABC1234567')
const COLLECT = request('https://region1.google-analytics.com/g/collect?v=2', { type: 'ping', pixel: true })
const _ga = cookie('_ga', { domain: '.drustvo.si', lifetime: 400 * 86_400 })
const withProbes = (part: Partial<Probes>) => clean({ probes: probes(part) })
const asked = (part: Parameters<typeof question>[0]) => withProbes({ question: question(part) })
const outcomeOf = (...hosts: string[]) => ({ hosts, stored: [] })

describe('nine kinds of site', () => {
  test('a clean one has no finding, and every assertion that was tried holds', () => {
    const judged = judge(clean())
    expect(judged.findings).toEqual([])
    expect(judged.assertions.map(({ id }) => id)).toEqual(
      Array.from({ length: 29 }, (_none, index) => `T${String(index + 1).padStart(2, '0')}`),
    )
    const others = judged.assertions.filter((one) => one.outcome !== 'holds').map((one) => `${one.id} ${one.outcome}`)
    expect(others).toEqual(['T22 unseen', 'T23 unseen', 'T24 unseen', 'T29 unseen'])
  })

  test('one that leaks before consent', () => {
    const judged = judge(cleanBut('unanswered', { requests: [GA, COLLECT], cookies: [_ga] }))
    expect(codes(judged)).toEqual(expect.arrayContaining(['A01 error', 'A04 error']))
    expect(judged.findings.find(({ code }) => code === 'A01')?.text.sl).toContain('Google Analytics 4 (www.googletagmanager.com in region1.google-analytics.com)')
    // Two addresses on each of two pages.
    expect(judged.findings.find(({ code }) => code === 'A01')?.evidence).toHaveLength(4)
    expect([outcome(judged, 'T01'), outcome(judged, 'T02'), outcome(judged, 'T04')]).toEqual(['fails', 'fails', 'holds'])
  })

  test('one that ignores a refusal', () => {
    const judged = judge(cleanBut('refused', { requests: [request('https://stats.example/s.js')], cookies: [cookie('obisk')] }))
    expect(codes(judged)).toEqual(['A02 error', 'A05 error'])
    expect(judged.findings[0]?.text.sl).toContain('Čeprav je obiskovalec vse zavrnil')
    expect(outcome(judged, 'T04')).toBe('fails')
  })

  test('one that calls analytics necessary', () => {
    const services = WRITTEN.services.map((one) =>
      one.id === 'pisave' ? { ...one, hosts: ['*.google-analytics.com'], cookies: [{ name: '_pk_id*', purpose: '…', duration: '13 mesecev' }] } : one,
    )
    const inventory = { ...INVENTORY, services: services as typeof INVENTORY.services }
    const pk = cookie('_pk_id.1.abcd', { lifetime: 86_400 })
    const mislabelled = clean({ states: cleanStates().map((one) => ({ ...one, pages: one.pages.map((old) => ({ ...old, requests: [COLLECT], cookies: [pk] })) })) })
    const judged = judge(mislabelled, inventory)
    expect(judged.findings.filter(({ code }) => code === 'A13').map(({ text }) => text.en.slice(0, 40))).toEqual([
      'Matomo is declared strictly necessary, b',
      'Google Analytics 4 is declared strictly ',
    ])
    expect(outcome(judged, 'T11')).toBe('fails')
  })

  test('one that calls necessary what nobody knows, but sends pixels', () => {
    const pixel = request('https://fonts.example/p.gif', { pixel: true })
    const judged = judge(cleanBut('unanswered', { requests: [pixel] }))
    expect(codes(judged)).toEqual(['A13 warn'])
    expect(outcome(judged, 'T11')).toBe('fails')
  })

  test('one whose refusal is buried', () => {
    const judged = judge(asked({ refuse: button('Zavrni', { onFirstLayer: false }), pressesToRefuse: 3 }))
    expect(codes(judged)).toEqual(['A20 error', 'A21 error'])
    expect(outcome(judged, 'T06')).toBe('fails')
  })

  test('one that ticks in advance', () => {
    const checkboxes = [{ label: 'Oglaševalski', checked: true, disabled: false, category: 'marketing' }]
    const judged = judge(asked({ checkboxes }))
    expect(codes(judged)).toEqual(['A26 error'])
    expect(judged.findings[0]?.text.sl).toContain('»Oglaševalski«')
  })

  test('one that leaves cookies after withdrawal', () => {
    const judged = judge(cleanBut('withdrawn', { cookies: [cookie('obisk')] }))
    expect(codes(judged)).toEqual(['A06 error'])
    expect(outcome(judged, 'T12')).toBe('fails')
  })

  test('one that needs no consent and asks for none', () => {
    const plain = record([state('unanswered', { cookies: [cookie('PHPSESSID')] })], { tool: { kind: 'none' } })
    const judged = judge(plain)
    expect(judged.findings).toEqual([])
    expect([outcome(judged, 'T01'), outcome(judged, 'T02'), outcome(judged, 'T06'), outcome(judged, 'T14')]).toEqual([
      'holds',
      'holds',
      'unseen',
      'unseen',
    ])
  })

  test('one with another tool, that keeps to the answer', () => {
    const choice = cookie('CookieConsent', { lifetime: 365 * 86_400 })
    const other = record(
      [
        state('unanswered'),
        state('refused', { cookies: [choice] }, 'rule'),
        state('accepted', { cookies: [choice, _ga], requests: [GA] }, 'rule'),
      ],
      { probes: { question: question() } },
    )
    expect(judge(other).findings).toEqual([])
  })

  test('the same with a leak', () => {
    const other = record([state('unanswered', { requests: [GA], cookies: [_ga] })])
    expect(codes(judge(other))).toEqual(['A01 error', 'A04 error'])
  })
})

/** Code, a record that has the fault, and its neighbour that is silent. */
const CASES: readonly (readonly [code: string, fault: SiteRecord, neighbour: SiteRecord])[] = [
  ['A01', cleanBut('unanswered', { requests: [request('https://cdn.example/a.js')] }), cleanBut('unanswered', { requests: [request('https://fonts.example/b.woff2')] })],
  ['A02', cleanBut('refused', { requests: [request('https://stats.example/s.js')] }), cleanBut('accepted', { requests: [request('https://stats.example/s.js')] })],
  ['A03', cleanBut('withdrawn', { requests: [request('https://ads.example/s.js')] }), cleanBut('withdrawn', { requests: [request('https://cdn.drustvo.si/a.js')] })],
  ['A04', cleanBut('unanswered', { stored: [kept('_hjUserAttributesHash')] }), cleanBut('unanswered', { cookies: [cookie('PHPSESSID')] })],
  ['A05', cleanBut('refused', { cookies: [cookie('tuj', { thirdParty: true, domain: '.ads.example' })] }), cleanBut('refused', { cookies: [cookie('prijava')] })],
  ['A06', cleanBut('withdrawn', { cookies: [cookie('oglas')] }), cleanBut('accepted', { cookies: [cookie('oglas')] })],
  ['A07', cleanBut('unanswered', { cookies: [cookie('privolim')] }), cleanBut('refused', { cookies: [cookie('privolim')] })],
  ['A08', cleanBut('accepted', { requests: [request('https://cdn.example/p.gif', { pixel: true })] }), cleanBut('accepted', { requests: [request('https://ads.example/p.gif', { pixel: true })] })],
  ['A09', cleanBut('refused', { requests: [request(`${HOME}stat/matomo.php?idsite=1`)] }), cleanBut('accepted', { requests: [request(`${HOME}stat/matomo.php?idsite=1`)] })],
  ['A10', cleanBut('accepted', { cookies: [cookie('neznan')] }), cleanBut('accepted', { cookies: [cookie('obisk')] })],
  ['A11', cleanBut('accepted', { stored: [kept('neznan')] }), cleanBut('accepted', { stored: [kept('privolim-receipts')] })],
  ['A12', cleanBut('accepted', { requests: [request('https://drugje.example/a.js')] }), cleanBut('accepted', { requests: [request('https://stats.example/b.js')] })],
  ['A16', clean({ states: cleanStates().map((one) => (one.name === 'accepted' ? { ...one, pages: [] } : one)) }), clean()],
  ['A17', record([state('unanswered', { cookies: [cookie('neznan')] })]), cleanBut('unanswered', { cookies: [cookie('neznan')] })],
  ['A18', clean({ tool: { kind: 'privolim', inventory: { services: 1 } } }), clean({ tool: { kind: 'other' } })],
  ['A19', cleanBut('refused', { serviceWorkers: [`${HOME}sw.js`] }), cleanBut('accepted', { serviceWorkers: [`${HOME}sw.js`] })],
  ['A20', asked({ refuse: button('Zavrni', { onFirstLayer: false }) }), asked({})],
  ['A21', asked({ pressesToRefuse: 2 }), asked({ pressesToAccept: 2, pressesToRefuse: 2 })],
  ['A22', asked({ refuse: button('Zavrni vse', { background: 'rgb(255, 255, 255)' }) }), asked({ refuse: button('Zavrni vse', { width: 161 }) })],
  ['A23', asked({ refuse: button('Zavrni', { tag: 'A', role: 'link' }) }), asked({ refuse: button('Zavrni', { tag: 'A', role: 'button' }) })],
  ['A24', asked({ refuse: button('Zavrni vse', { contrast: 2.1 }) }), asked({ refuse: button('Zavrni vse', { contrast: 4.5 }) })],
  ['A25', asked({ bothInViewOnPhone: false }), asked({})],
  ['A26', asked({ checkboxes: [{ label: 'Oglasi', checked: true, disabled: false }] }), asked({ checkboxes: [{ label: 'Nujno', checked: true, disabled: true }] })],
  ['A27', asked({ blocks: ['scroll'] }), asked({})],
  ['A28', clean({ probes: { ...probes(), question: withoutPolicy() } }), asked({})],
  ['A29', withProbes({ settings: { text: '', checkboxes: [], legitimateInterest: ['zakoniti interes'] } }), withProbes({ settings: { text: '', checkboxes: [], legitimateInterest: [] } })],
  ['A30', withProbes({ inaction: outcomeOf('stats.example') }), withProbes({ inaction: outcomeOf('fonts.example') })],
  ['A31', withProbes({ savedEmpty: { hosts: [], stored: ['obisk'] } }), withProbes({ savedEmpty: { hosts: [], stored: ['privolim', 'prijava'] } })],
  ['A32', withProbes({ alone: [{ category: 'analytics', ...outcomeOf('ads.example') }] }), withProbes({ alone: [{ category: 'analytics', ...outcomeOf('stats.example', 'fonts.example') }] })],
  ['A33', withProbes({ afterRefusal: { askedAgain: true, registered: true } }), withProbes({ afterRefusal: { askedAgain: false, registered: true, lifetimeDays: 180 } })],
  ['A34', withProbes({ withdrawal: { pages: [{ url: HOME, control: false }], stayed: [] } }), withProbes({ withdrawal: { pages: [{ url: HOME, control: true }], stayed: [] } })],
  ['A35', withProbes({ withdrawal: { presses: 3, pages: [], stayed: [] } }), withProbes({ withdrawal: { presses: 2, pages: [], stayed: [] } })],
  ['A36', withProbes({ withdrawal: { pages: [], stayed: ['obisk'] } }), withProbes({ withdrawal: { pages: [], stayed: ['prijava', 'privolim'] } })],
  ['A37', withProbes({ removed: { ...outcomeOf(), usable: false } }), withProbes({ removed: { ...outcomeOf(), usable: true } })],
  ['A38', withProbes({ withoutScript: { ...outcomeOf('ads.example'), readable: true, noscript: true } }), withProbes({ withoutScript: { ...outcomeOf(), readable: true, noscript: false } })],
  ['A39', withProbes({ damaged: { tried: 9, taken: ['1.n1.a1'] } }), withProbes({ damaged: { tried: 9, taken: [] } })],
  ['A40', withProbes({ preset: { same: false, difference: ['ads.example'] } }), withProbes({ preset: { same: true, difference: [] } })],
  ['A41', withProbes({ privacyControl: { ...outcomeOf(), marketingGranted: true } }), withProbes({ privacyControl: { ...outcomeOf('fonts.example'), marketingGranted: false } })],
  ['A42', withProbes({ withoutWidget: [{ ...outcomeOf('ads.example'), how: 'late' }] }), withProbes({ withoutWidget: [{ ...outcomeOf(), how: 'late' }] })],
  ['A43', withProbes({ violations: { policy: true, found: ['script-src inline'] } }), withProbes({ violations: { policy: false, found: [] } })],
  ['A44', withProbes({ liveTemplates: ['https://www.youtube.com/embed/x'] }), withProbes({ liveTemplates: [] })],
  ['A45', withProbes({ paint: { shift: 0.12, largest: false } }), withProbes({ paint: { shift: 0, largest: false } })],
  ['A46', record([state('unanswered', { requests: [GA] })], { tool: { kind: 'none' } }), record([state('unanswered')], { tool: { kind: 'none' } })],
  ['A47', record([state('unanswered'), state('refused', {}, 'failed')]), record([state('unanswered'), state('refused')])],
  ['A48', cleanBut('unanswered', { troubles: [{ kind: 'timeout', detail: '30 s' }] }), cleanBut('unanswered', { troubles: [] })],
  ['A49', clean({ interrupted: true }), clean()],
]

/** The field is gone, as it is where no link was found. */
function withoutPolicy() {
  const { policyLink: _, ...rest } = question()
  return rest
}

describe('each finding, and its silent neighbour', () => {
  test.each(CASES)('%s', (code, fault, neighbour) => {
    const found = judge(fault).findings.filter((one) => one.code === code)
    expect(found.length).toBeGreaterThan(0)
    for (const { text } of found) {
      expect(text.sl).toMatch(/^[A-ZČŠŽ»].*[.]$/su)
      expect(text.en).toMatch(/^[A-Z"].*[.]$/su)
    }
    expect(judge(neighbour).findings.filter((one) => one.code === code)).toEqual([])
  })

  const lasting = (lifetime: number) =>
    clean({
      states: cleanStates().map((one) =>
        one.name === 'accepted' ? { ...one, pages: one.pages.map((old) => ({ ...old, cookies: [cookie('oglas', { lifetime })] })) } : one,
      ),
    })

  test('A06: what came with consent alone has to go with it, though nobody knows it', () => {
    const choice = cookie('soglasje')
    const other = (left: readonly (typeof choice)[]) =>
      record([
        state('unanswered'),
        state('refused', { cookies: [choice] }),
        state('accepted', { cookies: [choice, cookie('neznan')] }),
        state('withdrawn', { cookies: [choice, ...left] }),
      ])
    expect(codes(judge(other([cookie('neznan')])))).toEqual(['A06 error'])
    expect(codes(judge(other([])))).toEqual([])
  })

  test('A22: words differ in length, which Privolim alone makes up for', () => {
    const unequal = { question: question({ refuse: button('Zavrni', { width: 140 }) }) }
    expect(codes(judge(record([state('unanswered')], { probes: unequal })))).toEqual([])
    expect(codes(judge(clean({ probes: { ...probes(), ...unequal } })))).toEqual(['A22 warn'])
  })

  test('what happens without an answer anyway is not told again of each trial', () => {
    const leaking = cleanBut('unanswered', { requests: [request('https://ads.example/a.js')] })
    const tried = { ...leaking, probes: probes({ inaction: outcomeOf('ads.example') }) }
    expect(codes(judge(tried))).toEqual(['A01 error'])
  })

  test('A15: a day and a hundredth are let pass', () => {
    const days = 86_400
    expect(judge(lasting(32 * days)).findings.find(({ code }) => code === 'A15')?.text.sl).toBe(
      '»oglas« traja dlje, kot navaja popis: 32 dni, navedeno 30 dni. Popravite popis ali skrajšajte trajanje.',
    )
    expect(judge(lasting(31 * days)).findings.filter(({ code }) => code === 'A15')).toEqual([])
  })

  test('A13 and A14: what the catalogue knows otherwise', () => {
    const services = [{ ...INVENTORY.services[1]!, category: 'functional' as const, cookies: [{ name: '_fbp', purpose: 'x', duration: '90 dni' }] }]
    const judged = judge(cleanBut('accepted', { cookies: [cookie('_fbp')] }), { ...INVENTORY, services })
    expect(codes(judged)).toContain('A14 warn')
    const right = [{ ...services[0]!, category: 'marketing' as const }]
    expect(codes(judge(cleanBut('accepted', { cookies: [cookie('_fbp')] }), { ...INVENTORY, services: right }))).not.toContain('A14 warn')
    const necessary = [{ ...services[0]!, category: 'necessary' as const }]
    expect(codes(judge(cleanBut('accepted', { cookies: [cookie('_fbp')] }), { ...INVENTORY, services: necessary }))).toContain('A13 error')
  })

  test('no rule is without a case', () => {
    const tried = [...CASES.map(([code]) => code), 'A13', 'A14', 'A15']
    expect(AUDIT_RULES.map(({ code }) => code).filter((code) => !tried.includes(code))).toEqual([])
  })
})

test('the gravest first, and the same for the same record', () => {
  const fault = cleanBut('unanswered', { requests: [GA], cookies: [_ga], serviceWorkers: [`${HOME}sw.js`] })
  const { findings } = judge(fault)
  const severities = findings.map(({ severity }) => severity)
  expect([...new Set(severities)]).toEqual(['error', 'warn', 'info'])
  expect(JSON.stringify(judge(fault))).toBe(JSON.stringify(judge(fault)))
})

test('evidence points into the record', () => {
  const fault = cleanBut('refused', { requests: [GA] })
  const [evidence] = judge(fault).findings.find(({ code }) => code === 'A02')?.evidence ?? []
  expect(evidence?.kind).toBe('request')
  if (evidence?.kind !== 'request') return
  const there = fault.states.find(({ name }) => name === evidence.state)?.pages[evidence.page]?.requests[evidence.request]
  expect(there?.url).toBe(GA.url)
})

test('a state that did not come about is not judged as if it had', () => {
  const failed = record([state('unanswered'), state('refused', { requests: [GA] }, 'failed')])
  expect(codes(judge(failed))).toEqual(['A47 warn'])
})

test('what was stopped early, with no page at all, is judged too', () => {
  expect(() => judge(record([], { interrupted: true }))).not.toThrow()
})
