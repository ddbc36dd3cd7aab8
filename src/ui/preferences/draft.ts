import { computed, signal, type ReadonlySignal } from '@preact/signals-core'
import type { RunningConsent } from '../../core/consent/types'
import { CATEGORIES, type CategoryId, type Service } from '../../core/inventory/types'

/** What is being edited. Nothing of it holds before it is saved; leaving the preferences drops it. */
export interface Draft {
  readonly categories: readonly DraftCategory[]
  save(): void
}

export interface DraftCategory {
  readonly id: CategoryId
  readonly services: readonly DraftService[]
  /** `undefined` where only some of its services are on. */
  readonly on: ReadonlySignal<boolean | undefined>
  /** Switches all its services. */
  set(on: boolean): void
}

export interface DraftService {
  readonly service: Service
  readonly on: ReadonlySignal<boolean>
  set(on: boolean): void
}

/** A draft of what holds now: on first opening nothing optional is on. */
export const createDraft = (consent: RunningConsent): Draft => {
  const categories = CATEGORIES.map((id) => draftCategory(id, consent)).filter(
    ({ id, services }) => id === 'necessary' || services.length,
  )
  return {
    categories,
    save() {
      const optional = categories.filter(({ id }) => id !== 'necessary')
      consent.save({
        categories: Object.fromEntries(optional.map(({ id, on }) => [id, on.value === true])),
        services: Object.fromEntries(
          optional.flatMap(({ services }) => services.map(({ service, on }) => [service.id, on.value])),
        ),
      })
    },
  }
}

const draftCategory = (id: CategoryId, consent: RunningConsent): DraftCategory => {
  const services = consent.inventory.services
    .filter(({ category }) => category === id)
    .map((service): DraftService => {
      const on = signal(consent.granted(service.id))
      return { service, on, set: (value) => void (on.value = value) }
    })
  return {
    id,
    services,
    on: computed(() => {
      const count = services.filter(({ on }) => on.value).length
      return count === services.length ? true : count ? undefined : false
    }),
    set(value) {
      for (const service of services) service.set(value)
    },
  }
}
