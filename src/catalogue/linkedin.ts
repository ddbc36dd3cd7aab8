import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { record } from './record'
import { connectLinkedin } from './vendors/connectLinkedin'

const own = (name: string, duration: string, sl: string, en: string) => record(name, duration, sl, en, 'linkedin.com')

/**
 * LinkedIn Insight Tag. Cookies: Open Cookie Database (Apache-2.0), whose "functional" for some of them is not taken
 * over. Transfers: linkedin.com/help/linkedin/answer/62533.
 */
const entry: Service = {
  id: 'linkedin',
  name: 'LinkedIn Insight Tag',
  category: 'marketing',
  purpose: { sl: 'oglaševanje na LinkedInu', en: 'advertising on LinkedIn' },
  provider: { name: 'LinkedIn Ireland Unlimited Company', country: 'IE/US', transfer: 'DPF' },
  hosts: ['snap.licdn.com', 'px.ads.linkedin.com'],
  cookies: [
    record(
      'li_fat_id',
      'P30D',
      'Posredno prepozna člana za merjenje oglasov.',
      'Recognises a member for measuring ads.',
    ),
    record(
      'li_giant',
      'P7D',
      'Posredno prepozna skupino za merjenje oglasov.',
      'Recognises a group for measuring ads.',
    ),
    record('ln_or', 'P1D', 'Določa, ali na domeni teče merjenje.', 'Says whether the domain is being measured.'),
    own('bcookie', 'P1Y', 'Prepozna brskalnik.', 'Recognises the browser.'),
    own('bscookie', 'P1Y', 'Varno prepozna brskalnik.', 'Recognises the browser securely.'),
    own('lidc', 'P1D', 'Izbere podatkovno središče.', 'Chooses a data centre.'),
    own('li_sugr', 'P90D', 'Verjetnostno prepozna uporabnika.', 'Recognises a user by likelihood.'),
    own(
      'AnalyticsSyncHistory',
      'P30D',
      'Hrani čas zadnje uskladitve oznak.',
      'Keeps when marks were last synchronised.',
    ),
    own('lms_ads', 'P30D', 'Prepozna člane zunaj LinkedIna za oglase.', 'Recognises members outside LinkedIn for ads.'),
    own(
      'lms_analytics',
      'P30D',
      'Prepozna člane zunaj LinkedIna za statistiko.',
      'Recognises members outside LinkedIn for statistics.',
    ),
    own(
      '_guid',
      'P90D',
      'Prepozna člane za oglase v omrežju Google.',
      'Recognises members for ads in Google’s network.',
    ),
  ],
}

export const complete = completeFrom(entry, connectLinkedin)
