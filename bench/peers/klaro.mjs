import { CATEGORIES, SESSION } from '../site.mjs'
import { NO_LISTS } from './notes.mjs'
import { versionOf } from './versionOf.mjs'

const folder = 'bench/node_modules/klaro'

/** As its README says: a file with the configuration, then Klaro, both deferred. */
export const klaro = {
  name: 'Klaro',
  version: versionOf(folder),
  folder,
  setUp: ({ services, packages }) => ({
    head: `<script defer src="config.js"></script>\n<script defer src="${packages}/dist/klaro.js"></script>`,
    files: { 'config.js': `var klaroConfig = ${JSON.stringify(configurationOf(services))}` },
  }),
  mark: ({ service, src }) =>
    `<script type="text/plain" data-type="text/javascript" data-name="${service}" data-src="${src}"></script>`,
  link: '<a href="#" onclick="return klaro.show()">Change consent settings</a>',
  accept: '.klaro .cookie-notice .cm-btn-success',
  reject: '.klaro .cookie-notice .cn-decline',
  preferences: '.klaro .cookie-notice .cn-learn-more',
  opened: '.klaro .cookie-modal',
  notes: { preferences: NO_LISTS },
}

const configurationOf = (services) => ({
  version: 1,
  acceptAll: true,
  translations: { zz: { privacyPolicyUrl: '/zasebnost' }, en: { purposes: CATEGORIES } },
  services: [
    { name: SESSION.id, title: SESSION.name, purposes: ['necessary'], cookies: SESSION.cookies, required: true },
    ...services.map(({ id, name, category, cookies }) => ({ name: id, title: name, purposes: [category], cookies })),
  ],
})
