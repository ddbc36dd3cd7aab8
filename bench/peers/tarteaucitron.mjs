import { NO_LISTS } from './notes.mjs'
import { versionOf } from './versionOf.mjs'

const folder = 'bench/node_modules/tarteaucitronjs'

/** Its own kinds of services, by our categories. */
const TYPES = { functional: 'support', analytics: 'analytic', marketing: 'ads', embeds: 'video' }

/**
 * As its README says, with the settings that stand there. It knows no marks: a service is an object whose function adds
 * the scripts.
 */
export const tarteaucitron = {
  name: 'tarteaucitron',
  version: versionOf(folder),
  folder,
  setUp: ({ services, scripts, packages }) => ({
    head: `<script src="${packages}/tarteaucitron.min.js"></script>
<script>
tarteaucitron.init(${JSON.stringify(SETTINGS)})
${services.map((service) => serviceOf(service, scripts)).join('\n')}
</script>`,
  }),
  mark: () => '',
  link: '<a href="#tarteaucitron">Cookie settings</a>',
  accept: '#tarteaucitronPersonalize2',
  reject: '#tarteaucitronAllDenied2',
  preferences: '#tarteaucitronCloseAlert',
  opened: '#tarteaucitron',
  notes: {
    order: {
      en: 'It knows no marks: a function of the page adds the scripts of a service.',
      sl: 'Oznak ne pozna: skripte storitve doda funkcija, ki jo napiše lastnik strani.',
    },
    preferences: NO_LISTS,
  },
}

const serviceOf = ({ id, name, category, cookies }, scripts) => {
  const urls = scripts.filter(({ service }) => service === id).map(({ src }) => src)
  return `tarteaucitron.services.${id} = {
  key: '${id}', type: '${TYPES[category]}', name: '${name}', needConsent: true, cookies: ${JSON.stringify(cookies)},
  js: () => ${JSON.stringify(urls)}.forEach((url) => tarteaucitron.addScript(url)),
};
(tarteaucitron.job = tarteaucitron.job || []).push('${id}')`
}

const SETTINGS = {
  privacyUrl: '/zasebnost',
  bodyPosition: 'bottom',
  hashtag: '#tarteaucitron',
  cookieName: 'tarteaucitron',
  orientation: 'middle',
  groupServices: false,
  showDetailsOnClick: true,
  serviceDefaultState: 'wait',
  showAlertSmall: false,
  showTitleBanner: false,
  cookieslist: false,
  cookieslistEmbed: false,
  showIcon: true,
  iconPosition: 'BottomRight',
  adblocker: false,
  DenyAllCta: true,
  AcceptAllCta: true,
  highPrivacy: true,
  alwaysNeedConsent: false,
  handleBrowserDNTRequest: false,
  removeCredit: false,
  moreInfoLink: true,
  useExternalCss: false,
  useExternalJs: false,
  readmoreLink: '',
  mandatory: true,
  mandatoryCta: true,
  googleConsentMode: true,
  bingConsentMode: true,
  pianoConsentMode: true,
  pianoConsentModeEssential: false,
  softConsentMode: false,
  dataLayer: false,
  serverSide: false,
  partnersList: false,
}
