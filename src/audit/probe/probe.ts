import type { Browser } from 'playwright-core'
import type { AuditOptions } from '../options'
import type { Probes, StateName } from '../record'
import type { Recording } from '../recording'
import type { Reached } from '../visit/reachState'

/** What whoever visits pages has to work with. */
export interface ProbeTools {
  readonly browser: Browser
  readonly options: AuditOptions
  readonly recording: Recording
  readonly states: { readonly get: (name: StateName) => Promise<Reached> }
  /** Whether time is up, or nobody waits for it any more. */
  readonly isOver: () => boolean
}

/** Tries something on the start page, and gives what it found; nothing where there was nothing to try it on. */
export type Probe = (tools: ProbeTools) => Promise<Partial<Probes>>
