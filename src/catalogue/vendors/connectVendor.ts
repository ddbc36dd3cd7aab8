import type { Connect } from '../../core/consent/connect'
import type { CategoryId, Service } from '../../core/inventory/types'
import { placeScript } from './placeScript'

/** Whether a category is granted to a vendor. */
export type Granted = (category: CategoryId) => boolean

/** A vendor as data: what is said to it, and when. */
export interface Vendor {
  /** Names of services that share one queue; the first of them on a page speaks for all. Else its own name alone. */
  readonly family?: readonly string[]
  /** Sets up the queue in which the vendor's file will find what was said before it came. */
  readonly stub?: () => void
  /** Said once, before anything else: nothing is granted. */
  readonly onDefault?: (granted: Granted) => void
  /** Said on every change, withdrawal included, and on every page on which there is a choice already. */
  readonly onUpdate?: (granted: Granted) => void
  /** Said once, when the service is granted for the first time on this page. */
  readonly onGrant?: (service: Service) => void
  /** Address of the vendor's file. Without it, or without an account, only signals are given. */
  readonly script: (service: Service) => string | undefined
}

const nothing: Granted = (category) => category === 'necessary'

/** Lets a vendor know what holds: default, stored choice, start; then each change, before the gates let anything go. */
export const connectVendor =
  ({ family, stub, onDefault, onUpdate, onGrant, script }: Vendor): Connect =>
  (service, consent, nonce) => {
    const relatives = consent.inventory.services.filter(({ use }) =>
      family ? family.includes(use ?? '') : use === service.use,
    )
    const speaks = relatives[0]?.id === service.id
    // A service may be granted or denied against its category; what the vendor itself does there goes by its services.
    const granted: Granted = (category) => {
      const own = relatives.filter((one) => one.category === category)
      return own.length ? own.some(({ id }) => consent.granted(id)) : consent.granted(category)
    }
    const address = service.account && script(service)
    let begun = false
    const update = () => {
      if (speaks) onUpdate?.(granted)
      if (begun || !address || !consent.granted(service.id)) return
      begun = true
      onGrant?.(service)
    }

    stub?.()
    if (speaks) onDefault?.(nothing)
    if (address) placeScript(address, service.id, nonce)
    if (consent.choice) update()
    consent.subscribe(update)
  }
