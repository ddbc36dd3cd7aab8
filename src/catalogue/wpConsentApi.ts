import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { THIS_SITE } from './providers'
import { record } from './record'
import { connectWordPress } from './vendors/connectWordPress'

/**
 * The plugin "WP Consent API", through which plugins of WordPress ask what is allowed. It keeps the answers in cookies
 * of its own, for thirty days (github.com/WordPress/wp-consent-level-api).
 */
const entry: Omit<Service, 'provider'> = {
  id: 'wp-consent-api',
  name: 'WP Consent API',
  category: 'necessary',
  purpose: { sl: 'sporočanje vaše izbire vtičnikom spletne strani', en: 'telling your choice to the site’s plugins' },
  cookies: [
    record(
      'wp_consent_*',
      'P30D',
      'Hrani vašo izbiro za vtičnike WordPressa.',
      'Keeps your choice for WordPress plugins.',
    ),
  ],
}

export const complete = completeFrom(({ provider = THIS_SITE }) => ({ ...entry, provider }), connectWordPress)
