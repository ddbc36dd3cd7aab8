import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SERVICES } from './scripts.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const versionOf = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).version

const json = (value) => JSON.stringify(value, undefined, 1)

const each = (make) => Object.fromEntries(SERVICES.map((id) => [id, make(id)]))

/**
 * Who is compared. Each is set up as its own documentation says: `head` is what it wants in the page, `mark` holds one
 * external script back, and `accept` finds the button that a visitor presses.
 */
export const PEERS = [
  {
    name: 'Privolim',
    get version() {
      return versionOf('.')
    },
    head: `
<script type="application/json" id="privolim-inventory">${json({
      controller: { name: 'Bench' },
      services: SERVICES.map((id) => ({
        id,
        name: id,
        category: 'analytics',
        provider: { name: 'Bench' },
        cookies: [{ name: id, purpose: 'counts', duration: '1 leto' }],
      })),
    })}</script>
<script src="/dist/privolim.js"></script>`,
    mark: (service, src) => `<script type="text/plain" data-privolim="${service}" src="${src}"></script>`,
    accept: '[data-privolim-action="accept-all"]',
  },
  {
    name: 'vanilla-cookieconsent',
    get version() {
      return versionOf('bench/node_modules/vanilla-cookieconsent')
    },
    head: `
<link rel="stylesheet" href="/bench/node_modules/vanilla-cookieconsent/dist/cookieconsent.css">
<script src="/bench/node_modules/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script>
<script>
  addEventListener('DOMContentLoaded', () => CookieConsent.run(${json({
    // It takes a driven browser for a robot, and asks robots nothing.
    hideFromBots: false,
    categories: { analytics: { services: each((label) => ({ label })) } },
    language: {
      default: 'en',
      translations: {
        en: {
          consentModal: { title: 'Cookies', description: '…', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Reject' },
          preferencesModal: { title: 'Cookies', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Reject', sections: [] },
        },
      },
    },
  })}))
</script>`,
    mark: (service, src) =>
      `<script type="text/plain" data-category="analytics" data-service="${service}" src="${src}"></script>`,
    accept: '#cc-main .cm [data-role="all"]',
  },
  {
    name: 'klaro',
    get version() {
      return versionOf('bench/node_modules/klaro')
    },
    head: `
<script>
  window.klaroConfig = ${json({
    acceptAll: true,
    lang: 'en',
    privacyPolicy: '/',
    services: SERVICES.map((name) => ({ name, title: name, purposes: ['analytics'] })),
  })}
</script>
<script defer src="/bench/node_modules/klaro/dist/klaro.js"></script>`,
    mark: (service, src) =>
      `<script type="text/plain" data-type="application/javascript" data-name="${service}" data-src="${src}"></script>`,
    accept: '.klaro .cookie-notice .cm-btn-success',
  },
  {
    name: 'orejime',
    get version() {
      return versionOf('bench/node_modules/orejime')
    },
    head: `
<link rel="stylesheet" href="/bench/node_modules/orejime/dist/orejime-standard.css">
<script>
  window.orejimeConfig = ${json({
    privacyPolicyUrl: '/',
    purposes: SERVICES.map((id) => ({ id, title: id, cookies: [] })),
  })}
</script>
<script src="/bench/node_modules/orejime/dist/orejime-standard-en.js"></script>`,
    mark: (service, src) => `<template data-purpose="${service}"><script src="${src}"></script></template>`,
    accept: '.orejime-Banner-saveButton',
  },
]
