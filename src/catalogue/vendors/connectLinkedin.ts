import { connectVendor } from './connectVendor'

declare global {
  interface Window {
    _linkedin_partner_id?: string
    _linkedin_data_partner_ids?: string[]
    lintrk?: { (...words: unknown[]): void; q: unknown[] }
  }
}

const createLintrk = () => {
  const q: unknown[] = []
  return Object.assign((...words: unknown[]) => void q.push(words), { q })
}

/** LinkedIn Insight Tag. LinkedIn has no words for consent: the gate alone decides. */
export const connectLinkedin = connectVendor({
  onGrant({ account }) {
    window._linkedin_partner_id = account!
    ;(window._linkedin_data_partner_ids ??= []).push(account!)
    window.lintrk ??= createLintrk()
  },
  script: () => 'https://snap.licdn.com/li.lms-analytics/insight.min.js',
})
