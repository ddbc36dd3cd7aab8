import { expect, test } from 'vitest'
import { numberIn, tableOf } from './table.mjs'

const rows = [
  { figure: 'firstBytes', places: 0, en: 'bytes', sl: 'bajtov' },
  { figure: 'open10', places: 0, phone: true, note: 'preferences', en: 'opened', sl: 'odprto' },
  { figure: 'axeQuestion', en: 'axe', sl: 'axe' },
  { figure: 'order', note: 'order', always: true, en: 'order', sl: 'vrstni red' },
]

const peers = [
  {
    name: 'One',
    version: '1.0.0',
    order: true,
    figures: { firstBytes: { median: 12_484.4 }, open10: { median: 92 }, axeQuestion: [] },
  },
  {
    name: 'Two',
    version: '2.0.0',
    order: false,
    notes: { preferences: { en: 'It has none.', sl: 'Nima jih.' }, order: { en: 'By the page.', sl: 'Po strani.' } },
    figures: { firstBytes: { median: 7280 }, axeQuestion: [{ rule: 'region', places: 19 }, { rule: 'color-contrast', places: 2 }] },
  },
]

test('has a column for each widget and a note for what one cannot do', () => {
  expect(tableOf({ peers }, { rows })).toBe(`|  | One 1.0.0 | Two 2.0.0 |
| --- | ---: | ---: |
| bytes | 12,484 | 7,280 |
| opened *(slow phone)* | 92 | — ¹ |
| axe | 0 | 21 |
| order | yes | no ² |

¹ It has none.  
² By the page.`)
})

test('is written in Slovenian as well', () => {
  const table = tableOf({ peers }, { rows, lang: 'sl' })
  expect(table).toContain('| bajtov | 12.484 | 7280 |')
  expect(table).toContain('| odprto *(počasen telefon)* | 92 | — ¹ |')
  expect(table).toContain('¹ Nima jih.')
})

test('numbers have their places, and nothing has none', () => {
  expect(numberIn('en', 0.0421, 3)).toBe('0.042')
  expect(numberIn('sl', 0.0421, 3)).toBe('0,042')
  expect(numberIn('en', 0, 3)).toBe('0')
})
