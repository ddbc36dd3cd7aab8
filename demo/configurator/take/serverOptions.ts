import { computed, signal } from '@preact/signals'
import { listAt, textAt, type JsonObject } from '../state/json'
import { knownByName, type PolicyOptions } from '../tools'

/** What the owner chose for the rules; not part of the draft, since the widget has nothing of it. */
export const isTrial = signal(false)
export const hasNonces = signal(false)
export const showsOnce = signal(false)

/** As the rules take it; the same in the page and in the package. */
export const serverOptions = computed<PolicyOptions>(() => ({
  reportOnly: isTrial.value,
  nonce: hasNonces.value,
  always: showsOnce.value ? ['embeds'] : [],
}))

/** Whether a visitor can be offered to load something once. */
export const hasEmbeds = (inventory: JsonObject): boolean =>
  listAt(inventory, ['services']).some((service) => {
    const use = textAt(service, ['use'])
    return (textAt(service, ['category']) || (use && knownByName(use)?.category)) === 'embeds'
  })
