import type { Connect } from '../core/inventory/types'

declare global {
  interface Window {
    dataLayer?: unknown[]
    gtag?: (...command: unknown[]) => void
  }
}

/** Google's seven signals and the category each belongs to; security is never asked about. */
const SIGNALS = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'analytics',
  functionality_storage: 'functional',
  personalization_storage: 'functional',
  security_storage: 'necessary',
} as const

/**
 * Google's `gtag` is a function that pushes its own `arguments` object: an array in its place is ignored without a word.
 */
const gtag: (...command: unknown[]) => void = function () {
  // oxlint-disable-next-line prefer-rest-params
  window.dataLayer!.push(arguments)
}

/**
 * Consent Mode v2, basic: `default` before anything else of Google's, `update` on every change, withdrawal included, and
 * gtag.js not requested before consent (support.google.com/analytics/answer/13802165).
 */
export const connectGoogle: Connect = (service, consent, nonce) => {
  window.dataLayer ??= []
  window.gtag ??= gtag
  const say = (command: 'default' | 'update', value: (id: string) => boolean) =>
    gtag(
      'consent',
      command,
      Object.fromEntries(
        Object.entries(SIGNALS).map(([signal, category]) => [signal, value(category) ? 'granted' : 'denied']),
      ),
    )
  // In the category of the service, the service itself decides: it may be decided otherwise than its category.
  const granted = (category: string) => consent.granted(category === service.category ? service.id : category)
  let loaded = false
  const load = () => {
    if (loaded || !consent.granted(service.id)) return
    loaded = true
    gtag('js', new Date())
    gtag('config', service.account, service.anonymizeIp ? { anonymize_ip: true } : {})
    loadScript(`https://www.googletagmanager.com/gtag/js?id=${encodeURIComponent(service.account ?? '')}`, nonce)
  }
  say('default', (id) => id === 'necessary')
  if (consent.choice) say('update', granted)
  load()
  consent.subscribe(() => {
    say('update', granted)
    load()
  })
}

const loadScript = (address: string, nonce: string) => {
  const script = document.createElement('script')
  script.async = true
  script.nonce = nonce
  script.src = address
  document.head.append(script)
}
