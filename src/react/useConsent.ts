import { useSyncExternalStore } from 'react'
import { DENIED, liveConsent, onChange, type LiveConsent } from '../frameworks/liveConsent'

/**
 * What holds now. The component is drawn again when something has changed, and at no other time; on a server, and while
 * its HTML is taken over, everything optional is denied.
 * @example
 * const { granted, openPreferences } = useConsent()
 */
export const useConsent = (): LiveConsent => useSyncExternalStore(onChange, liveConsent, () => DENIED)
