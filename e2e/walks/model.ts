import type { OptionalCategory } from '../../src/core/inventory/types.js'
import { CATEGORY_OF, INVENTORIES, OPTIONAL, type ServiceId, thingsOn } from './site.js'
import type { Decision, Step } from './steps.js'

/**
 * What has to hold on a walk, in the words of the contract and without a line of the product: what is stored, what is
 * granted on each page, and from that what may have been loaded there, which is also what must have been.
 */
export interface Expected {
  /** The choice's cookie without what depends on time and hashes; empty where there is none. */
  readonly cookie: string
  /** Whether the choice must have been seen to by now: what there was to know stands in its cookie. */
  readonly complete: boolean
  /** Whether the counter's own record is on the device. */
  readonly record: boolean
  readonly tabs: readonly ExpectedTab[]
}

export interface ExpectedTab {
  /** Which view of this tab it is: every page that was gone to, loaded anew or come back to is one. */
  readonly view: number
  readonly granted: readonly string[]
  readonly shown: 'banner' | 'closed'
  readonly choice: 'unset' | 'none' | 'partial' | 'all'
  /** Scripts that have run in this view. */
  readonly ran: readonly string[]
  /** Pictures and frames that have their address now. */
  readonly live: readonly string[]
  /** What this view has asked a third party for, from its beginning on. */
  readonly fetched: readonly string[]
  readonly placeholders: number
}

interface Choice {
  readonly flags: Readonly<Record<OptionalCategory, boolean>>
  readonly services: Partial<Record<ServiceId, boolean>>
  readonly time: number
  /** What there was to know when it was made. */
  readonly known: readonly string[]
  readonly open: boolean
}

interface Tab {
  readonly history: (0 | 1)[]
  at: number
  view: number
  inventory: number
  choice: Choice | undefined
  /** Categories that are asked about again. */
  touched: readonly string[]
  told: string
  once: boolean
  ran: Set<string>
  fetched: Set<string>
}

const DAY = 86_400
/** Six months are more than this and less than twice as much. */
const VALID = 150 * DAY

const categoryOf = (id: string): string => (Object.hasOwn(CATEGORY_OF, id) ? CATEGORY_OF[id as ServiceId] : id)

const servicesOf = (inventory: number) => Object.keys(INVENTORIES[inventory]!.services) as ServiceId[]

const factsOf = (inventory: number) => Object.entries(INVENTORIES[inventory]!.services).map(([id, country]) => `${id} ${country}`)

/** Whether all of these are known: words do not count, and neither does what is gone. */
const newIn = (inventory: number, known: readonly string[]) =>
  factsOf(inventory).filter((fact) => !known.includes(fact)).map((fact) => categoryOf(fact.split(' ')[0]!))

