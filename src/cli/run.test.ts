import { describe, expect, test } from 'vitest'
import type { Io } from './io'
import { run } from './run'

const GOOD = JSON.stringify({
  site: { name: 'Klub', url: 'https://klub.example/' },
  controller: { name: 'Klub', address: 'Ulica 1, 6000 Koper', email: 'info@klub.example' },
  policy: { url: '/zasebnost', version: '1', date: new Date().toISOString().slice(0, 10) },
  services: [
    {
      id: 'forum', name: 'Forum', category: 'necessary', purpose: 'prijava v forum', provider: { name: 'Klub', country: 'SI' },
      cookies: [{ name: 'seja_foruma', purpose: 'Drži prijavo v forum.', duration: 'Trajanje seje', party: 'first' }],
    },
    {
      id: 'stevec', name: 'Števec', category: 'analytics', purpose: 'merjenje obiska', provider: { name: 'Klub', country: 'SI' }, hosts: ['stevec.klub.example'],
      cookies: [{ name: 'stevec_obiskov', purpose: 'Šteje obiske.', duration: '30 dni', party: 'first' }],
    },
  ],
})

const MEGABYTES = new Uint8Array(50_000_000).fill(120)

const utf16 = (text: string) => new Uint8Array(Uint16Array.from([0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))]).buffer)

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'dober.json': GOOD,
  'mapa s šumniki/popis čž.json': GOOD,
  'windows.json': JSON.stringify(JSON.parse(GOOD), undefined, 2).replaceAll('\n', '\r\n'),
  'utf16.json': utf16(GOOD),
  'slab.json': '{ "controller": { "name": "" } }',
  'sledilnik.json': JSON.stringify({ controller: { name: 'Klub' }, cookies: [{ name: '_ga', purpose: 'x', duration: '2 leti' }] }),
  'zlomljen.json': '{\n  "controller": {\n    "name": "Klub",\n  }\n}',
  'prazen.json': '  \n',
  'stran.html': '<!doctype html><table><tr><th>Ime</th><th>Namen</th><th>Trajanje</th></tr><tr><td>_ga</td><td>Šteje obiske</td><td>2 leti</td></tr></table>',
  'politika.txt': 'Z nadaljnjo uporabo spletne strani se strinjate s piškotki. Velja ZVOP-1.',
  'velik.json': MEGABYTES,
  '-': GOOD,
}

const failing = (code: string) => Promise.reject(Object.assign(new Error(code), { code }))

const call = async (...argv: string[]) => {
  const written: Record<string, string> = {}
  const seen = { out: '', told: '' }
  const io: Io = {
    out: (text) => (seen.out += text),
    tell: (text) => (seen.told += `${text}\n`),
    read: (name) => {
      const content = FILES[name]
      if (content === undefined) return failing(name.endsWith('/') ? 'EISDIR' : 'ENOENT')
      return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content)
    },
    write: (name, text) => {
      written[name] = text
      return Promise.resolve()
    },
  }
  const status = await run(argv, io, '1.2.3')
  return { status, written, ...seen }
}

describe('help', () => {
  test.each(['validate', 'lint', 'import', 'declaration', 'csp', 'verdict', 'audit'])('%s has its own, in both languages', async (command) => {
    const slovenian = await call(command, '--help')
    const english = await call(command, '--help', '--lang', 'en')
    expect([slovenian.status, english.status]).toEqual([0, 0])
    expect(slovenian.out).toContain(`privolim ${command} `)
    expect(slovenian.out).toContain('Izhodno stanje')
    expect(english.out).toContain('Exit status')
    expect((await call('--help')).out).toContain(command)
  })
  test('no command is help, and a mistake', async () => expect(await call()).toMatchObject({ status: 2 }))
  test('a command that is nearly right is named', async () => {
    expect((await call('valdate', 'dober.json')).told).toContain('»validate«')
    expect((await call('nekaj', 'dober.json')).told).not.toContain('mislili')
  })
  test('the version', async () => expect(await call('--version')).toMatchObject({ status: 0, out: '1.2.3\n' }))
})

describe('what cannot be used ends with 2 and says what to do', () => {
  test.each([
    ['ni.json', 'Datoteke »ni.json« ni'],
    ['mapa/', 'je mapa'],
    ['zlomljen.json', 'vrstica 4, stolpec 3'],
    ['prazen.json', 'je prazna'],
    ['stran.html', 'privolim import stran.html'],
    ['velik.json', '50 MB'],
  ])('%s', async (file, said) => {
    for (const command of ['validate', 'lint', 'verdict', 'declaration', 'csp']) {
      const { status, told, out } = await call(command, file)
      expect([command, status, out]).toEqual([command, 2, ''])
      expect(told).toContain(said)
    }
  })
  test.each([
    [['ftp://obcina.example'], 'ni spletni naslov'],
    [['http://'], 'ni spletni naslov'],
    [['obcina.example', '--pages', 'nič'], '--pages je število od 1'],
    [['obcina.example', '--minutes', '0'], '--minutes je število od 1'],
    [['obcina.example', '--fail-on', 'info'], '--fail-on je error ali warn'],
    [['obcina.example', '--inventory', 'ni.json'], 'Datoteke »ni.json« ni'],
    [['obcina.example', '--inventory', 'slab.json'], 'Popis ni pravilen'],
    [[], 'Navedite naslov spletišča'],
  ])('audit %j', async (argv, said) => {
    const { status, told } = await call('audit', ...argv)
    expect(status).toBe(2)
    expect(told).toContain(said)
  })
  test('in English, too', async () => expect((await call('validate', 'ni.json', '--lang=en')).told).toContain('There is no file "ni.json"'))
  test('no file, two files, an unknown option, an option without its value', async () => {
    for (const argv of [['validate'], ['validate', 'dober.json', 'slab.json'], ['validate', 'dober.json', '--nekaj'], ['lint', 'dober.json', '--policy']])
      expect((await call(...argv)).status).toBe(2)
    expect((await call('validate', 'dober.json', '--nekaj')).told).toContain('--nekaj')
  })
})

