import type { ChoiceStorage } from '../choice/cookieStorage'
import { newestChoice } from '../choice/newestChoice'
import { serialize } from '../choice/serialize'
import type { Choice } from '../choice/types'
import { expiryOf } from '../choice/validity'
import { NOTHING_NEW, type OpenedInventory } from '../inventory/openInventory'
import { CATEGORIES, type CategoryId, type Service } from '../inventory/types'
import { report, reportUnknown } from '../report'
import type { ConsentState, Listener, Method, RunningConsent } from './types'

/**
 * What holds now: the inventory and the stored choice, brought together. It does not know who listens.
 * @param now seconds since 1970
 * @param describe gives what there is to know, for telling later what is new
 */
export const createConsent = (
  { inventory, revision, stamp, news: newsAtFirst }: OpenedInventory,
  storage: ChoiceStorage,
  now: () => number,
  describe: (services: readonly Service[]) => Promise<string>,
): RunningConsent => {
  const { services, validFor } = inventory
  const byId = new Map(services.map((service) => [service.id, service]))
  const present = new Set<string>(['necessary', ...services.map(({ category }) => category)])
  const ids = [...CATEGORIES.filter((category) => present.has(category)), ...byId.keys()]
  const listeners = new Set<Listener>()

  let choice: Choice | undefined
  let stored = true
  let expired = false
  let news = NOTHING_NEW

  const write = (next: Choice) => {
    choice = next
    stored = storage.write(serialize(next), Math.floor(expiryOf(next.time, validFor) - now()))
    // Said a moment later: what describes an inventory is not worth its bytes before there is a choice.
    if (!next.known)
      describe(services).then((known) => {
        if (known && choice === next) write({ ...next, known })
      }, report)
  }

  /** Read before every decision as well: another tab may have made one since. */
  const read = () => {
    const newest = newestChoice(storage, now())
    // A choice that could not be stored holds for the visit.
    if (!newest && !stored) return
    expired = !!newest && expiryOf(newest.time, validFor) <= now()
    choice = expired ? undefined : newest
    if (!choice) return
    news = choice.revision === revision ? NOTHING_NEW : newsAtFirst
    // Nothing material has changed: the choice holds for the inventory as it now stands, until the same day.
    if (!news.services.length && (choice.stamp !== stamp || !choice.known)) write({ ...choice, revision, stamp, known: '' })
  }

  const knows = (id: string) => byId.has(id) || (CATEGORIES as readonly string[]).includes(id)

  const granted = (id: string): boolean => {
    const service = byId.get(id)
    const category = service?.category ?? (id as CategoryId)
    if (category === 'necessary') return true
    if (!choice || !present.has(category) || news.services.some((one) => one.category === category)) return false
    return service && Object.hasOwn(choice.services, id) ? choice.services[id]! : choice.categories[category]
  }

  const needsChoice = () => present.size > 1 && (!choice || choice.open || news.services.length > 0)

  const state = (): ConsentState => ({
    inventory,
    choice,
    needsChoice: needsChoice(),
    granted: ids.filter(granted),
    denied: ids.filter((id) => !granted(id)),
  })

  /** Every answer takes this road, be it a click, an API call or an embed. */
  const decide = (method: Method, flag: (category: CategoryId) => boolean, deviations: Record<string, boolean> = {}) => {
    const before = ids.filter(granted)
    const categories = {} as Record<CategoryId, boolean>
    for (const category of CATEGORIES)
      categories[category] = category === 'necessary' || (present.has(category) && flag(category))
    const kept = Object.entries(deviations).filter(([id, value]) => {
      const category = byId.get(id)?.category ?? 'necessary'
      return category !== 'necessary' && value !== categories[category]
    })
    const open = method === 'embed' && needsChoice()
    news = NOTHING_NEW
    const time = Math.floor(now())
    write({ categories, services: Object.fromEntries(kept), time, revision, open, stamp, known: '' })
    const after = state()
    const changed = ids.filter((id) => granted(id) !== before.includes(id))
    for (const listener of listeners) {
      try {
        listener(after, { granted: after.granted, denied: after.denied, changed, method })
      } catch (error) {
        report(error)
      }
    }
  }

  read()
  return {
    inventory,
    get choice() {
      return choice
    },
    get needsChoice() {
      return needsChoice()
    },
    details: () => ({ expires: choice && expiryOf(choice.time, validFor), stored, news: news.text, expired }),
    knows,
    granted,
    acceptAll: () => decide('accept-all', () => true),
    rejectAll: () => decide('reject-all', () => false),
    withdraw: () => decide('withdraw', () => false),
    save({ categories = {}, services: deviations = {} }) {
      read()
      for (const id of Object.keys({ ...categories, ...deviations })) if (!knows(id)) reportUnknown(id)
      decide('save', (category) => categories[category] ?? granted(category), { ...choice?.services, ...deviations })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
