import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { MICROSOFT } from './providers'
import { record } from './record'
import { connectUet } from './vendors/connectUet'

/**
 * Microsoft Advertising, Universal Event Tracking. Sources differ on `_uetsid` (30 minutes or a day) and `_uetvid` (16
 * days or 13 months); the longer is declared.
 */
const entry: Service = {
  id: 'microsoft-uet',
  name: 'Microsoft Advertising (UET)',
  category: 'marketing',
  purpose: {
    sl: 'merjenje uspešnosti oglasov v Microsoftovem omrežju',
    en: 'measuring the success of ads in Microsoft’s network',
  },
  provider: MICROSOFT,
  hosts: ['bat.bing.com', 'bat.bing.net'],
  cookies: [
    record('_uetsid', 'P1D', 'Označi obisk za merjenje oglasov.', 'Marks a visit for measuring ads.'),
    record(
      '_uetvid',
      'P13M',
      'Prepozna obiskovalca za merjenje in ponovno trženje.',
      'Recognises a visitor for measuring and remarketing.',
    ),
    record('_uetmsclkid', 'P90D', 'Hrani oznako klika na oglas.', 'Keeps the mark of a click on an ad.'),
    record(
      'MUID',
      'P13M',
      'Prepozna brskalnik za Microsoftove oglase.',
      'Recognises the browser for Microsoft’s ads.',
      'bing.com',
    ),
  ],
}

export const complete = completeFrom(entry, connectUet)
