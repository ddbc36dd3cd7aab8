import { expect, test } from 'vitest'
import { catalogue } from './catalogue'
import { searchCatalogue } from './searchCatalogue'

const first = (query: string) => searchCatalogue(query)[0]?.id
const ids = (query: string) => searchCatalogue(query).map(({ id }) => id)

test.each([
  ['youtube', 'youtube'],
  ['YouTube', 'youtube'],
  ['mailch', 'mailchimp'],
  ['google analytics', 'ga4'],
  ['_fbp', 'meta-pixel'],
  ['_hjid', 'hotjar'],
  ['phpsessid', 'php'],
  ['issuu.com', 'issuu'],
  ['chimpstatic', 'mailchimp'],
  ['rocket science', 'mailchimp'],
  ['tag manager', 'gtm'],
  ['google-tag-manager', 'gtm'],
  ['iprom', 'iprom'],
])('»%s« finds %s first', (query, id) => {
  expect(first(query)).toBe(id)
})

test('marks on letters and endings of words do not count', () => {
  expect(ids('placila')).toEqual(ids('plačila'))
  expect(ids('placila')).toContain('stripe')
  expect(ids('obcina')).toContain('issuu')
  expect(ids('občinskih')).toContain('issuu')
  expect(ids('zaščita obrazcev')).toContain('turnstile')
})

test('every word must be found', () => {
  expect(ids('google pisave')).toEqual(['google-fonts'])
  expect(ids('google nekaj-cesar-ni')).toEqual([])
  expect(ids('[(*+')).toEqual([])
})

test('an empty query finds all, in the order of names', () => {
  expect(searchCatalogue('  ')).toEqual(catalogue)
  expect(catalogue.length).toBeGreaterThanOrEqual(70)
})