const createModel = () => {
  let stored: Choice | 'damaged' | undefined
  let record = false
  let complete = false
  let clock = 0
  let inventory = 0
  const tabs: Tab[] = []

  const valid = () => (typeof stored === 'object' && clock - stored.time < VALID ? stored : undefined)

  const present = (tab: Tab) => OPTIONAL.filter((category) => servicesOf(tab.inventory).some((id) => CATEGORY_OF[id] === category))

  const granted = (tab: Tab, id: string): boolean => {
    const { choice, touched } = tab
    const category = categoryOf(id) as OptionalCategory
    if (!choice || touched.includes(category) || !present(tab).includes(category)) return false
    return choice.services[id as ServiceId] ?? choice.flags[category]
  }

  const idsOf = (tab: Tab) => [...present(tab), ...servicesOf(tab.inventory)]
  const grantedOn = (tab: Tab) => idsOf(tab).filter((id) => granted(tab, id))
  const needsChoice = ({ choice, touched }: Tab) => !choice || choice.open || touched.length > 0
  const stateOf = (tab: Tab) => [tab.choice?.time, ...grantedOn(tab)].join()
  const hereOn = (tab: Tab) => thingsOn(tab.history[tab.at]!, tab.inventory)
  const mayLoad = (tab: Tab, { marks, kind }: ReturnType<typeof hereOn>[number]) =>
    marks.every((mark) => granted(tab, mark)) || (kind === 'frame' && tab.once)

  const read = (tab: Tab) => {
    tab.choice = valid()
    tab.touched = tab.choice ? newIn(tab.inventory, tab.choice.known) : []
  }

  /** What is granted loads, once a view where it is a script. */
  const release = (tab: Tab) => {
    for (const thing of hereOn(tab)) {
      if (!mayLoad(tab, thing)) continue
      if (thing.kind === 'script' || thing.kind === 'inline') tab.ran.add(thing.name)
      if (thing.kind !== 'inline') tab.fetched.add(thing.name)
      if (thing.name === 'vrstica') record = true
    }
  }

  /** What follows from a choice: records go, and a script that ran and may not any more takes its page with it. */
  const takeBack = (tab: Tab) => {
    if (!tab.choice) return
    const found = record && !granted(tab, 'stevec')
    if (found) record = false
    const isDenied = hereOn(tab).some((thing) => tab.ran.has(thing.name) && !mayLoad(tab, thing))
    if (isDenied) {
      load(tab)
      // The page that comes may still see what the one before has deleted, and then leaves the last look to the next.
      if (found) complete = false
      // Where something was found, the next page looks again; of two tabs, either may be the one that finds it.
    } else if (!found && !tab.touched.length) complete = true
  }

  const load = (tab: Tab) => {
    Object.assign(tab, { view: tab.view + 1, inventory, once: false, ran: new Set(), fetched: new Set() })
    read(tab)
    tab.told = stateOf(tab)
    // A choice about which nothing is new holds for the inventory as it now stands.
    if (tab.choice && !tab.touched.length) {
      const kept = Object.entries(tab.choice.services).filter(([id]) => servicesOf(inventory).includes(id as ServiceId))
      stored = tab.choice = { ...tab.choice, services: Object.fromEntries(kept), known: factsOf(inventory) }
    }
    release(tab)
    takeBack(tab)
  }

  const notify = (tab: Tab) => {
    tab.told = stateOf(tab)
    release(tab)
    takeBack(tab)
  }

  const look = (tab: Tab) => {
    read(tab)
    if (stateOf(tab) !== tab.told) notify(tab)
  }

  const decide = (tab: Tab, flag: (category: OptionalCategory) => boolean, services: Choice['services'] = {}, open = false) => {
    const flags = Object.fromEntries(OPTIONAL.map((category) => [category, present(tab).includes(category) && flag(category)])) as Choice['flags']
    const deviating = Object.entries(services).filter(([id, value]) => servicesOf(tab.inventory).includes(id as ServiceId) && value !== flags[CATEGORY_OF[id as ServiceId]])
    stored = tab.choice = { flags, services: Object.fromEntries(deviating), time: clock, known: factsOf(tab.inventory), open }
    tab.touched = []
    complete = false
    notify(tab)
    for (const other of tabs) if (other !== tab) look(other)
  }

  const save = (tab: Tab, { categories, services }: Decision, isEmbed = false) => {
    read(tab)
    const kept = Object.entries(tab.choice?.services ?? {}).filter(([id, value]) => value === granted(tab, id))
    const flag = (category: OptionalCategory) => categories[category] ?? granted(tab, category)
    const flags = Object.fromEntries(OPTIONAL.map((category) => [category, flag(category)])) as Choice['flags']
    decide(tab, (category) => flags[category], { ...Object.fromEntries(kept), ...services }, isEmbed && needsChoice(tab))
  }

  /** Where something has changed since, only that is asked about. */
  const answer = (tab: Tab, value: boolean) => {
    if (!tab.touched.length) return decide(tab, () => value)
    const all = <Id extends string>(ids: readonly Id[]) => Object.fromEntries(ids.map((id) => [id, value])) as Partial<Record<Id, boolean>>
    const asked = OPTIONAL.filter((category) => tab.touched.includes(category))
    save(tab, { categories: all(asked), services: all(servicesOf(tab.inventory).filter((id) => tab.touched.includes(CATEGORY_OF[id]))) })
  }

  const isStoodIn = (tab: Tab) => hereOn(tab).some((thing) => thing.kind === 'frame' && !mayLoad(tab, thing))

  const open = () => {
    if (tabs.length > 1) return
    const tab: Tab = {
      history: [0], at: 0, view: -1, inventory, choice: undefined, touched: [], told: '', once: false, ran: new Set(), fetched: new Set(),
    }
    tabs.push(tab)
    load(tab)
  }

  const move = (tab: Tab, by: number) => {
    if (!tab.history[tab.at + by]?.toString()) return
    tab.at += by
    load(tab)
  }

  const takeStep = (step: Step): void => {
    clock += 2
    const tab = tabs['tab' in step ? step.tab : 0] ?? tabs[0]!
    switch (step.do) {
      case 'accept':
        return answer(tab, true)
      case 'reject':
        tab.once &&= tab.touched.length > 0
        return answer(tab, false)
      case 'withdraw':
        // Also of what was to be shown just once.
        tab.once = false
        return decide(tab, () => false)
      case 'save':
        return save(tab, step.decision)
      case 'once':
        if (isStoodIn(tab)) tab.once = true
        return release(tab)
      case 'always':
        return isStoodIn(tab) ? save(tab, { categories: {}, services: { video: true } }, true) : undefined
      case 'go':
        tab.history.splice(++tab.at, Infinity, step.page)
        return load(tab)
      case 'reload':
        return load(tab)
      case 'back':
        return move(tab, -1)
      case 'forward':
        return move(tab, 1)
      case 'open':
        return open()
      case 'close':
        return void tabs.splice(1)
      case 'delete':
        stored = undefined
        complete = false
        return tabs.forEach(look)
      case 'damage':
        stored = 'damaged'
        complete = false
        return tabs.forEach(look)
      case 'wait':
        clock += step.days * DAY
        return tabs.forEach(look)
      case 'change':
        inventory = step.inventory
        return load(tabs[0]!)
    }
  }

  const cookieOf = (choice: Choice) =>
    ['1.n1', ...OPTIONAL.map((category) => category[0]! + Number(choice.flags[category])), ...(choice.open ? ['o'] : []),
      ...Object.entries(choice.services).map(([id, value]) => `${id}~${Number(value)}`).sort()].join('.')

  const expectedOf = (tab: Tab): ExpectedTab => {
    const on = servicesOf(tab.inventory).filter((id) => granted(tab, id)).length
    const decided = on ? (on < servicesOf(tab.inventory).length ? 'partial' : 'all') : 'none'
    return {
      view: tab.view,
      granted: grantedOn(tab),
      shown: needsChoice(tab) ? 'banner' : 'closed',
      choice: tab.choice && !tab.choice.open ? decided : 'unset',
      ran: [...tab.ran].sort(),
      live: hereOn(tab).filter((thing) => /image|frame/.test(thing.kind) && mayLoad(tab, thing)).map(({ name }) => name).sort(),
      fetched: [...tab.fetched].sort(),
      placeholders: isStoodIn(tab) ? 1 : 0,
    }
  }

  const expected = (): Expected => ({
    cookie: typeof stored === 'object' ? cookieOf(stored) : (stored ?? ''),
    complete,
    record,
    tabs: tabs.map(expectedOf),
  })

  open()
  return { takeStep, expected }
}

/** What has to hold at first, and after each step. */
export const expectationsOf = (walk: readonly Step[]): Expected[] => {
  const model = createModel()
  return [model.expected(), ...walk.map((step) => (model.takeStep(step), model.expected()))]
}
