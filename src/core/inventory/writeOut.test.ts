import { describe, expect, test } from 'vitest'
import { writeOut } from './writeOut'

const controller = { name: 'Jibe d.o.o.' }
const record = { name: '_t', purpose: 'prijava', duration: '1440 ur' }
const forum = { id: 'forum', category: 'necessary', provider: controller }

describe('the defaults', () => {
  test('of an inventory with a controller alone', () => {
    expect(writeOut({ controller })).toEqual({
      controller,
      site: { name: 'Jibe d.o.o.' },
      policy: {},
      recipients: [],
      languages: ['sl'],
      validFor: 'P6M',
      services: [],
    })
  })

  test('give way to what is written', () => {
    const written = {
      controller,
      site: { name: 'Pojalabanda.com', url: 'https://pojalabanda.com' },
      policy: { url: '/zasebnost' },
      recipients: [{ name: 'Mailchimp', purpose: 'novice' }],
      languages: ['it', 'sl'],
      validFor: 'P1Y',
      cookieDomain: 'pojalabanda.com',
      receiptEndpoint: '/potrdila',
      services: [{ ...forum, cookies: [record] }],
    }
    expect(writeOut(written)).toEqual(written)
  })

  test('a service without records has an empty list', () => {
    expect(writeOut({ controller, services: [forum] }).services).toEqual([{ ...forum, cookies: [] }])
  })
})

describe('the bare table', () => {
  test("is the site's own and necessary", () => {
    const { services } = writeOut({ controller, site: { name: 'Pojalabanda.com' }, cookies: [record] })
    expect(services).toEqual([
      {
        id: 'site-necessary',
        name: 'Pojalabanda.com',
        category: 'necessary',
        provider: { name: 'Jibe d.o.o.' },
        cookies: [record],
      },
    ])
  })

  test('gives one service for each category that occurs, in the order of the categories', () => {
    const cookies = [
      { ...record, name: 'a', category: 'marketing' },
      { ...record, name: 'b' },
      { ...record, name: 'c', category: 'functional' },
      { ...record, name: 'd', category: 'marketing' },
      { ...record, name: 'e', category: 'necessary' },
    ]
    const services = writeOut({ controller, cookies }).services.map(({ id, category, cookies: rows }) => [
      id,
      category,
      rows.map(({ name }) => name).join(),
    ])
    expect(services).toEqual([
      ['site-necessary', 'necessary', 'b,e'],
      ['site-functional', 'functional', 'c'],
      ['site-marketing', 'marketing', 'a,d'],
    ])
  })

  test('stands before the services, and leaves no table behind', () => {
    const inventory = writeOut({ controller, cookies: [record], services: [forum] })
    expect(inventory.services.map(({ id }) => id)).toEqual(['site-necessary', 'forum'])
    expect(inventory).not.toHaveProperty('cookies')
  })

  test('that is empty is none', () => {
    expect(writeOut({ controller, cookies: [] }).services).toEqual([])
  })
})

test('what was handed over is not changed', () => {
  const json = { controller, services: [forum], cookies: [record] }
  const before = structuredClone(json)
  writeOut(json)
  expect(json).toEqual(before)
})
