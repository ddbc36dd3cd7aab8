import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { importInventory } from './importInventory'

// It has no types of its own.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string) => { readonly window: { readonly document: Document } }
}

const examples = new URL('examples/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, examples), 'utf8')

interface Expected {
  readonly name: string
  readonly duration: string | null
  readonly category: string | null
  readonly provider: string | null
  readonly purposeContains: string | null
}

const PARSERS = {
  jsdom: (html: string) => new JSDOM(html).window.document,
  linkedom: (html: string) => parseHTML(html).document,
}

const files = readdirSync(examples).filter((file) => !file.endsWith('.json'))

describe.each(Object.entries(PARSERS))('with %s', (_name, parseHtml) => {
  test.each(files)('%s', (file) => {
    const { cookies: expected } = JSON.parse(read(file.replace(/\.\w+$/, '.expected.json'))) as { cookies: Expected[] }
    const { cookies } = importInventory(read(file), { parseHtml, name: file })
    expect(cookies.map(({ name, iso, category, provider }) => ({ name, duration: iso ?? null, category: category ?? null, provider: provider ?? null }))).toEqual(
      expected.map(({ name, duration, category, provider }) => ({ name, duration, category, provider })),
    )
    for (const [index, { purposeContains }] of expected.entries())
      if (purposeContains) expect(cookies[index]!.purpose).toContain(purposeContains)
  })
})
