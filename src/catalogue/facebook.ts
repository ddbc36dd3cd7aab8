import type { Service } from '../core/inventory/types'
import { completeFrom } from './completeFrom'
import { META } from './providers'
import { record, SESSION } from './record'

const own = (name: string, duration: string, sl: string, en: string) => record(name, duration, sl, en, 'facebook.com')

/**
 * Facebook's page plugin and posts in a page. Cookies: Open Cookie Database (Apache-2.0), without those of logging in
 * with Facebook.
 */
const entry: Service = {
  id: 'facebook',
  name: 'Facebook',
  category: 'embeds',
  purpose: { sl: 'prikaz objav s Facebooka', en: 'showing posts from Facebook' },
  provider: META,
  hosts: ['www.facebook.com', 'connect.facebook.net'],
  cookies: [
    own('datr', 'P2Y', 'Prepozna brskalnik zaradi varnosti.', 'Recognises the browser, for safety.'),
    own('sb', 'P2Y', 'Prepozna brskalnik pri prijavi.', 'Recognises the browser when logging in.'),
    own('c_user', 'P1Y', 'Prepozna prijavljenega uporabnika.', 'Recognises a user who is logged in.'),
    own('xs', 'P1Y', 'Hrani prijavo.', 'Keeps the login.'),
    own('fr', 'P90D', 'Prikazuje in meri oglase.', 'Shows and measures ads.'),
    own('wd', 'P7D', 'Hrani velikost okna brskalnika.', 'Keeps the size of the browser’s window.'),
    own('presence', SESSION, 'Hrani stanje klepeta.', 'Keeps the state of the chat.'),
    own('locale', 'P7D', 'Hrani jezik prikaza.', 'Keeps the language.'),
  ],
}

export const complete = completeFrom(entry)
