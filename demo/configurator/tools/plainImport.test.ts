import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { plainImport } from './plainImport'

// It brings no types along.
const { JSDOM } = await vi.importActual<{ JSDOM: new (html: string) => { window: { document: Document } } }>('jsdom')
const parse = (html: string) => new JSDOM(html).window.document

test('a table as a browser copies it', () => {
  const { cookies } = plainImport(readFileSync('seeds/documents/pojalabanda.txt', 'utf8'), parse)
  const seed = JSON.parse(readFileSync('seeds/pojalabanda.json', 'utf8')) as {
    cookies: { name: string; duration: string }[]
  }
  expect(cookies.map(({ name, duration }) => ({ name, duration }))).toEqual(
    seed.cookies.map(({ name, duration }) => ({ name, duration })),
  )
})

test('a table of a page, in any order of columns, and the services of its scripts', () => {
  const html = `<table><tr><th>Trajanje</th><th>Ime</th><th>Namen</th></tr><tr><td>1 leto</td><td>jezik</td><td>Izbira jezika.</td></tr></table>
    <script>gtag('config', 'G-ABCDEF1234')</script>`
  const { cookies, services } = plainImport(html, parse)
  expect(cookies).toMatchObject([{ name: 'jezik', duration: '1 leto', purpose: 'Izbira jezika.' }])
  expect(services).toMatchObject([{ account: 'G-ABCDEF1234', role: 'service' }])
})

test('nothing is made of noise', () => {
  expect(plainImport('\u0000<<<>>> \t\t\n'.repeat(1000), parse).cookies).toEqual([])
})
