import type { Connect } from '../../core/consent/connect'
import { CATEGORIES } from '../../core/inventory/types'

/**
 * An event in `dataLayer` by which tags can be fired: on every change, and early on each page on which there is a
 * choice already. Ids of categories and services, as `privolim:change` has them.
 */
export const connectDataLayer: Connect = (_service, consent) => {
  const { services } = consent.inventory
  const present = CATEGORIES.filter((id) => services.some(({ category }) => category === id))
  const ids = [...present, ...services.map(({ id }) => id)]
  const tell = () => {
    const granted = ids.filter((id) => consent.granted(id))
    const denied = ids.filter((id) => !granted.includes(id))
    ;(window.dataLayer ??= []).push({ event: 'privolim_change', granted, denied })
  }
  if (consent.choice) tell()
  consent.subscribe(tell)
}
