import type { ChoiceStorage } from '../choice/cookieStorage'
import { flagsOf } from '../choice/flagsOf'
import { newestChoice } from '../choice/newestChoice'
import { serialize } from '../choice/serialize'
import type { Choice } from '../choice/types'
import { expiryOf } from '../choice/expiryOf'
import { hash } from '../hash'
import type { News, OpenedInventory } from '../parts'
import { CATEGORIES, type CategoryId, type Service } from '../inventory/types'
import { report } from '../report'
import type { Decision, Listener, Method, RunningConsent } from './types'

/**
 * What holds now: the inventory and the stored choice, brought together. It does not know who listens.
 * @param now whole seconds since 1970
 * @param language in which the visitor is asked
 * @param gpc whether the browser sends Global Privacy Control: it refuses marketing without being asked
 */
export const createConsent = (
  { inventory, revision, since, news: newsAtFirst }: OpenedInventory,
  storage: ChoiceStorage,
  now: () => number,
  language: () => string,
  gpc: boolean | undefined,
): RunningConsent => {
  const { services, validFor } = inventory
  const byId = new Map(services.map((service) => [service.id, service]))
  const present = CATEGORIES.filter((id, index) => !index || services.some(({ category }) => category === id))
  const ids = [...present, ...byId.keys()]
  const listeners = new Set<Listener>()

  let choice: Choice | undefined
  let stored = true
  let news: News | undefined

  /** Writes what this inventory has: nothing for categories it lacks, nor for services that are gone or do not deviate. */
  const write = (written: Choice) => {
    // Scripts hand over anything; only `true` grants.
    // oxlint-disable-next-line typescript/no-unnecessary-boolean-literal-compare
    const categories = flagsOf((category) => present.includes(category) && written.categories[category] === true)
    const deviations = Object.entries(written.services).filter(([id, value]) => {
      const category = byId.get(id)?.category ?? 'necessary'
      return category !== 'necessary' && value === !categories[category]
    })
    choice = { ...written, categories, services: Object.fromEntries(deviations) }
    stored = storage.write(serialize(choice), expiryOf(choice.time, validFor) - now())
  }

  /** Read before a decision that builds on an earlier one as well: another tab may have made one since. */
  const read = () => {
    const newest = newestChoice(storage, now())
    // A choice that could not be stored holds for the visit, also where an older one could not be replaced.
    if (!stored && !(newest && newest.time > choice!.time)) return
    // A page with another inventory cannot have asked about what this one has. Where nobody has answered here yet, what
    // was answered there is no answer; the next page knows what is new since.
    const isOurs = newest && (choice || newest.revision === revision || newest.revision === since)
    choice = isOurs && expiryOf(newest.time, validFor) > now() ? newest : undefined
    news = choice && choice.revision !== revision ? newsAtFirst : undefined
    stored = true
  }

  const knows = (id: string) => byId.has(id) || (CATEGORIES as readonly string[]).includes(id)

  const granted = (id: string): boolean => {
    const service = byId.get(id)
    const category = service?.category ?? (id as CategoryId)
    if (category === 'necessary') return true
    if (!choice || !present.includes(category) || news?.services.some((one) => one.category === category)) return false
    return service && Object.hasOwn(choice.services, id) ? choice.services[id]! : choice.categories[category]
  }

  const isAskedAbout = ({ category }: Service) => category !== 'necessary' && !(gpc && category === 'marketing')
  const needsChoice = () => services.some(isAskedAbout) && (!choice || choice.open || !!news)

  /** What everybody is told of. */
  const state = () => [choice?.time, ...ids.filter(granted)]

  const lists = () => ({ granted: ids.filter(granted), denied: ids.filter((id) => !granted(id)) })

  const notify = (method: Method) => {
    const changed = ids.filter((id) => granted(id) !== told.includes(id))
    const held = lists()
    told = state()
    for (const listener of listeners) {
      try {
        listener({ inventory, choice, needsChoice: needsChoice(), ...held }, { ...held, changed, method })
      } catch (error) {
        report(error)
      }
    }
  }

  /** Every answer takes this road, be it a click, an API call or an embed. */
  const decide = (method: Method, flag: (category: CategoryId) => boolean, deviations: Choice['services'] = {}) => {
    const open = method === 'embed' && needsChoice()
    write({
      categories: flagsOf(flag),
      services: deviations,
      time: now(),
      revision,
      open,
      way: `${method}_${language()}`,
      stamp: '',
      known: '',
    })
    // Not before: what `flag` leaves as it is was held back by it.
    news = undefined
    notify(method)
  }

  const save = ({ categories = {}, services: deviations = {} }: Decision, method: Method = 'save') => {
    read()
    // What waits to be asked about again is not brought back by an answer about something else.
    const kept = Object.entries(choice?.services ?? {}).filter(([id, value]) => value === granted(id))
    // Its own fields alone: a page may have left anything on `Object.prototype`.
    const flag = (category: CategoryId) => (Object.hasOwn(categories, category) ? categories[category]! : granted(category))
    decide(method, flag, { ...Object.fromEntries(kept), ...deviations })
  }

  read()
  /** What was last told. */
  let told: readonly unknown[] = state()
  return {
    inventory,
    get choice() {
      return choice
    },
    get needsChoice() {
      return needsChoice()
    },
    details: () => ({ expires: choice && expiryOf(choice.time, validFor), stored, news: news?.services, gpc }),
    knows,
    granted,
    acceptAll: () => decide('accept-all', () => true),
    rejectAll: () => decide('reject-all', () => false),
    withdraw: () => decide('withdraw', () => false),
    save,
    receipt: () => choice && { id: hash(choice.way + state()), ...choice, ...lists() },
    refresh(method) {
      read()
      if (method === 'gpc' || state().join() !== told.join()) notify(method)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
