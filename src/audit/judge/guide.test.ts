import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AUDIT_RULES } from './rules'

const guide = (name: string) => readFileSync(new URL(`../../../docs/guides/${name}`, import.meta.url), 'utf8')

test.each(['auditing.md', 'auditing.sl.md'])('%s tells of every finding, of each once, and of no other', (name) => {
  const rows = guide(name).match(/^\| A.*/gm) ?? []
  const codes = rows.flatMap((row) => row.split('|')[1]?.match(/A\d\d/g) ?? [])
  expect(codes.sort()).toEqual(AUDIT_RULES.map(({ code }) => code))
})

/** A cell of a single severity is that of all its codes, else they stand in their order. */
test.each(['auditing.md', 'auditing.sl.md'])('%s has the severities of the rules', (name) => {
  const rows = guide(name).match(/^\| A.*/gm) ?? []
  const told = rows.flatMap((row) => {
    const [, codes = '', severities = ''] = row.split('|')
    const list = severities.trim().split(', ')
    return (codes.match(/A\d\d/g) ?? []).map((code, index) => `${code} ${list[index] ?? list[0]}`)
  })
  expect(told.sort()).toEqual(AUDIT_RULES.map(({ code, severity }) => `${code} ${severity}`))
})
