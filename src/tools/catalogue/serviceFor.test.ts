import { describe, expect, test } from 'vitest'
import { completeFromCatalogue } from '../../catalogue/completeFromCatalogue'
import type { Service } from '../../core/inventory/types'
import { validateInventory } from '../validate/validateInventory'
import { CALLS } from './calls'
import { catalogue } from './catalogue'
import { knownService } from './knownService'
import { serviceFor, servicesFor } from './serviceFor'

const inventory = (services: readonly object[]) => ({ controller: { name: 'Društvo' }, services })

describe('every known service can be written down', () => {
  test.each(catalogue.map((known) => [known.id, known] as const))('%s', (_id, known) => {
    expect(validateInventory(inventory([serviceFor(known)]))).toEqual([])
    expect(validateInventory(inventory(servicesFor(known)))).toEqual([])
  })

  test('and all of them beside each other, completed', () => {
    const { json, unknown } = completeFromCatalogue(inventory(catalogue.flatMap((known) => servicesFor(known))))
    expect(unknown).toEqual([])
    expect(validateInventory(json)).toEqual([])
  })
})

test('what the widget knows is written in short', () => {
  expect(serviceFor(knownService('ga4')!, 'G-ABC1234567')).toEqual({ use: 'google-analytics', account: 'G-ABC1234567' })
  expect(serviceFor(knownService('youtube')!)).toEqual({ use: 'youtube' })
  expect(serviceFor(knownService('matomo')!, '7', 'stat.drustvo.si')).toEqual({
    use: 'matomo',
    account: '7',
    hosts: ['stat.drustvo.si'],
  })
})

test('anything else is written in full', () => {
  expect(serviceFor(knownService('spotify')!)).toEqual({
    id: 'spotify',
    name: 'Spotify',
    category: 'embeds',
    purpose: { sl: 'predvajanje glasbe in podkastov', en: 'playing music and podcasts' },
    provider: { name: 'Spotify AB', country: 'SE' },
    hosts: ['open.spotify.com', 'embed.spotify.com', '*.spotifycdn.com', '*.scdn.co'],
    cookies: ['sp_landing', 'sp_t'].map((name) => ({
      name,
      purpose: { sl: 'Omogoča delovanje predvajalnika.', en: 'Lets the player work.' },
      duration: name === 'sp_t' ? 'P2M' : 'P1D',
      party: 'third',
      domain: 'spotify.com',
    })),
  })
})

test('what is optional never goes along with what is strictly necessary', () => {
  const shop = servicesFor(knownService('woocommerce')!) as Service[]
  expect(shop.map(({ id, category }) => [id, category])).toEqual([
    ['woocommerce', 'necessary'],
    ['woocommerce-functional', 'functional'],
    ['woocommerce-analytics', 'analytics'],
    ['woocommerce-marketing', 'marketing'],
  ])
  expect(shop[0]).toEqual(serviceFor(knownService('woocommerce')!))
  expect(shop[0]!.cookies.map(({ name }) => name)).not.toContain('sbjs_*')
  expect(shop.flatMap(({ cookies }) => cookies)).toHaveLength(knownService('woocommerce')!.cookies.length)
})

test('a record without a name of its own is left to the owner', () => {
  expect(JSON.stringify(serviceFor(knownService('joomla')!))).not.toContain('"*"')
})

test('every call of a vendor belongs to a known service', () => {
  expect(CALLS.map(([id]) => id).filter((id) => !knownService(id))).toEqual([])
})
