import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { GOOGLE } from './providers'
import { record } from './record'
import { connectGoogle } from './vendors/connectGoogle'

const AD_CLICK = ['Poveže klik na oglas z obiskom.', 'Links a click on an ad to a visit.'] as const

/**
 * Google Ads: conversions and remarketing. Cookies: Open Cookie Database (Apache-2.0), NID as Google describes it.
 * `IDE` is in the database with two years, Google keeps it for thirteen months in the EEA
 * (policies.google.com/technologies/cookies).
 */
const entry: Service = {
  id: 'google-ads',
  name: 'Google Ads',
  category: 'marketing',
  purpose: { sl: 'prikaz oglasov in merjenje njihove uspešnosti', en: 'showing ads and measuring their success' },
  provider: GOOGLE,
  hosts: ['www.googletagmanager.com', 'www.googleadservices.com', '*.doubleclick.net', 'www.google.com'],
  cookies: [
    record('_gcl_*', 'P90D', ...AD_CLICK),
    record('_gac_gb_*', 'P90D', 'Hrani podatke o oglasni kampanji.', 'Keeps data about an advertising campaign.'),
    record('FPGCL*', 'P90D', ...AD_CLICK),
    record(
      'IDE',
      'P13M',
      'Prikazuje prilagojene oglase in meri njihovo uspešnost.',
      'Shows personalised ads and measures their success.',
      'doubleclick.net',
    ),
    record(
      'DSID',
      'P2W',
      'Prepozna uporabnika, prijavljenega v Google, za oglasne nastavitve.',
      'Recognises a user signed in to Google, for ad settings.',
      'doubleclick.net',
    ),
    record(
      'NID',
      'P6M',
      'Hrani Googlove nastavitve in prilagaja oglase.',
      'Keeps Google settings and personalises ads.',
      'google.com',
    ),
  ],
}

export const complete = completeFrom(entry, connectGoogle)
