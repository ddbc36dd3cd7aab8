import { connectVendor } from './connectVendor'
import { googleConsentMode } from './googleConsentMode'
import { gtag } from './gtag'

/** Google Analytics and Google Ads, which have the same file. */
export const connectGoogle = connectVendor({
  ...googleConsentMode,
  onGrant({ account, anonymizeIp }) {
    gtag('js', new Date())
    gtag('config', account, anonymizeIp ? { anonymize_ip: true } : {})
  },
  script: ({ account }) => `https://www.googletagmanager.com/gtag/js?id=${encodeURIComponent(account!)}`,
})
