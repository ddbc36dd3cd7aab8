import { own, UNCHECKED, type WrittenService } from './write'

const RECIPIENT = [
  'Poveže obiskovalca s prejemnikom e-novic.',
  'Links a visitor to a recipient of the newsletter.',
] as const
const CAMPAIGN = ['Poveže nakup s kampanjo.', 'Links a purchase to a campaign.'] as const
const POPUP = ['Prepreči ponoven prikaz pojavnega okna.', 'Keeps a pop-up from being shown again.'] as const

/** Newsletters, with the forms and the tracking that come with them. */
export const newsletters: readonly WrittenService[] = [
  {
    id: 'brevo',
    name: 'Brevo (Sendinblue)',
    category: 'marketing',
    purpose: {
      sl: 'pošiljanje e-novic in merjenje odziva nanje',
      en: 'sending newsletters and measuring the response to them',
    },
    provider: { name: 'Sendinblue SAS', country: 'FR' },
    scripts: ['cdn.brevo.com/js/', 'sibautomation.com/sa.js', 'sibforms.com/'],
    hosts: ['cdn.brevo.com', 'sibautomation.com', '*.sibforms.com'],
    cookies: [own('sib_cuid', 'P6M', ...RECIPIENT)],
    evidence: 'memory',
  },
  {
    id: 'hubspot',
    name: 'HubSpot',
    category: 'marketing',
    purpose: { sl: 'trženje in spremljanje strank', en: 'marketing and following customers' },
    provider: { name: 'HubSpot Ireland Limited', country: 'IE/US', transfer: 'DPF' },
    scripts: [
      'js.hs-scripts.com/',
      'js-eu1.hs-scripts.com/',
      'js.hs-analytics.net/',
      'js-eu1.hs-analytics.net/',
      'js.hsforms.net/',
      'js-eu1.hsforms.net/',
    ],
    cookies: [
      own('__hstc', 'P13M', 'Sledi obiskovalcu.', 'Follows a visitor.'),
      own(
        'hubspotutk',
        'P13M',
        'Poveže obiskovalca z obrazci, ki jih je oddal.',
        'Links a visitor to the forms they sent.',
      ),
      own('__hssc', 'PT30M', 'Sledi obisku.', 'Follows a visit.'),
      own('__hssrc', 'session', 'Zazna ponovni zagon brskalnika.', 'Notices that the browser was started again.'),
      own(
        '__hs_cookie_cat_pref',
        'P6M',
        'Hrani stanje privolitve.',
        'Keeps the state of consent.',
        { category: 'necessary' },
      ),
    ],
    evidence: 'ocd',
  },
  {
    id: 'klaviyo',
    name: 'Klaviyo',
    category: 'marketing',
    purpose: {
      sl: 'pošiljanje e-novic in merjenje odziva nanje',
      en: 'sending newsletters and measuring the response to them',
    },
    provider: { name: 'Klaviyo, Inc.', country: 'US', transfer: 'DPF' },
    scripts: ['static.klaviyo.com/onsite/js/'],
    hosts: ['*.klaviyo.com'],
    cookies: [own('__kla_id', 'P2Y', ...RECIPIENT)],
    evidence: 'ocd',
  },
  {
    id: 'mailchimp',
    name: 'Mailchimp',
    category: 'marketing',
    purpose: {
      sl: 'pošiljanje e-novic in merjenje odziva nanje',
      en: 'sending newsletters and measuring the response to them',
    },
    provider: { name: 'Intuit Inc. (The Rocket Science Group LLC)', country: 'US', transfer: 'DPF' },
    scripts: [
      'chimpstatic.com/mcjs-connected/',
      '*.list-manage.com/',
      'cdn-images.mailchimp.com/',
      'downloads.mailchimp.com/js/',
    ],
    cookies: [
      own('_mcid', 'P1Y', ...RECIPIENT, UNCHECKED),
      own(
        'mc_cid',
        'P14D',
        'Hrani kampanjo, iz katere je prišel obiskovalec.',
        'Keeps which campaign the visitor came from.',
      ),
      own('mc_eid', 'P14D', 'Prepozna prejemnika e-novic.', 'Recognises a recipient of the newsletter.'),
      own(
        'mc_landing_site',
        'P14D',
        'Hrani stran, na kateri je obiskovalec vstopil.',
        'Keeps the page at which the visitor arrived.',
      ),
      own('MCPopupClosed', 'P1Y', ...POPUP, { ...UNCHECKED, category: 'functional' }),
      own('MCPopupSubscribed', 'P1Y', ...POPUP, { ...UNCHECKED, category: 'functional' }),
      own('mailchimp.cart*', 'P28D', ...CAMPAIGN, UNCHECKED),
      own('mailchimp_landing_site', 'P28D', ...CAMPAIGN, UNCHECKED),
      own('mailchimp_user_email', 'P28D', ...CAMPAIGN, UNCHECKED),
    ],
    evidence: 'ocd',
    notes:
      'Navaden obrazec, ki se odda na list-manage.com, pred oddajo ne nastavi piškotkov. Sledilne pike v e-novicah so ločeno vprašanje (člen 5(3) Direktive 2002/58/ES).',
    notesEn:
      'A plain form that is sent to list-manage.com sets no cookies before it is sent. Tracking pixels in newsletters are another question (Article 5(3) of Directive 2002/58/EC).',
  },
  {
    id: 'mailerlite',
    name: 'MailerLite',
    category: 'functional',
    purpose: { sl: 'prijavo na e-novice', en: 'subscribing to a newsletter' },
    provider: { name: 'MailerLite Limited / UAB MailerLite', country: 'IE/LT' },
    scripts: [
      'assets.mailerlite.com/js/universal.js',
      'static.mailerlite.com/',
      'groot.mailerlite.com/',
      'assets.mlcdn.com/',
    ],
    cookies: [
      own(
        'mailerlite:webform:shown*',
        'variable',
        'Zapomni si, da je bilo pojavno okno že prikazano.',
        'Remembers that a pop-up was shown already.',
      ),
      own('mailerlite:session_id', 'variable', 'Označi obisk za prikaz obrazcev.', 'Marks a visit for showing forms.'),
      own(
        'mailerlite:forms:submitted:*',
        'variable',
        'Zapomni si, da je bil obrazec oddan.',
        'Remembers that a form was sent.',
      ),
      own(
        'ml_guid',
        'persistent',
        'Prepozna obiskovalca, ki izpolnjuje anketo.',
        'Recognises a visitor who fills in a survey.',
        { category: 'analytics', storage: 'localStorage' },
      ),
    ],
    evidence: 'official',
    evidenceUrl: 'https://www.mailerlite.com/help/which-cookies-are-used-by-mailerlite-forms',
    notes: 'Trajanja ponudnik v pomoči ne navaja; odvisno je od nastavitev obrazca.',
    notesEn: 'The provider’s help does not tell durations; they depend on the settings of the form.',
  },
]
