import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { PATTERNS } from '../../check/shape'
import { CATEGORIES, type Service } from '../../core/inventory/types'
import { readIso } from '../../tools/duration/iso'
import { covers } from '../../tools/hosts/covers'
import { completeFromCatalogue } from '../completeFromCatalogue'
import { knownServices } from '../knownServices'
import { known } from '.'
import { EVIDENCE } from './types'
import { writeOut } from './write'

const services = known.map(writeOut)
const rows = services.flatMap((service) => service.cookies.map((cookie) => ({ service, cookie })))

const words = { type: 'string', pattern: '^\\S(.*\\S)?$' }
const sentence = { type: 'string', pattern: '^[A-ZČŠŽ].*\\.$' }
const phrase = { type: 'string', pattern: '^[a-zčšž].*[^.\\s]$' }
const address = { type: 'string', pattern: '^https://[^\\s]+$' }
const inBoth = (text: object) => ({
  type: 'object',
  properties: { sl: text, en: text },
  required: ['sl', 'en'],
  additionalProperties: false,
})

const SCHEMA = {
  type: 'object',
  properties: {
    id: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
    name: words,
    category: { enum: CATEGORIES },
    purpose: inBoth(phrase),
    provider: {
      type: 'object',
      properties: {
        name: words,
        country: { type: 'string', pattern: PATTERNS['country']!.source },
        privacyUrl: address,
        transfer: words,
      },
      required: ['name'],
      additionalProperties: false,
    },
    hosts: {
      type: 'array',
      items: { type: 'string', pattern: '^(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+$' },
      uniqueItems: true,
    },
    scripts: { type: 'array', items: { type: 'string', pattern: '^[^/\\s:]+/\\S*$' }, uniqueItems: true },
    cookies: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', pattern: '^[^*\\s]*\\*?[^*\\s]*$', minLength: 1 },
          pattern: { type: 'string', pattern: '^\\^.*\\$$' },
          domain: { type: 'string', pattern: PATTERNS['domain']!.source },
          ambiguous: { const: true },
          category: { enum: CATEGORIES },
          party: { enum: ['first', 'third'] },
          storage: { enum: ['localStorage', 'sessionStorage', 'indexedDB', 'pixel'] },
          duration: words,
          purpose: inBoth(sentence),
          evidence: { enum: EVIDENCE },
        },
        required: ['name', 'category', 'party', 'duration', 'purpose'],
        additionalProperties: false,
      },
    },
    use: { enum: Object.keys(knownServices) },
    status: { enum: ['active', 'discontinued'] },
    consentApi: { type: 'string', pattern: '^[a-z0-9-]+$' },
    evidence: { enum: EVIDENCE },
    evidenceUrl: address,
    notes: { type: 'string', pattern: '^[A-ZČŠŽ_.“].*\\.$' },
    notesEn: { type: 'string', pattern: '^[A-ZČŠŽ_.“].*\\.$' },
  },
  dependencies: { notes: ['notesEn'], notesEn: ['notes'] },
  required: ['id', 'name', 'category', 'purpose', 'provider', 'hosts', 'scripts', 'cookies', 'status', 'evidence'],
  additionalProperties: false,
}

describe('each service', () => {
  const validate = new Ajv({ allErrors: true }).compile(SCHEMA)

  test.each(services.map((service) => [service.id, service] as const))('%s has the shape of one', (_id, service) => {
    validate(service)
    expect(validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? []).toEqual([])
  })

  test('has an id, a name and addresses of its own', () => {
    for (const values of [
      services.map(({ id }) => id),
      services.map(({ name }) => name),
      services.flatMap(({ scripts }) => scripts),
    ])
      expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([])
  })

  test('stands in its file by the order of ids', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => !/^(index|types|write)\.ts$|test/.test(name))
    for (const file of files) {
      const code = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
      const ids = [...code.matchAll(/^ {4}id: '(.*)'/gm)].map(([, id = '']) => id)
      expect(ids.length, file).toBeGreaterThan(0)
      expect(ids).toEqual(ids.toSorted())
    }
  })

  test('names whom data outside the EEA go to, and by which mechanism only where it is abroad', () => {
    for (const { id, provider } of services)
      if (provider.transfer) expect(`${id} ${provider.country}`).toMatch(/US|NZ/)
  })
})

