import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { GOOGLE } from './providers'
import { record } from './record'
import { connectGoogle } from './vendors/connectGoogle'

/** Google Analytics 4. Cookies and lifetimes: support.google.com/analytics/answer/11397207. */
const entry: Service = {
  id: 'google-analytics',
  name: 'Google Analytics',
  category: 'analytics',
  purpose: { sl: 'merjenje obiska', en: 'measuring visits' },
  provider: GOOGLE,
  hosts: ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com'],
  cookies: [
    record('_ga', 'P2Y', 'Loči obiskovalce med seboj.', 'Tells visitors apart.'),
    record('_ga_*', 'P2Y', 'Hrani stanje obiska.', 'Keeps the state of a visit.'),
  ],
}

export const complete = completeFrom(entry, connectGoogle)
