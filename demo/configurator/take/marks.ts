import { type JsonObject, listAt, textAt } from '../state/json'
import { knownByName, type KnownService } from '../tools'

export interface Marked {
  readonly id: string
  readonly name: string
  readonly category: string
  /** Whether the widget loads it by itself after consent, since it knows the service and the account. */
  readonly isLoaded: boolean
  /** Where it is fetched from, as far as that is known; else empty. */
  readonly address: string
}

/** The optional services, and how their code on the page is to be marked. */
export const markedServices = (inventory: JsonObject): Marked[] =>
  listAt(inventory, ['services']).flatMap((service) => {
    const use = textAt(service, ['use'])
    const known = use ? knownByName(use) : undefined
    const id = textAt(service, ['id']) || use
    const category = textAt(service, ['category']) || known?.category || ''
    if (!id || !category || category === 'necessary') return []
    const name = textAt(service, ['name']) || known?.name || id
    const isLoaded = !!use && !!textAt(service, ['account'])
    return [{ id, name, category, isLoaded, address: addressOf(service, known) }]
  })

const addressOf = (service: JsonObject, known: KnownService | undefined): string => {
  const host = textAt(service, ['hosts', 0]) || known?.hosts[0] || ''
  const path = known?.scripts[0]?.replaceAll('*', 'x') ?? (host ? `${host.replace('*.', '')}/` : '')
  return path && `https://${path}`
}
