import { withArguments } from './withArguments'

declare global {
  interface Window {
    dataLayer?: unknown[]
    gtag?: (...command: unknown[]) => void
  }
}

/** Google's own function, as its snippet has it. */
export const gtag = withArguments((words) => window.dataLayer!.push(words))
