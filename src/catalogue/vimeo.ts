import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { record, SESSION } from './record'

const own = (name: string, duration: string, sl: string, en: string) => record(name, duration, sl, en, 'vimeo.com')

const ROBOTS = ['Ščiti pred roboti.', 'Protects against robots.'] as const

/**
 * Vimeo videos in a page. Cookies and lifetimes: help.vimeo.com/hc/en-us/articles/26080940921361, without those of
 * videos with a password and of webinars. What is necessary for Vimeo is not necessary for the site. Transfers: Vimeo's
 * data processing agreement.
 */
const entry: Service = {
  id: 'vimeo',
  name: 'Vimeo',
  category: 'embeds',
  purpose: { sl: 'prikaz videoposnetkov', en: 'showing videos' },
  provider: { name: 'Vimeo.com, Inc.', country: 'US', privacyUrl: 'https://vimeo.com/privacy', transfer: 'SCC' },
  hosts: ['player.vimeo.com', '*.vimeocdn.com'],
  cookies: [
    own('vuid', 'P2Y', 'Meri oglede za lastnika videa.', 'Measures views for the owner of the video.'),
    own('player', 'P1Y', 'Hrani nastavitve predvajalnika.', 'Keeps the player’s settings.'),
    own('flags', 'P1Y', 'Hrani vklopljene zmožnosti predvajalnika.', 'Keeps which of the player’s features are on.'),
    own('lc_*', 'P7D', 'Prepozna osebo, ki je oddala obrazec v videu.', 'Recognises who sent a form in a video.'),
    own('player_clearance', 'P7D', ...ROBOTS),
    own('__cf_bm', 'PT30M', ...ROBOTS),
    own('_cfuvid', SESSION, 'Omejuje pogostost zahtevkov.', 'Limits how often requests are made.'),
    own('cf_clearance', 'P1Y', ...ROBOTS),
  ],
}

export const complete = completeFrom(entry)
