import type { AuditOptions, Progress } from './options'
import type { PageRecord, Probes, SiteRecord, StateName, StateRecord, ToolSeen } from './record'
import { keepRecord } from './visit/keep'
import type { Scouted } from './visit/scout'

type Control = NonNullable<SiteRecord['controls']>[number]

/** A record of a site that is being made; it is on the disk after each step. */
export interface Recording {
  readonly tool: () => ToolSeen
  readonly pages: () => readonly string[]
  /** Milliseconds that the site wants between two pages. */
  readonly delay: () => number
  /** Those of these that there are: who is asked nothing is in one state only. */
  readonly states: (all: readonly StateName[]) => readonly StateName[]
  readonly has: (state: StateName, page: number) => boolean
  readonly state: (name: StateName) => StateRecord | undefined
  readonly hasProbed: (name: string) => boolean
  readonly probes: () => Probes
  /** Where the control by which an answer can be changed was looked for. */
  readonly controls: () => readonly Control[]
  readonly addControl: (url: string, control: boolean) => Promise<void>
  readonly begin: (scouted: Scouted) => Promise<void>
  readonly addPage: (state: StateName, way: StateRecord['way'], page: PageRecord) => Promise<void>
  readonly addProbe: (name: string, found: Partial<Probes>) => Promise<void>
  readonly tell: (what: Progress['what'], name: string, state?: string) => void
  /** @param isWhole what is not is gone on with by the next audit in this folder */
  readonly end: (isWhole: boolean) => Promise<SiteRecord>
}

const empty = ({ url, version, now }: AuditOptions, browser: string): SiteRecord => ({
  format: 1,
  url,
  program: version,
  browser: { name: 'Chromium', version: browser },
  begun: new Date(now()).toISOString(),
  ended: '',
  tool: { kind: 'none' },
  pages: [],
  leftOut: [],
  states: [],
  probes: {},
  interrupted: true,
})

/**
 * Begins a record, or goes on with one.
 * @param kept what an interrupted audit of this address left in the folder
 * @param browser its version
 */
export const createRecording = (options: AuditOptions, kept: SiteRecord | undefined, browser: string): Recording => {
  let record: SiteRecord = kept ?? empty(options, browser)
  let isOver = false
  const save = async (change: Partial<SiteRecord>) => {
    // What is still under way when it was stopped comes too late.
    if (isOver) return
    record = { ...record, ...change, ended: new Date(options.now()).toISOString() }
    await keepRecord(options.out, record)
  }
  const stateOf = (name: StateName) => record.states.find((state) => state.name === name)
  const statesOf = (all: readonly StateName[]) => (record.asks ? all : all.slice(0, 1))
  const visited = () => record.states.reduce((sum, { pages }) => sum + pages.length, 0)
  const tell: Recording['tell'] = (what, name, state) =>
    options.tell({ what, done: visited(), of: record.pages.length * (record.asks ? 4 : 1), name, ...(state && { state }) })
  if (kept) tell('resume', options.url)

  return {
    tool: () => record.tool,
    pages: () => record.pages,
    delay: () => record.delay ?? 0,
    states: statesOf,
    has: (state, page) => stateOf(state)?.pages.some(({ url }) => url === record.pages[page]) === true,
    state: stateOf,
    hasProbed: (name) => record.probed?.includes(name) === true,
    probes: () => record.probes,
    controls: () => record.controls ?? [],
    async addControl(url, control) {
      const controls = [...(record.controls ?? []).filter((one) => one.url !== url), { url, control }]
      const { withdrawal } = record.probes
      await save({ controls, ...(withdrawal && { probes: { ...record.probes, withdrawal: { ...withdrawal, pages: controls } } }) })
    },
    async begin({ tool, pages, leftOut, asks, delay }) {
      await save({ tool, pages, leftOut, asks, delay })
      tell('begin', options.url)
    },
    async addPage(name, way, page) {
      const state = stateOf(name)
      // Gone on with in another profile, it may have come about otherwise.
      const next: StateRecord = { name, way, pages: [...(state?.pages ?? []), page] }
      const states = state ? record.states.map((one) => (one === state ? next : one)) : [...record.states, next]
      await save({ states })
    },
    addProbe: (name, found) => save({ probes: { ...record.probes, ...found }, probed: [...(record.probed ?? []), name] }),
    tell,
    async end(isWhole) {
      if (isWhole) {
        const { interrupted: _, ...done } = record
        record = done
      }
      await save({})
      isOver = true
      tell('end', options.url)
      return record
    },
  }
}
