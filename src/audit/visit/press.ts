import type { Page } from 'playwright-core'
import { lookAtQuestion, type RawQuestion } from './lookAtQuestion'
import { within } from './within'
import { type ButtonKind, buttonPatterns, POLICY_WORDS, QUESTION_WORDS } from './words'

const ASK = 5000

const asked = { patterns: buttonPatterns(), question: QUESTION_WORDS, policy: POLICY_WORDS }

/** The question that is up, in the page or in one of its frames. */
export const findQuestion = async (page: Page, press: readonly ButtonKind[] = []): Promise<RawQuestion | undefined> => {
  for (const frame of page.frames()) {
    const found = await within(ASK, frame.evaluate(lookAtQuestion, { ...asked, press }), undefined)
    if (found) return found
  }
  return undefined
}

/** All controls of a page that speak as those of a question do, wherever they stand. */
export const findControls = (page: Page, press: readonly ButtonKind[] = []): Promise<RawQuestion | undefined> =>
  within(ASK, page.evaluate(lookAtQuestion, { ...asked, press, anywhere: true }), undefined)

/** Waits until a question is up; some come late. */
export const waitForQuestion = async (page: Page, milliseconds: number): Promise<RawQuestion | undefined> => {
  const end = performance.now() + milliseconds
  for (;;) {
    const found = await findQuestion(page)
    if (found || performance.now() > end) return found
    await page.waitForTimeout(100)
  }
}

/** Waits until no question is up any more. */
const waitUntilGone = async (page: Page, milliseconds: number): Promise<boolean> => {
  const end = performance.now() + milliseconds
  for (;;) {
    if (!(await findQuestion(page))) return true
    if (performance.now() > end) return false
    await page.waitForTimeout(100)
  }
}

export type Answer = 'accept' | 'refuse'

/** An answer as a visitor gives it. */
export interface Pressed {
  readonly presses: number
  /** Labels, in the order in which they were pressed. */
  readonly labels: readonly string[]
}

const labelled = (question: RawQuestion, kinds: readonly ButtonKind[]) =>
  kinds.flatMap((kind) => question.controls.filter((one) => one.kind === kind))[0]

/** Where the first layer has no such answer, it may be in the settings: three presses are followed, as visitors would at most. */
export const pressAnswer = async (page: Page, answer: Answer, wait: number): Promise<Pressed | undefined> => {
  const wanted: readonly ButtonKind[] = answer === 'accept' ? ['accept', 'acknowledge'] : ['refuse']
  const labels: string[] = []
  for (let layer = 0; layer < 3; layer++) {
    const question = await waitForQuestion(page, wait)
    if (!question) return undefined
    // On a further layer, saving what is not ticked refuses as well.
    const kinds = answer === 'refuse' && layer > 0 ? [...wanted, 'save' as const] : wanted
    const isHere = labelled(question, kinds)
    const next = isHere ? kinds : (['settings'] as const)
    const control = labelled(question, next)
    if (!control) return undefined
    if (isHere?.kind === 'save') await untick(page)
    await findQuestion(page, next)
    labels.push(control.label)
    if (isHere) return (await waitUntilGone(page, wait)) ? { presses: labels.length, labels } : undefined
    await page.waitForTimeout(Math.min(wait, 300))
  }
  return undefined
}

/** Takes the ticks out of what may be unticked. */
const untick = (page: Page) =>
  within(
    ASK,
    page.evaluate(() => {
      const roots = [document, ...[...document.querySelectorAll('*')].flatMap((one) => one.shadowRoot ?? [])]
      const boxes = roots.flatMap((root) => [...root.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked:not(:disabled)')])
      for (const box of boxes) box.click()
    }),
    undefined,
  )
