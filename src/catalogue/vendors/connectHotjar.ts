import { connectVendor } from './connectVendor'
import { withArguments } from './withArguments'

declare global {
  interface Window {
    hj?: { (...words: unknown[]): void; q?: unknown[] }
    _hjSettings?: { hjid: number; hjsv: number }
  }
}

/** Version of the snippet. */
const SNIPPET = 6

/** Hotjar. It has no words for consent: the gate alone decides. */
export const connectHotjar = connectVendor({
  onGrant({ account }) {
    window.hj ??= withArguments((words) => (window.hj!.q ??= []).push(words))
    window._hjSettings = { hjid: Number(account), hjsv: SNIPPET }
  },
  script: ({ account }) => `https://static.hotjar.com/c/hotjar-${encodeURIComponent(account!)}.js?sv=${SNIPPET}`,
})
