import type { Browser, Page } from 'playwright-core'
import { createDraft, type Draft } from './draft'
import type { AuditOptions } from './options'
import { probe } from './probe/probe'
import type { SiteRecord, StateName, Trouble } from './record'
import { hasOpener } from './visit/answer'
import { keepPicture, readInterrupted } from './visit/keep'
import { launch } from './visit/launch'
import { freshProfile } from './visit/profile'
import { type Reached, reachState } from './visit/reachState'
import { scout } from './visit/scout'
import { pause } from './visit/settle'
import { visitPage } from './visit/visitPage'

const STATES: readonly StateName[] = ['unanswered', 'refused', 'accepted', 'withdrawn']

/** The profiles of the states, each made when it is first needed. */
const createStates = (browser: Browser, options: AuditOptions, draft: Draft) => {
  const reached = new Map<StateName, Promise<Reached>>()
  return {
    get(name: StateName) {
      if (!reached.has(name)) reached.set(name, reachState(browser, options, draft.tool(), name))
      return reached.get(name)!
    },
    async close() {
      for (const one of reached.values()) await one.then(({ profile }) => profile.close(), () => {})
    },
  }
}

type States = ReturnType<typeof createStates>

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

const visitIn = async (browser: Browser, states: States, name: StateName, index: number, options: AuditOptions, draft: Draft): Promise<void> => {
  const { profile, way } = await states.get(name)
  const url = draft.pages()[index]!
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
  await draft.addPage(name, way, { ...page, troubles: [...ignored, ...page.troubles] })
  if (control !== undefined) await draft.addControl(url, control)
}

/** One page in all states that it was not visited in yet. */
const visitEverywhere = async (browser: Browser, states: States, index: number, options: AuditOptions, draft: Draft, isOver: () => boolean): Promise<void> => {
  for (const name of draft.states(STATES)) {
    if (isOver()) return
    if (draft.has(name, index)) continue
    draft.tell('page', draft.pages()[index]!, name)
    await visitIn(browser, states, name, index, options, draft)
    await pause(Math.max(options.waits.pause, draft.delay()))
  }
}

const visitAll = async (browser: Browser, options: AuditOptions, draft: Draft): Promise<void> => {
  const end = options.now() + options.minutes * 60_000
  const isOver = () => options.signal?.aborted === true || options.now() > end
  if (!draft.pages().length) await draft.begin(await scout(browser, options))
  const states = createStates(browser, options, draft)
  try {
    // The start page and what is tried on it come first: where time is short, these are worth most.
    await visitEverywhere(browser, states, 0, options, draft, isOver)
    await probe({ browser, options, draft, states, isOver })
    for (let index = 1; index < draft.pages().length && !isOver(); index++) await visitEverywhere(browser, states, index, options, draft, isOver)
  } finally {
    await states.close()
  }
}

/**
 * Visits a site as visitors in four states do, and records what is seen. What was interrupted in the same folder is gone
 * on with.
 */
export const audit = async (options: AuditOptions): Promise<SiteRecord> => {
  const kept = await readInterrupted(options.out, options.url)
  const browser = await launch(options)
  const draft = createDraft(options, kept, browser.version())
  // Whoever is at work on a page need not wait until that page is done.
  const stop = () => void browser.close().catch(() => {})
  options.signal?.addEventListener('abort', stop)
  try {
    await visitAll(browser, options, draft)
  } catch (error) {
    if (!options.signal?.aborted) throw error
  } finally {
    options.signal?.removeEventListener('abort', stop)
    await browser.close().catch(() => {})
  }
  return draft.end(options.signal?.aborted === true)
}
