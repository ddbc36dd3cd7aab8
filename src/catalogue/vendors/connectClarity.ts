import { connectVendor, type Granted } from './connectVendor'
import { withArguments } from './withArguments'

declare global {
  interface Window {
    clarity?: { (...words: unknown[]): void; q?: unknown[] }
  }
}

const state = (granted: boolean) => (granted ? 'granted' : 'denied')

/** The capitals are Microsoft's, and matter. What Clarity would share with advertising goes by marketing. */
const say = (granted: Granted) =>
  window.clarity!('consentv2', {
    ad_Storage: state(granted('marketing')),
    analytics_Storage: state(granted('analytics')),
  })

/** Microsoft Clarity, Consent API v2 (learn.microsoft.com/clarity/setup-and-installation/clarity-consent-api-v2). */
export const connectClarity = connectVendor({
  stub: () => void (window.clarity ??= withArguments((words) => (window.clarity!.q ??= []).push(words))),
  onDefault: say,
  onUpdate: say,
  script: ({ account }) => `https://www.clarity.ms/tag/${encodeURIComponent(account!)}`,
})
