import { connectVendor } from './connectVendor'
import { withArguments } from './withArguments'

interface Fbq {
  (...words: unknown[]): void
  /** Meta's own, once its file is there. */
  callMethod?: (...words: unknown[]) => void
  push: Fbq
  queue: unknown[]
  loaded: boolean
  version: string
}

declare global {
  interface Window {
    fbq?: Fbq
    _fbq?: Fbq
  }
}

/** The queue of Meta's snippet, whose file reads each of these. */
const createFbq = () => {
  const fbq = withArguments((words) => {
    if (fbq.callMethod) fbq.callMethod(...words)
    else fbq.queue.push(words)
  }) as Fbq
  return Object.assign(fbq, { push: fbq, queue: [], loaded: true, version: '2.0' })
}

const say = (granted: boolean) => window.fbq!('consent', granted ? 'grant' : 'revoke')

/**
 * Meta Pixel: `revoke` stands before `init` on every page
 * (developers.facebook.com/docs/meta-pixel/implementation/gdpr). Its file contacts Meta by itself, so the signal alone
 * would not do.
 */
export const connectMeta = connectVendor({
  stub() {
    window.fbq ??= createFbq()
    window._fbq ??= window.fbq
  },
  onDefault: () => say(false),
  onUpdate: (granted) => say(granted('marketing')),
  onGrant({ account }) {
    window.fbq!('init', account)
    window.fbq!('track', 'PageView')
  },
  script: () => 'https://connect.facebook.net/en_US/fbevents.js',
})
