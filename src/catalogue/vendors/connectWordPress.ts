import type { Connect } from '../../core/consent/connect'
import type { CategoryId } from '../../core/inventory/types'
import { whenParsed } from '../../core/page'

declare global {
  interface Window {
    wp_consent_type?: string
    wp_has_consent?: (category: string) => boolean
    wp_set_consent?: (category: string, value: 'allow' | 'deny') => void
    wp_set_service_consent?: (service: string, consented: boolean) => void
  }
}

/** Embeds have no counterpart there; each is told by itself. */
const COUNTERPARTS: Readonly<Partial<Record<CategoryId, readonly string[]>>> = {
  necessary: ['functional'],
  functional: ['preferences'],
  analytics: ['statistics', 'statistics-anonymous'],
  marketing: ['marketing'],
}

/**
 * Tells plugins of WordPress what holds (github.com/WordPress/wp-consent-level-api). With no type set they would take
 * everything for allowed, so it is set at once. The answers are asserted on each page, since the plugin forgets them
 * after thirty days. Before a choice nothing is said, as that would be stored; only what an earlier choice allowed is
 * taken back.
 */
export const connectWordPress: Connect = (_service, consent) => {
  const tell = () => {
    const { wp_has_consent: has, wp_set_consent: set, wp_set_service_consent: setService } = window
    for (const [category, names] of Object.entries(COUNTERPARTS))
      for (const name of names)
        if (consent.choice || has?.(name)) set?.(name, consent.granted(category) ? 'allow' : 'deny')
    if (!consent.choice) return
    for (const { id, category } of consent.inventory.services)
      if (category === 'embeds') setService?.(id, consent.granted(id))
  }
  window.wp_consent_type = 'optin'
  // The plugin's own file and those who listen to it stand further down the page.
  whenParsed(() => {
    document.dispatchEvent(new CustomEvent('wp_consent_type_defined'))
    tell()
  })
  consent.subscribe(tell)
}
