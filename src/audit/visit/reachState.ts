import type { Browser } from 'playwright-core'
import type { AuditOptions } from '../options'
import type { PageRecord, StateName, StateRecord, ToolSeen } from '../record'
import { answer, withdraw } from './answer'
import type { Answer } from './press'
import { freshProfile, type Profile } from './profile'
import { storedOn } from './storedOn'
import { type Visit, visitPage } from './visitPage'

/** What a profile holds. */
export type Kept = Pick<PageRecord, 'cookies' | 'stored'>

/** A profile in one of the four states. */
export interface Reached {
  readonly profile: Profile
  readonly way: StateRecord['way']
  /** Of the withdrawal, where there was one. */
  readonly presses?: number
  /** What was kept before the withdrawal. */
  readonly before?: Kept
}

/** Visits the start page and does something there; the record of it is somebody else's business. */
const onStartPage = (profile: Profile, options: AuditOptions, act: NonNullable<Visit['act']>) =>
  visitPage({ profile, url: options.url, options, act })

const answered = async (profile: Profile, options: AuditOptions, tool: ToolSeen, wanted: Answer): Promise<StateRecord['way']> => {
  let way: StateRecord['way'] = 'failed'
  await onStartPage(profile, options, async (page) => {
    way = await answer(page, tool, wanted, options.waits)
  })
  return way
}

/** Brings a fresh profile into a state, by answering as visitors do. */
export const reachState = async (browser: Browser, options: AuditOptions, tool: ToolSeen, name: StateName): Promise<Reached> => {
  const profile = await freshProfile(browser, options)
  if (name === 'unanswered') return { profile, way: 'none' }
  const way = await answered(profile, options, tool, name === 'refused' ? 'refuse' : 'accept')
  if (name !== 'withdrawn' || way === 'failed') return { profile, way }
  let presses: number | undefined
  let before: Kept = { cookies: [], stored: [] }
  // Loaded once more, so that what was let in has kept what it keeps.
  await onStartPage(profile, options, async (page) => {
    before = { cookies: await profile.cookies(options.url), stored: (await storedOn(page, profile, options.waits.ask)).stored }
    presses = await withdraw(page, options.waits.press)
  })
  return { profile, way: presses === undefined ? 'failed' : way, before, ...(presses !== undefined && { presses }) }
}
