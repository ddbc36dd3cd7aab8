import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { META } from './providers'
import { record } from './record'
import { connectMeta } from './vendors/connectMeta'

/** Meta Pixel. `_fbp` is set on the site's own domain, whatever some lists say. */
const entry: Service = {
  id: 'meta-pixel',
  name: 'Meta Pixel',
  category: 'marketing',
  purpose: { sl: 'oglaševanje na Facebooku in Instagramu', en: 'advertising on Facebook and Instagram' },
  provider: META,
  hosts: ['connect.facebook.net', 'www.facebook.com'],
  cookies: [
    record(
      '_fbp',
      'P90D',
      'Prepozna brskalnik za prikaz oglasov in merjenje njihove uspešnosti.',
      'Recognises the browser for showing ads and measuring their success.',
    ),
    record('_fbc', 'P90D', 'Hrani oznako zadnjega klika na oglas.', 'Keeps the mark of the last click on an ad.'),
    record(
      'fr',
      'P90D',
      'Prikazuje in meri oglase na Facebooku in Instagramu.',
      'Shows and measures ads on Facebook and Instagram.',
      'facebook.com',
    ),
  ],
}

export const complete = completeFrom(entry, connectMeta)
