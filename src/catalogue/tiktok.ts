import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { record } from './record'
import { connectTiktok } from './vendors/connectTiktok'

/**
 * TikTok Pixel. Cookies: Open Cookie Database (Apache-2.0), without those of embedded videos. Data lie in the United
 * States and Singapore as well, and are seen from China, under standard contractual clauses (TikTok's statement to
 * European users of 2 November 2022).
 */
const entry: Service = {
  id: 'tiktok',
  name: 'TikTok Pixel',
  category: 'marketing',
  purpose: { sl: 'oglaševanje na TikToku', en: 'advertising on TikTok' },
  provider: {
    name: 'TikTok Technology Limited',
    country: 'IE/US/SG/CN',
    privacyUrl: 'https://www.tiktok.com/legal/page/eea/privacy-policy/en',
    transfer: 'SCC',
  },
  hosts: ['analytics.tiktok.com'],
  cookies: [
    record('_ttp', 'P389D', 'Meri in prilagaja oglase.', 'Measures and personalises ads.'),
    record('_tt_enable_cookie', 'P389D', 'Zabeleži, da so piškotki omogočeni.', 'Notes that cookies are enabled.'),
    record('ttcsid*', 'P1Y', 'Označi obisk.', 'Marks a visit.'),
    record(
      'msToken',
      'P9D',
      'Meri oglase in ščiti pred roboti.',
      'Measures ads and protects against robots.',
      'tiktok.com',
    ),
  ],
}

export const complete = completeFrom(entry, connectTiktok)
