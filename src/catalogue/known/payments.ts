import { COMMON, on, own, UNCHECKED, type WrittenService } from './write'

const onPaypal = on('paypal.com')

const FRAUD = ['Preprečuje goljufije pri plačilih.', 'Prevents fraud with payments.'] as const

/** Payments: necessary where somebody pays, and only there. */
export const payments: readonly WrittenService[] = [
  {
    id: 'paypal',
    name: 'PayPal',
    category: 'necessary',
    purpose: { sl: 'spletna plačila', en: 'paying online' },
    provider: { name: 'PayPal (Europe) S.à r.l. et Cie, S.C.A.', country: 'LU/US' },
    scripts: ['www.paypal.com/sdk/js', 'www.paypalobjects.com/'],
    hosts: ['*.paypal.com', '*.paypalobjects.com'],
    cookies: [
      onPaypal('l7_az', 'P1D', 'Porazdeli obremenitev med strežnike.', 'Spreads the load over servers.'),
      onPaypal('nsid', 'session', ...FRAUD, COMMON),
      onPaypal('ts', 'P3Y', ...FRAUD, COMMON),
      onPaypal('tsrce', 'session', 'Omogoča delovanje plačilnega okna.', 'Lets the payment window work.'),
    ],
    evidence: 'ocd',
    notes: 'Nujno šele, ko uporabnik izbere to plačilno sredstvo.',
    notesEn: 'Necessary only once a user chooses this means of payment.',
  },
  {
    id: 'stripe',
    name: 'Stripe',
    category: 'necessary',
    purpose: { sl: 'spletna plačila', en: 'paying online' },
    provider: { name: 'Stripe Payments Europe, Limited', country: 'IE/US', transfer: 'DPF' },
    scripts: ['js.stripe.com/', 'm.stripe.network/'],
    hosts: ['*.stripe.com', 'm.stripe.network'],
    cookies: [
      own('__stripe_mid', 'P1Y', ...FRAUD),
      own('__stripe_sid', 'PT30M', 'Preprečuje goljufije v trenutnem obisku.', 'Prevents fraud in the current visit.'),
      on('m.stripe.com')(
        'm',
        'P2Y',
        'Prepozna napravo, da prepreči goljufije.',
        'Recognises the device, to prevent fraud.',
        { ...UNCHECKED, ...COMMON },
      ),
    ],
    evidence: 'ocd',
    notes: 'Nujno le na plačilni strani; ne nalagajte na vseh straneh.',
    notesEn: 'Necessary on the page of the payment alone; do not load it on every page.',
  },
]
