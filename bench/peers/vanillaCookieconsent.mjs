import { CATEGORIES, SESSION } from '../site.mjs'
import { versionOf } from './versionOf.mjs'

const folder = 'bench/node_modules/vanilla-cookieconsent'

/** As "Getting Started" of its documentation says: the sheet in the head, a module with the configuration in the body. */
export const vanillaCookieconsent = {
  name: 'vanilla-cookieconsent',
  version: versionOf(folder),
  folder,
  setUp: ({ services, packages }) => ({
    head: `<link rel="stylesheet" href="${packages}/dist/cookieconsent.css">`,
    tail: '<script type="module" src="cookieconsent-config.js"></script>',
    files: {
      'cookieconsent-config.js': `import '${packages}/dist/cookieconsent.umd.js'
CookieConsent.run(${JSON.stringify(configurationOf(services))})`,
    },
  }),
  mark: ({ service, category, src }) =>
    `<script type="text/plain" data-category="${category}" data-service="${service}" src="${src}"></script>`,
  link: '<button type="button" data-cc="show-preferencesModal">Cookie settings</button>',
  accept: '#cc-main .cm [data-role="all"]',
  reject: '#cc-main .cm [data-role="necessary"]',
  preferences: '#cc-main .cm [data-role="show"]',
  opened: '#cc-main .pm',
  list: '#cc-main .pm__section--toggle:nth-of-type(3) .pm__section-title',
}

const configurationOf = (services) => ({
  // It takes a driven browser for a robot, and asks robots nothing.
  hideFromBots: false,
  categories: {
    necessary: { enabled: true, readOnly: true },
    ...Object.fromEntries(services.map(({ id, name, category }) => [category, { services: { [id]: { label: name } } }])),
  },
  language: { default: 'en', translations: { en: textsOf(services) } },
})

/** It brings no texts: these are those of its documentation's example, shortened. */
const textsOf = (services) => ({
  consentModal: {
    title: 'We use cookies',
    description: 'We use cookies for what is listed in the preferences. Those that are not necessary wait for your answer.',
    acceptAllBtn: 'Accept all',
    acceptNecessaryBtn: 'Reject all',
    showPreferencesBtn: 'Manage individual preferences',
  },
  preferencesModal: {
    title: 'Manage cookie preferences',
    acceptAllBtn: 'Accept all',
    acceptNecessaryBtn: 'Reject all',
    savePreferencesBtn: 'Accept current selection',
    closeIconLabel: 'Close modal',
    sections: [
      sectionOf('necessary', 'keeping you logged in', SESSION.cookies),
      ...services.map(({ category, purpose, cookies }) => sectionOf(category, purpose.en, cookies)),
    ],
  },
})

const sectionOf = (category, purpose, cookies) => ({
  title: CATEGORIES[category],
  description: `Cookies for ${purpose}.`,
  linkedCategory: category,
  cookieTable: {
    headers: { name: 'Name', desc: 'Purpose', duration: 'Duration', provider: 'Provider', type: 'Type' },
    body: cookies.map((name) => ({ name, desc: purpose, duration: '13 months', provider: 'Ponudnik d.o.o.', type: 'HTTP' })),
  },
})