describe('validate', () => {
  test.each(['dober.json', 'mapa s šumniki/popis čž.json', 'windows.json', 'utf16.json', '-'])('%s is right', async (file) => {
    expect(await call('validate', file)).toMatchObject({ status: 0, out: '' })
  })
  test('every issue on a line, or as JSON', async () => {
    expect(await call('validate', 'slab.json')).toMatchObject({ status: 1, out: expect.stringContaining('controller.name') as string })
    const { out } = await call('validate', 'slab.json', '--json')
    expect(JSON.parse(out)).toMatchObject({ issues: [{ path: 'controller.name' }] })
  })
})

describe('lint', () => {
  test('a clean inventory', async () => expect(await call('lint', 'dober.json')).toMatchObject({ status: 0, out: '' }))
  test('a tracker among the strictly necessary, with its place', async () => {
    const { status, out } = await call('lint', 'sledilnik.json')
    expect(status).toBe(1)
    expect(out).toMatch(/I04 napaka cookies\[0\]/)
    expect((await call('lint', 'sledilnik.json', '--lang', 'en')).out).toMatch(/I04 error/)
  })
  test('the policy beside it', async () => {
    const { status, out } = await call('lint', 'dober.json', '--policy', 'politika.txt')
    expect(status).toBe(1)
    for (const rule of ['P01', 'P04']) expect(out).toContain(rule)
    const { out: json } = await call('lint', 'dober.json', '--policy', 'politika.txt', '--json')
    expect((JSON.parse(json) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule)).toContain('P04')
  })
})

describe('import', () => {
  test('a page becomes an inventory that is right', async () => {
    const { status, out } = await call('import', 'stran.html')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ services: [{ use: 'google-analytics' }] })
  })
  test('into a file', async () => {
    const { written, out } = await call('import', 'stran.html', '--out', 'piskotki.json')
    expect(out).toBe('')
    expect(JSON.parse(written['piskotki.json']!)).toHaveProperty('services')
  })
  test('with what was read where, as JSON', async () => {
    expect(JSON.parse((await call('import', 'stran.html', '--json')).out)).toMatchObject({ cookies: [{ name: '_ga', iso: 'P2Y', from: { kind: 'table' } }] })
  })
  test('where nothing is listed, that is a finding', async () => {
    expect(await call('import', 'politika.txt')).toMatchObject({ status: 1, told: expect.stringContaining('seznama po imenih') as string })
  })
})

describe('declaration', () => {
  test.each([
    ['html', '<th scope="row" translate="no">stevec_obiskov</th>'],
    ['markdown', '| stevec\\_obiskov |'],
    ['text', 'stevec_obiskov'],
  ])('%s', async (format, holds) => {
    expect(await call('declaration', 'dober.json', '--format', format)).toMatchObject({ status: 0, out: expect.stringContaining(holds) as string })
  })
  test('in another language', async () => expect((await call('declaration', 'dober.json', '--language', 'it')).out).toContain('lang="it"'))
  test('of a wrong inventory there is none', async () => expect(await call('declaration', 'slab.json')).toMatchObject({ status: 2, out: '' }))
  test('a format that is none', async () => expect((await call('declaration', 'dober.json', '--format', 'pdf')).told).toContain('»pdf«'))
})

describe('csp', () => {
  test('the header alone, by what is granted', async () => {
    expect((await call('csp', 'dober.json')).out).not.toContain('stevec.klub.example')
    expect((await call('csp', 'dober.json', '--granted', 'analytics')).out).toContain('stevec.klub.example')
  })
  test.each(['apache', 'nginx', 'caddy', 'iis', 'php'])('rules for %s, and the steps beside them', async (server) => {
    const { status, out, told } = await call('csp', 'dober.json', '--server', server)
    expect(status).toBe(0)
    expect(out).toContain('stevec.klub.example')
    expect(told.length).toBeGreaterThan(40)
  })
  test('a server or an id that is none', async () => {
    expect(await call('csp', 'dober.json', '--server', 'tomcat')).toMatchObject({ status: 2 })
    expect(await call('csp', 'dober.json', '--granted', 'ugibanje')).toMatchObject({ status: 2, out: '' })
  })
})

describe('verdict', () => {
  test('consent for what is optional', async () => {
    expect(await call('verdict', 'dober.json')).toMatchObject({ status: 0, out: expect.stringContaining('Potrebujete privolitev za merjenje obiska') as string })
    expect(JSON.parse((await call('verdict', 'dober.json', '--json')).out)).toMatchObject({ kind: 'consent', categories: ['analytics'] })
  })
  test('what is missing is a finding', async () => expect(await call('verdict', 'slab.json')).toMatchObject({ status: 1 }))
})
