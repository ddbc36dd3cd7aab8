import { type JsonObject, listAt, textAt } from '../state/json'
import { knownByName } from '../tools'

export interface Marked {
  readonly id: string
  readonly name: string
  readonly category: string
  /** Whether the widget loads it by itself after consent, since it knows the service and the account. */
  readonly isLoaded: boolean
}

/** The optional services, and how their code on the page is to be marked. */
export const markedServices = (inventory: JsonObject): Marked[] =>
  listAt(inventory, ['services']).flatMap((service) => {
    const use = textAt(service, ['use'])
    const known = use ? knownByName(use) : undefined
    const id = textAt(service, ['id']) || use
    const category = textAt(service, ['category']) || known?.category || ''
    if (!id || category === 'necessary') return []
    const name = textAt(service, ['name']) || known?.name || id
    return [{ id, name, category, isLoaded: !!use && !!textAt(service, ['account']) }]
  })
