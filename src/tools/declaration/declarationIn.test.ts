import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { declaration } from './declaration'
import { declarationMarkdown } from './declarationMarkdown'
import { declarationText } from './declarationText'

const SEEDS = ['ksok', 'zmos', 'kobein', 'kostra', 'pojalabanda']
const seed = (key: string) => readFileSync(new URL(`../../../seeds/${key}.json`, import.meta.url), 'utf8')

const tricky = {
  controller: { name: 'Klub | *Zvezda* <b>' },
  cookies: [{ name: '_a|b*', purpose: 'Šteje | obiske\nin `kodo` [tu](x)', duration: '2 leti' }],
}

describe.each(SEEDS)('%s', (key) => {
  const { services = [], cookies = [] } = JSON.parse(seed(key)) as { services?: { cookies?: { name: string }[] }[]; cookies?: { name: string }[] }
  const names = [...services.flatMap((service) => service.cookies ?? []), ...cookies].map(({ name }) => name)

  test('Markdown and text name every record, in every language', () => {
    for (const language of ['sl', 'it', 'hu', 'en', 'de', 'hr'])
      for (const name of names) {
        expect(declarationMarkdown(seed(key), { language }).replaceAll('\\', '')).toContain(name)
        // A long name may be cut by its column.
        expect(declarationText(seed(key), { language }).replace(/\s/g, '')).toContain(name.slice(0, 8))
      }
  })

  test('no line of the text is longer than 80 characters, and none holds markup', () => {
    const text = declarationText(seed(key))
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    expect(text).not.toMatch(/<\w|\*\*/)
  })

  test('each row of a Markdown table has as many cells as its head', () => {
    for (const table of declarationMarkdown(seed(key)).split('\n\n').filter((block) => block.startsWith('|'))) {
      const counts = table.trim().split('\n').map((row) => row.replace(/\\\|/g, '').split('|').length)
      expect(new Set(counts).size).toBe(1)
    }
  })

  test('the HTML is valid', () => {
    const html = `<!doctype html><html lang="sl"><head><title>x</title></head><body><h1>x</h1><h2>x</h2>${declaration(seed(key))}</body></html>`
    const report = new HtmlValidate({ extends: ['html-validate:standard'] }).validateStringSync(html)
    expect(report.results.flatMap(({ messages }) => messages).map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([])
  })
})

test('what would be markup stays text', () => {
  const markdown = declarationMarkdown(tricky)
  expect(markdown).toContain('\\_a\\|b\\*')
  expect(markdown).toContain('Šteje \\| obiske in \\`kodo\\` \\[tu\\](x)')
  expect(markdown).not.toContain('<b>\n')
  expect(declarationText(tricky)).toContain('Klub | *Zvezda* <b>')
})

test('a wrong inventory is refused with every issue', () => {
  expect(() => declarationMarkdown({})).toThrow('controller')
  expect(() => declarationText('{')).toThrow('JSON')
})
