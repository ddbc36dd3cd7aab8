import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { GOOGLE } from './providers'
import { record } from './record'

const own = (name: string, duration: string, sl: string, en: string) => record(name, duration, sl, en, 'google.com')

/**
 * Google Maps in a page. Cookies: Open Cookie Database (Apache-2.0). `SOCS` and `AEC` are necessary for Google, not for
 * the site.
 */
const entry: Service = {
  id: 'google-maps',
  name: 'Google Maps',
  category: 'embeds',
  purpose: { sl: 'prikaz zemljevidov', en: 'showing maps' },
  provider: GOOGLE,
  hosts: ['www.google.com', 'maps.google.com', 'maps.googleapis.com', 'maps.gstatic.com'],
  cookies: [
    own('NID', 'P6M', 'Hrani Googlove nastavitve in prilagaja oglase.', 'Keeps Google settings and personalises ads.'),
    own('SOCS', 'P13M', 'Hrani izbiro glede Googlovih piškotkov.', 'Keeps the choice about Google’s cookies.'),
    own('AEC', 'P6M', 'Potrdi, da zahtevke pošilja uporabnik.', 'Confirms that requests come from the user.'),
    own('OTZ', 'P17D', 'Zbira statistiko o obiskovalcih.', 'Gathers statistics about visitors.'),
  ],
}

export const complete = completeFrom(entry)