describe('each record', () => {
  test('has a name of its own within its service and domain', () => {
    const names = rows.map(({ service, cookie }) => [service.id, cookie.name, cookie.domain].join(' '))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('lasts for a time that can be read', () => {
    expect(rows.filter(({ cookie }) => !readIso(cookie.duration)).map(({ cookie }) => cookie.name)).toEqual([])
  })

  test('is a third party’s where it is on another domain', () => {
    expect(rows.filter(({ cookie }) => cookie.domain && cookie.party === 'first')).toEqual([])
  })

  test('has a pattern that fits its own name, whole names only, and can be tried in one go', () => {
    for (const { cookie } of rows.filter((row) => row.cookie.pattern)) {
      const source = cookie.pattern!
      const [start, end] = cookie.name.split('*')
      const samples = ['UA-1', 'ABC123', '123', 'f'.repeat(32), 'abc_sid', 'PageviewSample', 'au', 'AW', 'first']
      expect(
        samples.filter((sample) => RegExp(source).test(start + sample + end)),
        source,
      ).not.toHaveLength(0)
      expect(RegExp(source).test(`x ${start}`), source).toBe(false)
      // No group that repeats and no second blank: the time grows with the name alone.
      expect(source).not.toMatch(/\)[*+{]|[*+]\)|\.\*.*[*+]/)
    }
  })
})

describe('what the widget knows too', () => {
  const used = services.filter(({ use }) => use)

  test('is each in the catalogue but for the signal that is no service', () => {
    expect(used.map(({ use }) => use!).sort()).toEqual(
      Object.keys(knownServices)
        .filter((use) => use !== 'datalayer-event')
        .sort(),
    )
  })

  test.each(used.map((service) => [service.use!, service] as const))('%s says the same of itself', (use, service) => {
    const { json } = completeFromCatalogue({ services: [{ use }] })
    const complete = (json as { services: Service[] }).services[0]!
    expect({ category: service.category, purpose: service.purpose, provider: service.provider }).toEqual({
      category: complete.category,
      purpose: complete.purpose,
      provider: complete.provider,
    })
    const asWidget = service.cookies.map(({ name, purpose, duration, party, domain }) => ({
      name,
      purpose,
      duration: duration === 'session' ? 'Trajanje seje' : duration,
      party,
      ...(domain && { domain }),
    }))
    expect(asWidget).toEqual(expect.arrayContaining([...complete.cookies]))
    const hosts = complete.hosts ?? []
    const strange = service.hosts.filter((host) => !hosts.some((one) => covers(one, host.replace('*.', ''))))
    // Buttons of LinkedIn are recognised, the widget knows its tag; Matomo's host is the site's own to say.
    expect(strange).toEqual({ matomo: ['cdn.matomo.cloud'], linkedin: ['platform.linkedin.com'] }[use] ?? [])
  })
})

describe('the catalogue', () => {
  test('is small enough to be fetched by a page of tools', () => {
    const json = JSON.stringify(services)
    const { length } = brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    expect(length, `${services.length} services, ${rows.length} records`).toBeLessThan(20_000)
  })

  test('is out of reach of whatever a visitor fetches', () => {
    const src = join(import.meta.dirname, '../..')
    const isCode = (file: string) => /\.tsx?$/.test(file) && !file.includes('.test.')
    const reached = new Set(
      readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
        (file) => isCode(file) && !/^(tools|cli|audit|catalogue.known)\W/.test(file),
      ),
    )
    expect(reached.size).toBeGreaterThan(100)
    // A set grows while it is walked.
    for (const file of reached)
      for (const [, path = ''] of readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\() ?'(\.[^']*)'/g)) {
        const target = join(dirname(file), path)
        const there = [target, `${target}.ts`, `${target}.tsx`, join(target, 'index.ts')]
        const found = there.find((one) => isCode(one) && existsSync(join(src, one)))
        if (found) reached.add(found)
      }
    const wrongly = [...reached].filter((file) => /^(catalogue.known|tools.catalogue|tools.index)\W/.test(file))
    expect(wrongly).toEqual([])
    expect(reached).toContain(join('tools', 'duration', 'iso.ts'))
  })
})
