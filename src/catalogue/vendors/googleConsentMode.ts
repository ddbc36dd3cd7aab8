import type { Vendor } from './connectVendor'
import { gtag } from './gtag'

/** Google's seven signals and the category each belongs to; security is never asked about. */
const SIGNALS = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'analytics',
  functionality_storage: 'functional',
  personalization_storage: 'functional',
  security_storage: 'necessary',
} as const

const say =
  (command: 'default' | 'update'): NonNullable<Vendor['onUpdate']> =>
  (granted) =>
    gtag(
      'consent',
      command,
      Object.fromEntries(
        Object.entries(SIGNALS).map(([signal, category]) => [signal, granted(category) ? 'granted' : 'denied']),
      ),
    )

/**
 * Consent Mode v2, basic: `default` once for the page and before anything else of Google's, `update` on every change,
 * and no file of Google's before consent (support.google.com/analytics/answer/13802165). Without `wait_for_update`:
 * that is for answers that come later, and the stored one is here at once.
 */
export const googleConsentMode = {
  family: ['google-analytics', 'google-ads', 'google-tag-manager'],
  stub() {
    window.dataLayer ??= []
    window.gtag ??= gtag
  },
  onDefault: say('default'),
  onUpdate: say('update'),
} satisfies Partial<Vendor>
