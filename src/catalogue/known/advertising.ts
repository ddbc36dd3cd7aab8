import { MICROSOFT } from '../providers'
import { COMMON, on, own, UNCHECKED, type WrittenService } from './write'

const onAdform = on('adform.net')

const ADS = ['Prepozna brskalnik za prikaz oglasov.', 'Recognises the browser for showing ads.'] as const
const PARTNERS = ['Usklajuje oznake s partnerji.', 'Synchronises marks with partners.'] as const
const PLATFORM = ['Poveže obisk s podatki oglaševalca.', 'Links a visit to data of the advertiser.'] as const

/** Advertising networks that are not a search engine's or a social network's own. */
export const advertising: readonly WrittenService[] = [
  {
    id: 'adform',
    name: 'Adform',
    category: 'marketing',
    purpose: { sl: 'prikaz oglasov', en: 'showing ads' },
    provider: { name: 'Adform A/S', country: 'DK', privacyUrl: 'https://site.adform.com/privacy-center/overview/' },
    scripts: ['*.adform.net/'],
    cookies: [
      own('adformfrpid', 'P30D', ...ADS),
      onAdform(
        'C',
        'P60D',
        'Preveri, ali brskalnik sprejema piškotke.',
        'Checks whether cookies are accepted.',
        COMMON,
      ),
      onAdform('CM', 'P1D', ...PARTNERS),
      onAdform('CM14', 'P1D', ...PARTNERS),
      onAdform(
        'TPC',
        'P14D',
        'Preveri, ali brskalnik sprejema piškotke tretjih oseb.',
        'Checks whether cookies of third parties are accepted.',
      ),
      onAdform('cid', 'P60D', ...ADS, COMMON),
      onAdform('uid', 'P60D', ...ADS, COMMON),
    ],
    evidence: 'ocd',
  },
  {
    id: 'iprom',
    name: 'iPROM',
    category: 'marketing',
    purpose: { sl: 'prikaz prilagojenih oglasov', en: 'showing personalised ads' },
    provider: { name: 'iPROM d.o.o.', country: 'SI' },
    scripts: ['*.iprom.net/'],
    cookies: [
      own('_ifpcid', 'P12M', ...PLATFORM),
      own('_ilsid', 'P12M', ...PLATFORM, { storage: 'localStorage' }),
      own('_issid', 'session', 'Označi obisk.', 'Marks a visit.'),
      on('iprom.net')(
        'UID',
        'P12M',
        'Prikazuje prilagojene oglase na drugih spletnih straneh.',
        'Shows personalised ads on other sites.',
        COMMON,
      ),
    ],
    evidence: 'secondary',
    evidenceUrl: 'https://cyber-security-forum.com/iprom-cookies.html',
    notes: 'Podatki so povzeti po opisu, ki ga objavljajo naročniki.',
    notesEn: 'What is known comes from descriptions that customers publish.',
  },
  {
    id: 'uet',
    name: 'Microsoft Advertising (UET)',
    use: 'microsoft-uet',
    category: 'marketing',
    purpose: {
      sl: 'merjenje uspešnosti oglasov v Microsoftovem omrežju',
      en: 'measuring the success of ads in Microsoft’s network',
    },
    provider: MICROSOFT,
    scripts: ['bat.bing.com/bat.js', 'bat.bing.com/action/', 'bat.bing.net/'],
    cookies: [
      own('_uetsid', 'P1D', 'Označi obisk za merjenje oglasov.', 'Marks a visit for measuring ads.'),
      own(
        '_uetvid',
        'P13M',
        'Prepozna obiskovalca za merjenje in ponovno trženje.',
        'Recognises a visitor for measuring and remarketing.',
      ),
      own('_uetmsclkid', 'P90D', 'Hrani oznako klika na oglas.', 'Keeps the mark of a click on an ad.'),
      on('bing.com')(
        'MUID',
        'P13M',
        'Prepozna brskalnik za Microsoftove oglase.',
        'Recognises the browser for Microsoft’s ads.',
      ),
      on('bat.bing.com')(
        'MR',
        'P7D',
        'Določa, ali se oznaka MUID obnovi.',
        'Says whether MUID is to be renewed.',
        { ...UNCHECKED, ...COMMON },
      ),
    ],
    consentApi: 'uet-consent',
    evidence: 'secondary',
    evidenceUrl: 'https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_consent',
    notes: 'Viri se pri _uetsid razhajajo (30 minut oziroma 1 dan); naveden je daljši rok. Preverite v brskalniku.',
    notesEn: 'Sources differ on _uetsid (30 minutes or a day); the longer is given. Check it in a browser.',
  },
]
