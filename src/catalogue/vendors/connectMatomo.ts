import type { Service } from '../../core/inventory/types'
import { connectVendor } from './connectVendor'

type Command = readonly unknown[]

interface Queue {
  push(command: Command): unknown
}

declare global {
  interface Window {
    _paq?: Queue | Command[]
  }
}

/** Takes commands out of the queue again, as long as Matomo's file has not put an object of its own in its place. */
const drop = (name: RegExp) => {
  const queue = window._paq
  if (Array.isArray(queue)) queue.splice(0, Infinity, ...queue.filter(([word]) => !name.test(String(word))))
}

const address = ({ hosts }: Service, file: string) => hosts?.[0] && `https://${hosts[0]}/${file}`

/**
 * Matomo (developer.matomo.org/guides/tracking-consent). `requireConsent`, since with `requireCookieConsent` requests
 * would go out all the same; `setConsentGiven` anew on every page, since `rememberConsentGiven` would keep a cookie for
 * thirty years.
 */
export const connectMatomo = connectVendor({
  stub: () => void (window._paq ??= []),
  onDefault: () => void window._paq!.push(['requireConsent']),
  onUpdate(granted) {
    // Of what waits in the queue, matomo.js applies `setConsentGiven` first, wherever it stands (`applyFirst`), and
    // `forgetConsentGiven` later: deny, then allow would end denied. So only the last word is left there.
    drop(/ConsentGiven$/)
    window._paq!.push([granted('analytics') ? 'setConsentGiven' : 'forgetConsentGiven'])
  },
  onGrant(service) {
    // What the page wanted to count before it was allowed is not counted afterwards (matomo-org/matomo#17183).
    drop(/^track/)
    const commands: Command[] = [
      ['setTrackerUrl', address(service, 'matomo.php')],
      ['setSiteId', service.account],
      ['trackPageView'],
      ['enableLinkTracking'],
    ]
    for (const command of commands) window._paq!.push(command)
  },
  script: (service) => address(service, 'matomo.js'),
})
