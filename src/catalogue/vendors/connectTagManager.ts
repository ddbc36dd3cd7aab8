import { connectVendor } from './connectVendor'
import { googleConsentMode } from './googleConsentMode'

/** Google Tag Manager: the container, and the event that its snippet starts it with. */
export const connectTagManager = connectVendor({
  ...googleConsentMode,
  onGrant: () => void window.dataLayer!.push({ 'gtm.start': Date.now(), event: 'gtm.js' }),
  script: ({ account }) => `https://www.googletagmanager.com/gtm.js?id=${encodeURIComponent(account!)}`,
})
