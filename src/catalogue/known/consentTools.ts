import { THIS_SITE } from '../providers'
import { COMMON, own, UNCHECKED, type WrittenService } from './write'

const chosen = (name: string, duration: string, tool: string, more = {}) =>
  own(name, duration, `Hrani izbiro glede piškotkov (${tool}).`, `Keeps the choice about cookies (${tool}).`, more)

/** Other tools that ask for consent; their records tell that a list was made for one of them. */
export const consentTools: readonly WrittenService[] = [
  {
    id: 'cmp-others',
    name: 'Cookiebot, CookieYes, OneTrust …',
    category: 'necessary',
    purpose: { sl: 'hrambo vaše izbire glede piškotkov', en: 'keeping your choice about cookies' },
    provider: THIS_SITE,
    scripts: [],
    cookies: [
      chosen('CookieConsent', 'P1Y', 'Cookiebot'),
      chosen('OptanonAlertBoxClosed', 'P1Y', 'OneTrust'),
      chosen('OptanonConsent', 'P1Y', 'OneTrust'),
      chosen('_iub_cs-*', 'P1Y', 'iubenda'),
      chosen('borlabs-cookie', 'P1Y', 'Borlabs'),
      chosen('cc_cookie', 'P182D', 'vanilla-cookieconsent', UNCHECKED),
      chosen('cmplz_*', 'P1Y', 'Complianz'),
      chosen('complianz_*', 'P1Y', 'Complianz'),
      chosen('cookie_notice_accepted', 'P1M', 'Cookie Notice', UNCHECKED),
      chosen('cookielawinfo-checkbox-*', 'P11M', 'Cookie Law Info'),
      chosen('cookieyes-consent', 'P1Y', 'CookieYes'),
      chosen('klaro', 'P120D', 'Klaro', { ...UNCHECKED, ...COMMON }),
      chosen('moove_gdpr_popup', 'P1Y', 'Moove'),
      chosen('tarteaucitron', 'P1Y', 'tarteaucitron', UNCHECKED),
      chosen('viewed_cookie_policy', 'P11M', 'Cookie Law Info'),
    ],
    evidence: 'ocd',
    notes: 'Na strani naj bo eno samo orodje za privolitve; drugo in njegove piškotke odstranite.',
    notesEn: 'Let there be a single tool for consent on the site; remove the other one and its cookies.',
  },
]
