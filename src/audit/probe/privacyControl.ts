import { within } from '../visit/within'
import { inFreshProfile, outcomeOf, visitStart } from './onStartPage'
import type { Probe } from './probe'

/** Runs in each page before its own scripts. */
const sayNo = (): void => {
  Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true, enumerable: true })
}

/** Runs in a page. */
const isGranted = (): boolean => (window as { privolim?: { granted: (id: string) => boolean } }).privolim?.granted('marketing') === true

/** A browser that says by itself that nothing may be sold or shared. */
export const probePrivacyControl: Probe = (tools) =>
  inFreshProfile(tools, async (profile) => {
    await profile.context.addInitScript(sayNo)
    await profile.context.setExtraHTTPHeaders({ 'Sec-GPC': '1' })
    let marketingGranted = false
    const page = await visitStart(tools, profile, {
      async act(one) {
        marketingGranted = await within(2000, one.evaluate(isGranted), false)
      },
    })
    return { privacyControl: { ...outcomeOf(page), marketingGranted } }
  })
