import type { Both } from '../../tools/both'
import { type Declared, servicesOfHost } from '../judge/declared'
import type { RequestRecord, SiteRecord, StateName } from '../record'

/** Whose a request is, for the plot: of the site, of another that the inventory names, of any other. */
export type Group = 'own' | 'declared' | 'other'

export const GROUPS: readonly Group[] = ['own', 'declared', 'other']

export const GROUP: Readonly<Record<Group, Both>> = {
  own: { sl: 'sama stran', en: 'the site itself' },
  declared: { sl: 'drugi, navedeni v popisu', en: 'others, in the inventory' },
  other: { sl: 'drugi, nenavedeni', en: 'others, not in it' },
}

export const groupOf = (declared: Declared | undefined, { thirdParty, host }: RequestRecord): Group => {
  if (!thirdParty) return 'own'
  return declared && servicesOfHost(declared, host).length ? 'declared' : 'other'
}

export interface StateCounts {
  readonly state: StateName
  readonly counts: Readonly<Record<Group, number>>
  readonly total: number
}

/** Requests of each state, by whose they are. */
export const countsOf = ({ states }: SiteRecord, declared: Declared | undefined): StateCounts[] =>
  states.map(({ name, pages }) => {
    const groups = pages.flatMap(({ requests }) => requests).map((request) => groupOf(declared, request))
    const of = (group: Group) => groups.filter((one) => one === group).length
    return { state: name, counts: { own: of('own'), declared: of('declared'), other: of('other') }, total: groups.length }
  })
