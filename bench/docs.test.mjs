import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { putBetween, textBetween } from './between.mjs'
import { docsTextOf, readmeTextOf } from './texts.mjs'

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

const summary = JSON.parse(read('docs/bench.json'))

test('the table is the one that was measured', () => {
  expect(textBetween(read('docs/bench.md'))).toBe(docsTextOf(summary))
})

for (const [name, lang] of [['README.md', 'en'], ['README.sl.md', 'sl']]) {
  test(`${name} quotes the table, and no other size or time`, () => {
    const readme = read(name)
    expect(textBetween(readme)).toBe(readmeTextOf(summary, lang))
    expect(putBetween(readme, '').match(/\d\s?(k?B|ms|bajt\p{L}*|bytes)(?!\p{L})/giu)).toBeNull()
  })
}

test('a document without a place for the table is refused', () => {
  expect(() => putBetween('# Bench', 'table')).toThrow('There is no place for the table')
})
