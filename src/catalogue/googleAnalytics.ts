import { completeFrom } from './completeFrom'
import { connectGoogle } from './connectGoogle'

/**
 * Google Analytics 4. Cookies and lifetimes: support.google.com/analytics/answer/11397207; the provider for the EEA is
 * Google Ireland Limited, data also go to the United States under the Data Privacy Framework.
 */
const entry = {
  id: 'google-analytics',
  name: 'Google Analytics',
  category: 'analytics',
  purpose: { sl: 'merjenje obiska', en: 'measuring visits' },
  provider: {
    name: 'Google Ireland Limited',
    country: 'IE/US',
    privacyUrl: 'https://policies.google.com/privacy',
    transfer: 'DPF',
  },
  hosts: ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com'],
  cookies: [
    {
      name: '_ga',
      purpose: { sl: 'Loči obiskovalce med seboj.', en: 'Tells visitors apart.' },
      duration: 'P2Y',
      party: 'first',
    },
    {
      name: '_ga_*',
      purpose: { sl: 'Hrani stanje obiska.', en: 'Keeps the state of a visit.' },
      duration: 'P2Y',
      party: 'first',
    },
  ],
} as const

export const complete = completeFrom(entry, connectGoogle)
