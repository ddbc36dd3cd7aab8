import type { Provider, Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { THIS_SITE } from './providers'
import { record, SESSION } from './record'
import { connectMatomo } from './vendors/connectMatomo'

/** Matomo Cloud. The European Commission has found New Zealand adequate: decision 2013/65/EU. */
const INNOCRAFT: Provider = { name: 'InnoCraft Ltd', country: 'NZ', transfer: '2013/65/EU' }

/** Whose it is only the site knows, as of no other service; for its own server it need not say so. */
const providerOf = ({ provider, hosts }: Partial<Service>) =>
  provider ?? (/\.matomo\.cloud\b/.test(String(hosts)) ? INNOCRAFT : THIS_SITE)

/**
 * Matomo, on an own server or in its cloud; the inventory says where: `"hosts": ["analitika.drustvo.si"]`. Cookies and
 * lifetimes: matomo.org/faq/general/faq_146. Left out are those of its own opt-out form, and `mtm_consent`: the choice
 * is remembered here and told anew on every page.
 */
const entry: Omit<Service, 'provider'> = {
  id: 'matomo',
  name: 'Matomo',
  category: 'analytics',
  purpose: { sl: 'merjenje obiska', en: 'measuring visits' },
  cookies: [
    record('_pk_id.*', 'P13M', 'Loči obiskovalce med seboj.', 'Tells visitors apart.'),
    record('_pk_ses.*', 'PT30M', 'Hrani podatke o trenutnem obisku.', 'Keeps data about the current visit.'),
    record('_pk_ref.*', 'P6M', 'Hrani vir obiska.', 'Keeps where the visit came from.'),
    record('_pk_cvar.*', 'PT30M', 'Hrani spremenljivke obiska.', 'Keeps variables of the visit.'),
    record('_pk_hsr.*', 'PT30M', 'Snema obisk ali toplotni zemljevid.', 'Records the visit or a heat map.'),
    record(
      '_pk_testcookie*',
      SESSION,
      'Preveri, ali brskalnik sprejema piškotke.',
      'Checks whether cookies are accepted.',
    ),
    record('mtm_consent_removed', 'P30Y', 'Zapomni si preklic privolitve.', 'Remembers that consent was withdrawn.'),
  ],
}

export const complete = completeFrom((written) => ({ ...entry, provider: providerOf(written) }), connectMatomo)
