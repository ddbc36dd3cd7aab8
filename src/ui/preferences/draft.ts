import type { RunningConsent } from '../../core/consent/types'
import { CATEGORIES, type CategoryId, type Service } from '../../core/inventory/types'

/** What is being edited. Nothing of it holds before it is saved; leaving the preferences drops it. */
export interface Draft {
  readonly categories: readonly DraftCategory[]
  /** Shows something of the draft, now and after every edit. */
  follow(show: () => void): void
  save(): void
}

export interface DraftCategory {
  readonly id: CategoryId
  readonly services: readonly DraftService[]
  /** `undefined` where only some of its services are on. */
  on(): boolean | undefined
  /** Switches all its services. */
  set(on: boolean): void
}

export interface DraftService {
  readonly service: Service
  on(): boolean
  set(on: boolean): void
}

/** A draft of what holds now: on first opening nothing optional is on. */
export const createDraft = (consent: RunningConsent): Draft => {
  const on = new Set<Service>()
  const followers = new Set<() => void>()
  const set = (services: readonly Service[], value: boolean) => {
    for (const service of services) {
      if (value) on.add(service)
      else on.delete(service)
    }
    for (const show of followers) show()
  }
  const draftCategory = (id: CategoryId): DraftCategory => {
    const services = consent.inventory.services.filter(({ category }) => category === id)
    for (const service of services) if (consent.granted(service.id)) on.add(service)
    return {
      id,
      services: services.map((service) => ({
        service,
        on: () => on.has(service),
        set: (value) => set([service], value),
      })),
      on() {
        const count = services.filter((service) => on.has(service)).length
        return count === services.length ? true : count ? undefined : false
      },
      set: (value) => set(services, value),
    }
  }
  const categories = CATEGORIES.map(draftCategory).filter(({ id, services }) => id === 'necessary' || services.length)
  return {
    categories,
    follow(show) {
      followers.add(show)
      show()
    },
    save() {
      const optional = categories.filter(({ id }) => id !== 'necessary')
      consent.save({
        categories: Object.fromEntries(optional.map((category) => [category.id, category.on() === true])),
        services: Object.fromEntries(
          optional.flatMap(({ services }) => services.map((field) => [field.service.id, field.on()])),
        ),
      })
    },
  }
}
