import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { emptyDraft } from '../state/draft'
import type { JsonObject } from '../state/json'
import { partOf } from '../tools'
import { packageOf, widgetFiles } from './packageOf'
import { snippetOf } from './snippet'
import { zip } from './zip'

const seed = (name: string) => JSON.parse(readFileSync(`seeds/${name}.json`, 'utf8')) as JsonObject

const names = [
  'privolim.js',
  'privolim-ui.js',
  'privolim-it.js',
  'privolim-de.js',
  'privolim-klub.css',
  'privolim-papir.css',
]
const analytics = `privolim-${partOf('google-analytics')}.js`
const widget = Object.fromEntries(
  [...names, analytics, `privolim-${partOf('youtube')}.js`].map((name) => [name, '/**/']),
)

const draftOf = (name: string) => ({ inventory: seed(name), look: { ...emptyDraft.look, theme: 'klub' as const } })

describe('packageOf', () => {
  test.each(['pojalabanda', 'ksok', 'zmos', 'kobein', 'kostra'])('has everything for %s', (name) => {
    const made = packageOf(draftOf(name), widget)
    const places = [
      'PREBERI-ME.md',
      'piskotki.json',
      'vstavi-v-head.html',
      'izjava/izjava.html',
      'izjava/izjava.md',
      'izjava/izjava.txt',
      'wordpress.md',
      'joomla.md',
      'privolim/privolim.js',
      'streznik/apache/.htaccess',
      'primer.html',
    ]
    expect(Object.keys(made)).toEqual(expect.arrayContaining(places))
    expect(JSON.parse(made['piskotki.json']!)).toEqual(seed(name))
  })

  test('is there for a draft that is hardly begun, too', () => {
    const made = packageOf(emptyDraft, widget)
    expect(made['PREBERI-ME.md']).toContain('piskotki.json')
    expect(made).not.toHaveProperty('izjava/izjava.html')
  })

  test('tells how each optional service is marked', () => {
    const { 'PREBERI-ME.md': readme } = packageOf(draftOf('kobein'), widget)
    expect(readme).toContain('data-privolim="analitika"')
    expect(packageOf(draftOf('pojalabanda'), widget)['PREBERI-ME.md']).toContain('kode strani ni treba spreminjati')
  })
})

test('only the files that can be fetched come along', () => {
  expect(Object.keys(widgetFiles(draftOf('ksok'), widget))).toEqual([
    'privolim.js',
    'privolim-ui.js',
    'privolim-it.js',
    'privolim-klub.css',
    analytics,
  ])
})

test('the archive reads as it was written, with letters that are not plain', () => {
  const read = unzipSync(zip({ 'mapa/č.txt': 'š ž' }, new Date('2026-01-01')))
  expect(Object.entries(read).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([['mapa/č.txt', 'š ž']])
})

test('the snippet says what differs from what is meant anyway', () => {
  expect(snippetOf(emptyDraft.look)).toBe(
    '<script src="/privolim/privolim.js" data-inventory="/piskotki.json"></script>\n',
  )
  const look = { position: 'corner', theme: 'papir', properties: { accent: '#123456' } } as const
  expect(snippetOf(look)).toContain('data-position="corner"')
  expect(snippetOf(look)).toContain('privolim-papir.css')
  expect(snippetOf(look)).toContain('--privolim-accent: #123456;')
})
