import { CATEGORIES, SESSION } from '../site.mjs'
import { NO_LISTS } from './notes.mjs'
import { versionOf } from './versionOf.mjs'

const folder = 'bench/node_modules/orejime'

/** As its README says: configuration in the page, then script and sheet. */
export const orejime = {
  name: 'Orejime',
  version: versionOf(folder),
  folder,
  setUp: ({ services, packages }) => ({
    head: `<script>window.orejimeConfig = ${JSON.stringify(configurationOf(services))}</script>
<script src="${packages}/dist/orejime-standard-en.js"></script>
<link href="${packages}/dist/orejime-standard.css" rel="stylesheet">`,
  }),
  mark: ({ service, src }) => `<template data-purpose="${service}"><script src="${src}"></script></template>`,
  link: '<button type="button" onclick="orejime.prompt()">Cookie settings</button>',
  accept: '.orejime-Banner-saveButton',
  reject: '.orejime-Banner-declineButton',
  preferences: '.orejime-Banner-learnMoreButton',
  opened: '.orejime-Modal',
  notes: { preferences: NO_LISTS },
}

const configurationOf = (services) => ({
  privacyPolicyUrl: '/zasebnost',
  purposes: [
    { id: SESSION.id, title: SESSION.name, cookies: SESSION.cookies, isMandatory: true },
    ...services.map(({ id, name, category, purpose, cookies }) => ({
      id: category,
      title: CATEGORIES[category],
      purposes: [{ id, title: name, description: purpose.en, cookies }],
    })),
  ],
})
