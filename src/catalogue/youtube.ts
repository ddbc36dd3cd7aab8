import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { GOOGLE } from './providers'
import { record, SESSION } from './record'

const own = (name: string, duration: string, sl: string, en: string) => record(name, duration, sl, en, 'youtube.com')

/**
 * YouTube videos in a page. youtube-nocookie.com connects to Google all the same and stores once a video runs; a
 * picture from i.ytimg.com is a request to a third party already. Cookies: Open Cookie Database (Apache-2.0).
 */
const entry: Service = {
  id: 'youtube',
  name: 'YouTube',
  category: 'embeds',
  purpose: { sl: 'prikaz videoposnetkov', en: 'showing videos' },
  provider: GOOGLE,
  hosts: ['*.youtube.com', '*.youtube-nocookie.com', '*.ytimg.com'],
  cookies: [
    own(
      'VISITOR_INFO1_LIVE',
      'P6M',
      'Oceni hitrost povezave, hrani nastavitve in odkriva težave s predvajanjem.',
      'Estimates the speed of the connection, keeps settings and finds problems with playing.',
    ),
    own('VISITOR_PRIVACY_METADATA', 'P180D', 'Hrani stanje privolitve.', 'Keeps the state of consent.'),
    own('YSC', SESSION, 'Loči uporabnika od zlorab in šteje oglede.', 'Tells users from abuse and counts views.'),
    own('__Secure-ROLLOUT_TOKEN', 'P180D', 'Postopoma uvaja nove zmožnosti.', 'Rolls out new features step by step.'),
    own(
      '__Secure-YNID',
      'P180D',
      'Prepozna brskalnik za nastavitve in varnost.',
      'Recognises the browser for settings and safety.',
    ),
    own('LOGIN_INFO', 'P2Y', 'Hrani prijavo v YouTube.', 'Keeps the login to YouTube.'),
  ],
}

export const complete = completeFrom(entry)
