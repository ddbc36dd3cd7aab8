import { own, UNCHECKED, type WrittenService } from './write'

const CHAT = ['Hrani stanje klepeta.', 'Keeps the state of the chat.'] as const
const VISITOR = ['Prepozna obiskovalca klepeta.', 'Recognises a visitor of the chat.'] as const

/** Chat windows. They are the site's offer, but no visitor has asked for them before opening one. */
export const chats: readonly WrittenService[] = [
  {
    id: 'crisp',
    name: 'Crisp',
    category: 'functional',
    purpose: { sl: 'klepet z obiskovalci', en: 'chatting with visitors' },
    provider: { name: 'Crisp IM SAS', country: 'FR' },
    scripts: ['client.crisp.chat/'],
    hosts: ['client.crisp.chat', 'client.relay.crisp.chat', 'image.crisp.chat'],
    cookies: [
      own(
        'crisp-client/*',
        'P6M',
        'Poveže obiskovalca z njegovim klepetom.',
        'Links a visitor to their chat.',
      ),
    ],
    evidence: 'official',
    evidenceUrl: 'https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/cookie-policies/',
  },
  {
    id: 'intercom',
    name: 'Intercom',
    category: 'functional',
    purpose: { sl: 'klepet z obiskovalci', en: 'chatting with visitors' },
    provider: { name: 'Intercom R&D Unlimited Company', country: 'IE/US' },
    scripts: ['widget.intercom.io/', 'js.intercomcdn.com/'],
    hosts: ['*.intercom.io', '*.intercomcdn.com'],
    cookies: [
      own('intercom-id-*', 'P9M', ...VISITOR),
      own('intercom-session-*', 'P7D', ...CHAT),
      own(
        'intercom-device-id-*',
        'P9M',
        'Prepozna napravo, da se prepreči zloraba.',
        'Recognises the device, to prevent abuse.',
      ),
    ],
    evidence: 'official',
    evidenceUrl: 'https://www.intercom.com/help/en/articles/2361922-intercom-messenger-cookies',
  },
  {
    id: 'smartsupp',
    name: 'Smartsupp',
    category: 'functional',
    purpose: { sl: 'klepet z obiskovalci', en: 'chatting with visitors' },
    provider: { name: 'Smartsupp.com, s.r.o.', country: 'CZ', privacyUrl: 'https://www.smartsupp.com/help/privacy/' },
    scripts: ['www.smartsuppchat.com/loader.js'],
    hosts: ['*.smartsuppchat.com', '*.smartsupp.com'],
    cookies: [
      own('ssupp.vid', 'P6M', ...VISITOR),
      own('ssupp.visits', 'P6M', 'Šteje obiske.', 'Counts visits.'),
      own(
        'AWSALB',
        'P7D',
        'Porazdeli obremenitev med strežnike.',
        'Spreads the load over servers.',
        { category: 'necessary', party: 'third' },
      ),
      own(
        'AWSALBCORS',
        'P7D',
        'Porazdeli obremenitev med strežnike.',
        'Spreads the load over servers.',
        { category: 'necessary', party: 'third' },
      ),
    ],
    evidence: 'memory',
  },
  {
    id: 'tawk',
    name: 'tawk.to',
    category: 'functional',
    purpose: { sl: 'klepet z obiskovalci', en: 'chatting with visitors' },
    provider: { name: 'tawk.to inc.', country: 'US', privacyUrl: 'https://www.tawk.to/data-protection/' },
    scripts: ['embed.tawk.to/'],
    hosts: ['*.tawk.to'],
    cookies: [
      own('twk_*', 'P6M', ...CHAT, UNCHECKED),
      own('tawk_*', 'P6M', ...CHAT),
      own('TawkConnectionTime', 'session', 'Meri trajanje povezave.', 'Measures how long the connection lasts.'),
      own('__tawkuuid', 'P6M', ...VISITOR, UNCHECKED),
    ],
    evidence: 'ocd',
  },
]
