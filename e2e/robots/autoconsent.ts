import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Frame, Page } from '@playwright/test'

// What the package is tested with itself: its content script for pages that are driven from outside.
const folder = dirname(createRequire(import.meta.url).resolve('@duckduckgo/autoconsent'))
const SCRIPT = readFileSync(join(folder, 'autoconsent.playwright.js'), 'utf8')

/** What it says of what it does; each message has more, which the tests do not need. */
interface Message {
  readonly type: string
  readonly cmp?: string
  readonly result?: boolean
  readonly id?: string
  readonly code?: string
  readonly scheduleSelfTest?: boolean
}

/**
 * Lets the published robot answer the page that is there, by one rule alone.
 * @returns all that it said, in order; complete once it has said what `last` names
 */
export const letAnswer = async (page: Page, rule: object, autoAction: 'optOut' | 'optIn', last: string): Promise<Message[]> => {
  const said: Message[] = []
  const reply = (frame: Frame, message: object) =>
    frame.evaluate((one) => (window as unknown as Record<string, (message: object) => unknown>).autoconsentReceiveMessage!(one), message)
  let end = () => {}
  const ended = new Promise<void>((done) => (end = done))
  await page.exposeBinding('autoconsentSendMessage', async ({ frame }, message: Message) => {
    said.push(message)
    if (message.type === 'init') {
      const config = { enabled: true, autoAction, disabledCmps: [], enablePrehide: true, detectRetries: 20 }
      await reply(frame, { type: 'initResp', config, rules: { autoconsent: [rule] } })
    }
    if (message.type === 'eval') await reply(frame, { type: 'evalResp', id: message.id, result: await frame.evaluate(message.code!) })
    if (message.type === 'autoconsentDone' && said.some((one) => one.scheduleSelfTest)) await reply(frame, { type: 'selfTest' })
    if (message.type === last) end()
  })
  await page.evaluate(SCRIPT)
  await ended
  return said
}
