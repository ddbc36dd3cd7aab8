import { useLayoutEffect, useState } from 'preact/hooks'
import { DENIED, liveConsent, onChange, type LiveConsent } from '../frameworks/liveConsent'

/**
 * What holds now. The component is drawn again when something has changed, and at no other time. At first everything
 * optional is denied: Preact does not say whether it takes over HTML from a server, and what holds is known before the
 * browser paints.
 * @example
 * const { granted, openPreferences } = useConsent()
 */
export const useConsent = (): LiveConsent => {
  const [consent, setConsent] = useState(DENIED)
  useLayoutEffect(() => {
    const refresh = () => setConsent(liveConsent())
    refresh()
    return onChange(refresh)
  }, [])
  return consent
}
