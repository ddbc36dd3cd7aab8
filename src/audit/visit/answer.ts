import type { Page } from 'playwright-core'
import type { Waits } from '../options'
import type { StateRecord, ToolSeen } from '../record'
import { letRobot } from './autoconsent'
import { type Answer, findControls, findQuestion, pressAnswer, waitForQuestion } from './press'

type Way = StateRecord['way']

/** Answers the question of a page as a visitor would, and says how. */
export const answer = async (page: Page, tool: ToolSeen, wanted: Answer, { press, rule }: Waits): Promise<Way> => {
  if (tool.kind === 'none') return 'none'
  if (await pressAnswer(page, wanted, press)) return 'pressed'
  if (tool.kind === 'privolim') return 'failed'
  const { answered } = await letRobot(page, wanted === 'accept' ? 'optIn' : 'optOut', rule)
  return answered ? 'rule' : 'failed'
}

/**
 * Withdraws what was granted, by whatever the page offers for it.
 * @returns how many presses it took; nothing where no way was found
 */
export const withdraw = async (page: Page, wait: number): Promise<number | undefined> => {
  let presses = 0
  if (!(await findQuestion(page))) {
    // A control of the page, or one that the tool has put into a corner.
    const opened = (await pressOpener(page)) ?? (await findControls(page, ['withdraw', 'settings', 'refuse']))?.isPressed
    if (!opened) return undefined
    presses++
  }
  const question = await waitForQuestion(page, wait)
  // What has been withdrawn by that one press shows nothing more.
  if (!question) return presses
  const kinds = ['withdraw', 'refuse'] as const
  if (question.controls.some(({ kind }) => kind === 'withdraw' || kind === 'refuse')) {
    await findQuestion(page, kinds)
    return presses + 1
  }
  const pressed = await pressAnswer(page, 'refuse', wait)
  return pressed && presses + pressed.presses
}

/** Runs in a page: whether there is a control that opens the settings, and presses it where asked to. */
const openerIn = (press: boolean): boolean => {
  const own = [document, ...[...document.querySelectorAll('*')].flatMap((one) => one.shadowRoot ?? [])]
  const marked = own.flatMap((root) => [...root.querySelectorAll<HTMLElement>('[data-privolim-action=preferences], a[href="#privolim"]')])
  const words = /(?<!\p{L})(?:(?:nastavit|upravlja|uredi|spremeni|prekli|umakni|preklic)\p{L}*.{0,20}(?:pi[šs]kot|privolit|soglas|zasebnost)|(?:pi[šs]kot|privolit)\p{L}*.{0,10}nastavit|(?:cookie|privacy|consent)s? (?:settings|preferences|choices)|(?:manage|change|withdraw|revoke).{0,12}(?:cookie|consent|privacy))/iu
  const named = own.flatMap((root) => [...root.querySelectorAll<HTMLElement>('a, button, [role=button]')]).filter((one) => {
    const text = `${one.innerText ?? ''} ${one.getAttribute('aria-label') ?? ''} ${one.title}`
    return text.length < 120 && words.test(text)
  })
  const found = [...marked, ...named].find((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  if (press) found?.click()
  return found !== undefined
}

const pressOpener = async (page: Page): Promise<true | undefined> => ((await page.evaluate(openerIn, true).catch(() => false)) ? true : undefined)

/** Whether a page has a control by which an answer can be changed. */
export const hasOpener = (page: Page): Promise<boolean> => page.evaluate(openerIn, false).catch(() => false)
