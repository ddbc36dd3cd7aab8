import { describe, expect, test } from 'vitest'
import { lintPolicy } from './lintPolicy'

const documents = import.meta.glob<string>('../../../seeds/documents/*.txt', { eager: true, query: '?raw', import: 'default' })

const countsOf = (text: string) => {
  const counts: Record<string, number> = {}
  for (const { rule } of lintPolicy(text)) counts[rule] = (counts[rule] ?? 0) + 1
  return counts
}

describe('what the five documents hold', () => {
  test.each([
    ['ksok', { P03: 1, P07: 2, P08: 1, P09: 2, P10: 2, P13: 5, P18: 2, P27: 1 }],
    ['zmos', { P12: 1, P14: 5, P16: 1, P17: 1, P26: 1 }],
    ['kobein', { P04: 2, P06: 1, P11: 3, P18: 2, P19: 2, P20: 1, P22: 1, P23: 1, P27: 4 }],
    ['kostra', { P01: 1, P02: 1, P03: 1, P04: 3, P11: 2, P12: 1, P13: 2, P24: 3, P25: 1, P26: 2, P27: 4 }],
    ['pojalabanda', { P01: 1, P11: 2, P15: 1, P16: 1, P21: 2, P26: 1, P27: 4 }],
  ])('%s', (name, counts) => {
    expect(countsOf(documents[`../../../seeds/documents/${name}.txt`]!)).toEqual(counts)
  })
})
