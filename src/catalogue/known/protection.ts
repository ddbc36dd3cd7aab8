import type { Provider } from '../../core/inventory/types'
import { on, own, UNCHECKED, type WrittenService } from './write'

const CLOUDFLARE: Provider = { name: 'Cloudflare, Inc.', country: 'US', transfer: 'DPF' }

const HUMANS = ['Loči ljudi od robotov.', 'Tells people from robots.'] as const
const BACKUP = [
  'Prikaže shranjeno kopijo, ko strežnik ni dosegljiv.',
  'Shows a stored copy while the server cannot be reached.',
] as const
const PASSED = ['Potrdi, da obiskovalec ni robot.', 'Confirms that the visitor is no robot.'] as const

/** Protection against robots and abuse. */
export const protection: readonly WrittenService[] = [
  {
    id: 'cloudflare',
    name: 'Cloudflare',
    category: 'necessary',
    purpose: { sl: 'zaščito in hitro dostavo strani', en: 'protecting the site and delivering it fast' },
    provider: CLOUDFLARE,
    scripts: ['*/cdn-cgi/challenge-platform/', 'challenges.cloudflare.com/'],
    cookies: [
      own('__cf_bm', 'PT30M', ...HUMANS, { evidence: 'official' }),
      own(
        '__cfduid',
        'P30D',
        'Je prepoznal brskalnik; opuščen leta 2021.',
        'Recognised the browser; abandoned in 2021.',
        { evidence: 'official' },
      ),
      own('__cflb', 'session', 'Porazdeli obremenitev med strežnike.', 'Spreads the load over servers.'),
      own('__cfruid', 'session', 'Ščiti pred zlorabami.', 'Protects against abuse.'),
      own(
        '__cfseq',
        'session',
        'Uveljavlja pravila o zaporedju zahtevkov.',
        'Applies rules about the order of requests.',
      ),
      own('__cfwaitingroom', 'session', 'Hrani mesto v čakalni vrsti.', 'Keeps the place in the waiting room.'),
      own('_cfuvid', 'session', 'Omejuje pogostost zahtevkov.', 'Limits how often requests are made.'),
      own('cf_chl_*', 'session', 'Izvede varnostni preizkus.', 'Carries out a security check.'),
      own('cf_clearance', 'PT30M', ...PASSED, UNCHECKED),
      own('cf_ob_info', 'PT30S', ...BACKUP, UNCHECKED),
      own('cf_use_ob', 'PT30S', ...BACKUP, UNCHECKED),
    ],
    evidence: 'ocd',
    notes:
      '__cfduid je bil ukinjen 10. 5. 2021; če je na seznamu, je seznam zastarel. Trajanje cf_clearance je nastavljivo.',
    notesEn:
      '__cfduid was given up on 10 May 2021; a list that has it is out of date. The lifetime of cf_clearance can be set.',
  },
  {
    id: 'hcaptcha',
    name: 'hCaptcha',
    category: 'functional',
    purpose: { sl: 'zaščito obrazcev pred roboti', en: 'protecting forms against robots' },
    provider: { name: 'Intuition Machines, Inc.', country: 'US', privacyUrl: 'https://www.hcaptcha.com/privacy' },
    scripts: ['hcaptcha.com/1/api.js', 'js.hcaptcha.com/', 'newassets.hcaptcha.com/'],
    hosts: ['hcaptcha.com', '*.hcaptcha.com'],
    cookies: [
      on('hcaptcha.com')('__cf_bm', 'PT30M', ...HUMANS, { category: 'necessary' }),
      on('hcaptcha.com')('hmt_id', 'P30D', ...HUMANS),
    ],
    evidence: 'memory',
  },
  {
    id: 'turnstile',
    name: 'Cloudflare Turnstile',
    category: 'necessary',
    purpose: { sl: 'zaščito obrazcev pred roboti', en: 'protecting forms against robots' },
    provider: CLOUDFLARE,
    scripts: ['challenges.cloudflare.com/turnstile/'],
    cookies: [own('cf_clearance', 'PT30M', ...PASSED)],
    evidence: 'memory',
    notes: 'Piškotek nastavi le ob vklopljeni predhodni odobritvi (pre-clearance).',
    notesEn: 'It sets the cookie only where pre-clearance is turned on.',
  },
]
