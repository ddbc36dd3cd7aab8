import type { Browser, Page } from 'playwright-core'
import type { AuditOptions } from './options'
import type { ProbeTools } from './probe/probe'
import { probeAll } from './probe/probeAll'
import type { SiteRecord, StateName, Trouble } from './record'
import { createRecording, type Recording } from './recording'
import { hasOpener } from './visit/answer'
import { keepPicture, readInterrupted } from './visit/keep'
import { launch } from './visit/launch'
import { freshProfile } from './visit/profile'
import { type Reached, reachState } from './visit/reachState'
import { scout } from './visit/scout'
import { pause } from './visit/settle'
import { visitPage } from './visit/visitPage'
import { within } from './visit/within'

const STATES: readonly StateName[] = ['unanswered', 'refused', 'accepted', 'withdrawn']

/** The profiles of the states, each made when it is first needed. */
const createStates = (browser: Browser, options: AuditOptions, recording: Recording) => {
  const reached = new Map<StateName, Promise<Reached>>()
  return {
    get(name: StateName) {
      if (!reached.has(name)) reached.set(name, reachState(browser, options, recording.tool(), name))
      return reached.get(name)!
    },
    async close() {
      for (const one of reached.values()) await one.then(({ profile }) => profile.close(), () => {})
    },
  }
}

/** What is wrong with the certificate that is gone past. */
const ignoredTroubles = async (browser: Browser, options: AuditOptions): Promise<readonly Trouble[]> => {
  if (!options.insecure) return []
  const strict = { ...options, insecure: false }
  const profile = await freshProfile(browser, strict)
  try {
    const { troubles } = await visitPage({ profile, url: options.url, options: strict })
    return troubles.filter(({ kind }) => kind === 'certificate')
  } finally {
    await profile.close()
  }
}

/** One page in one state. */
const visitIn = async ({ browser, options, recording, states }: ProbeTools, name: StateName, index: number): Promise<void> => {
  const { profile, way } = await states.get(name)
  const url = recording.pages()[index]!
  let control: boolean | undefined
  const page = await visitPage({
    profile,
    url,
    options,
    ...(index === 0 && { picture: async (one: Page) => keepPicture(options.out, `${name}.jpg`, await one.screenshot({ type: 'jpeg', quality: 70 })) }),
    ...(name === 'accepted' && {
      async act(one: Page) {
        control = await hasOpener(one)
      },
    }),
  })
  const ignored = index === 0 && name === 'unanswered' ? await ignoredTroubles(browser, options) : []
  await recording.addPage(name, way, { ...page, troubles: [...ignored, ...page.troubles] })
  if (control !== undefined) await recording.addControl(url, control)
}

/** One page in all states that it was not visited in yet. */
const visitEverywhere = async (tools: ProbeTools, index: number): Promise<void> => {
  const { options, recording, isOver } = tools
  for (const name of recording.states(STATES)) {
    if (isOver()) return
    if (recording.has(name, index)) continue
    recording.tell('page', recording.pages()[index]!, name)
    await visitIn(tools, name, index)
    await pause(Math.max(options.waits.pause, recording.delay()))
  }
}

/** @returns whether it came to its end, and was not cut short by its time or by whoever waits for it */
const visitAll = async (browser: Browser, options: AuditOptions, recording: Recording): Promise<boolean> => {
  const end = options.now() + options.minutes * 60_000
  const isOver = () => options.signal?.aborted === true || options.now() > end
  if (!recording.pages().length) await recording.begin(await scout(browser, options))
  const states = createStates(browser, options, recording)
  const tools = { browser, options, recording, states, isOver }
  try {
    // The start page and what is tried on it come first: where time is short, these are worth most.
    await visitEverywhere(tools, 0)
    // Of a page that did not come there is nothing to be tried.
    if (recording.state('unanswered')?.pages[0]?.status === undefined) return !isOver()
    await probeAll(tools)
    for (let index = 1; index < recording.pages().length && !isOver(); index++) await visitEverywhere(tools, index)
    return !isOver()
  } finally {
    await states.close()
  }
}

/** Browsers that do not end in this time end with the program. */
const LAST = 5000

/**
 * Fails when it is to be ended. Whoever is at work on a page need not wait until that page is done, and what was asked of
 * a browser that is gone may never be answered.
 */
const stopped = (browser: Browser, signal: AbortSignal | undefined) =>
  new Promise<never>((_done, fail) => {
    const stop = () => void within(LAST, browser.close(), undefined).then(() => fail(new Error('stopped')))
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    browser.once('disconnected', () => fail(new Error('The browser has ended.')))
  })

/**
 * Visits a site as visitors in four states do, and records what is seen. What was interrupted in the same folder is gone
 * on with.
 * @returns the record, with `interrupted` where it was cut short
 * @throws an UnusableInput where there is no browser; what a page does wrong is a trouble of it and ends nothing
 */
export const audit = async (options: AuditOptions): Promise<SiteRecord> => {
  const kept = await readInterrupted(options.out, options.url)
  const browser = await launch(options)
  const recording = createRecording(options, kept, browser.version())
  let isWhole = false
  const work = visitAll(browser, options, recording)
  try {
    isWhole = await Promise.race([work, stopped(browser, options.signal)])
  } catch (error) {
    // It was ended, or the browser has ended by itself: what was seen until then is worth something.
    if (browser.isConnected() && !options.signal?.aborted) throw error
  } finally {
    work.catch(() => {})
    await within(LAST, browser.close(), undefined)
  }
  return recording.end(isWhole)
}
