import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { record } from './record'

const QUANTCAST = ['Prepozna brskalnik za oglase (Quantcast).', 'Recognises the browser for ads (Quantcast).'] as const

/**
 * Publications on Issuu in a page, as municipal papers often are. Cookies: Open Cookie Database (Apache-2.0). Issuu
 * does not say in public by which mechanism data go to the United States, so none is claimed.
 */
const entry: Service = {
  id: 'issuu',
  name: 'Issuu',
  category: 'embeds',
  purpose: { sl: 'prikaz publikacij', en: 'showing publications' },
  provider: { name: 'Issuu, Inc.', country: 'US', privacyUrl: 'https://issuu.com/legal/privacy' },
  hosts: ['*.issuu.com'],
  cookies: [
    record(
      'iutk',
      'P10Y',
      'Prepozna napravo in prebrane publikacije.',
      'Recognises the device and what was read.',
      'issuu.com',
    ),
    record('__qca', 'P1Y', ...QUANTCAST, 'issuu.com'),
    record('mc', 'P13M', ...QUANTCAST, 'quantserve.com'),
  ],
}

export const complete = completeFrom(entry)
