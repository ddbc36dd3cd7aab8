import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { within } from './within'

/** What the robot says of what it does, of which this much is needed. */
interface Message {
  readonly type: string
  readonly cmp?: string
  readonly result?: boolean
  readonly id?: string
  readonly code?: string
  readonly state?: { readonly lifecycle?: string }
}

interface Robot {
  readonly script: string
  readonly rules: { readonly autoconsent: readonly object[] }
}

let loaded: Promise<Robot | undefined> | undefined

/** The rules by which DuckDuckGo's browsers answer, where the package is installed; without it, words must do. */
const load = (): Promise<Robot | undefined> =>
  (loaded ??= (async () => {
    try {
      const dist = dirname(createRequire(import.meta.url).resolve('@duckduckgo/autoconsent'))
      const [script, rules] = await Promise.all([
        readFile(join(dist, 'autoconsent.playwright.js'), 'utf8'),
        readFile(join(dist, '..', 'rules', 'rules.json'), 'utf8'),
      ])
      return { script, rules: JSON.parse(rules) as Robot['rules'] }
    } catch {
      return undefined
    }
  })())

export type RobotAction = 'optOut' | 'optIn' | null

export interface RobotSaid {
  /** Of the consent tool that a rule knows. */
  readonly name?: string
  /** Whether it says to have answered. */
  readonly answered: boolean
}

const ENDS: readonly string[] = ['autoconsentDone', 'autoconsentError']

/** The script does not begin where it has begun once. */
const AGAIN = 'delete window.autoconsentReceiveMessage;'

type Hear = (frame: Frame, message: Message) => Promise<void>

/** Who listens to a page now: it can be told only once where to speak to. */
const hearing = new WeakMap<Page, Hear>()

const listen = async (page: Page, hear: Hear): Promise<void> => {
  const isTold = hearing.has(page)
  hearing.set(page, hear)
  // A page that goes away in the middle of a sentence is no news.
  if (!isTold) await page.exposeBinding('autoconsentSendMessage', ({ frame }, message: Message) => hearing.get(page)?.(frame, message).catch(() => {}))
}

/**
 * Lets autoconsent's rules look at a page, and answer.
 * @param limit milliseconds until it is given up
 */
export const letRobot = async (page: Page, action: RobotAction, limit: number): Promise<RobotSaid> => {
  const robot = await load()
  if (!robot) return { answered: false }
  const said: Message[] = []
  // A frame without an address of its own holds no question, and each frame takes time.
  const frames = page.frames().filter((one) => one === page.mainFrame() || /^https?:/.test(one.url()))
  const empty = new Set<Frame>()
  let end = () => {}
  const ended = new Promise<void>((done) => (end = done))
  const reply = (frame: Frame, message: object) =>
    frame.evaluate((one) => (window as unknown as Record<string, (message: object) => unknown>).autoconsentReceiveMessage!(one), message)
  const hear: Hear = async (frame, message) => {
    said.push(message)
    if (message.type === 'init') {
      const config = { enabled: true, autoAction: action, disabledCmps: [], enablePrehide: false, enableCosmeticRules: false, detectRetries: action ? 3 : 0 }
      await reply(frame, { type: 'initResp', config, rules: robot.rules })
    }
    if (message.type === 'eval') await reply(frame, { type: 'evalResp', id: message.id, result: await frame.evaluate(message.code!) })
    // Where no frame has anything that it knows, nothing more comes.
    if (message.state?.lifecycle === 'nothingDetected') empty.add(frame)
    if (frames.every((one) => empty.has(one))) end()
    if (ENDS.includes(message.type) || (action === null && message.type === 'popupFound')) end()
  }
  await listen(page, hear)
  for (const frame of frames) await within(limit, frame.evaluate(AGAIN + robot.script), undefined)
  await within(limit, ended, undefined)
  const name = (said.find(({ type }) => type === 'popupFound') ?? said.find(({ type }) => type === 'cmpDetected'))?.cmp
  return { ...(name && { name }), answered: said.some(({ type, result }) => /^opt(Out|In)Result$/.test(type) && result === true) }
}
