import type { ChoiceStorage } from '../choice/cookieStorage'
import { flagsOf } from '../choice/flagsOf'
import { newestChoice } from '../choice/newestChoice'
import { serialize } from '../choice/serialize'
import type { Choice } from '../choice/types'
import { expiryOf } from '../choice/validity'
import type { StampedInventory } from '../inventory/openInventory'
import type { News } from '../parts'
import { CATEGORIES, type CategoryId, type Service } from '../inventory/types'
import { report, reportUnknown } from '../report'
import type { ConsentState, Decision, Listener, Method, RunningConsent } from './types'

/**
 * What holds now: the inventory and the stored choice, brought together. It does not know who listens.
 * @param now seconds since 1970
 * @param describe gives what there is to know, for telling later what is new
 */
export const createConsent = (
  { inventory, revision, stamp, news: newsAtFirst }: StampedInventory,
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
  let news: News | undefined

  /** Writes what this inventory has: nothing for categories it lacks, nor for services that are gone or do not deviate. */
  const write = (written: Choice) => {
    // Scripts hand over anything; only `true` grants.
    // oxlint-disable-next-line typescript/no-unnecessary-boolean-literal-compare
    const categories = flagsOf((category) => present.has(category) && written.categories[category] === true)
    const deviations = Object.entries(written.services).filter(([id, value]) => {
      const category = byId.get(id)?.category ?? 'necessary'
      return category !== 'necessary' && value === !categories[category]
    })
    const next = { ...written, categories, services: Object.fromEntries(deviations) }
    choice = next
    stored = storage.write(serialize(next), Math.floor(expiryOf(next.time, validFor) - now()))
    // Said a moment later: what describes an inventory is not worth its bytes before there is a choice.
    if (!next.known)
      describe(services).then((known) => {
        if (known && choice === next) write({ ...next, known })
      }, report)
  }

  /** Read before a decision that builds on an earlier one as well: another tab may have made one since. */
  const read = () => {
    const newest = newestChoice(storage, now())
    // A choice that could not be stored holds for the visit.
    if (!newest && !stored) return
    choice = newest && expiryOf(newest.time, validFor) > now() ? newest : undefined
    if (!choice) return
    news = choice.revision === revision ? undefined : newsAtFirst
    // Nothing material has changed: the choice holds for the inventory as it now stands, until the same day.
    if (!news && (choice.stamp !== stamp || !choice.known)) write({ ...choice, revision, stamp, known: '' })
  }

  const knows = (id: string) => byId.has(id) || (CATEGORIES as readonly string[]).includes(id)

  const granted = (id: string): boolean => {
    const service = byId.get(id)
    const category = service?.category ?? (id as CategoryId)
    if (category === 'necessary') return true
    if (!choice || !present.has(category) || news?.services.some((one) => one.category === category)) return false
    return service && Object.hasOwn(choice.services, id) ? choice.services[id]! : choice.categories[category]
  }

  const needsChoice = () => present.size > 1 && (!choice || choice.open || !!news)

  const state = (): ConsentState => ({
    inventory,
    choice,
    needsChoice: needsChoice(),
    granted: ids.filter(granted),
    denied: ids.filter((id) => !granted(id)),
  })

  /** Every answer takes this road, be it a click, an API call or an embed. */
  const decide = (method: Method, flag: (category: CategoryId) => boolean, deviations: Choice['services'] = {}) => {
    const before = ids.filter(granted)
    const open = method === 'embed' && needsChoice()
    news = undefined
    const time = Math.floor(now())
    write({ categories: flagsOf(flag), services: deviations, time, revision, open, stamp, known: '' })
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

  const save = ({ categories = {}, services: deviations = {} }: Decision, method: Method = 'save') => {
    read()
    for (const id of Object.keys({ ...categories, ...deviations })) if (!knows(id)) reportUnknown(id)
    // What waits to be asked about again is not brought back by an answer about something else.
    const kept = Object.entries(choice?.services ?? {}).filter(([id, value]) => value === granted(id))
    const flag = (category: CategoryId) => categories[category] ?? granted(category)
    decide(method, flag, { ...Object.fromEntries(kept), ...deviations })
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
    details: () => ({ expires: choice && expiryOf(choice.time, validFor), stored, news: news?.text ?? '' }),
    knows,
    granted,
    acceptAll: () => decide('accept-all', () => true),
    rejectAll: () => decide('reject-all', () => false),
    withdraw: () => decide('withdraw', () => false),
    save,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
