import type { Page } from 'playwright-core'
import type { ButtonSeen, QuestionSeen } from '../record'
import type { RawControl, RawQuestion } from '../visit/lookAtQuestion'
import { type Answer, pressAnswer, waitForQuestion } from '../visit/press'
import { contrast, flatten, showColor } from './contrast'
import { onStartPage } from './onStartPage'
import type { Probe, ProbeTools } from './probe'
import { takePicture } from './takePicture'
import { whatIsBlocked } from './whatIsBlocked'

/** A narrow phone, in CSS pixels: 320 is what WCAG 2.2 wants pages to fit (1.4.10). */
const PHONE = { width: 320, height: 568 }

const buttonOf = ({ label, tag, role, width, height, fontSize, fontWeight, color, border, backgrounds }: RawControl): ButtonSeen => {
  const background = flatten(backgrounds)
  const text = flatten([color, background])
  return {
    label,
    tag,
    role,
    width,
    height,
    fontSize,
    fontWeight,
    color: showColor(text),
    background: showColor(background),
    // What has none is bordered by its own background.
    border: showColor(flatten([border, background])),
    contrast: contrast(text, background),
    onFirstLayer: true,
  }
}

const firstOf = ({ controls }: RawQuestion, ...kinds: readonly string[]) => kinds.flatMap((kind) => controls.filter((one) => one.kind === kind))[0]

/** Looks at the question of the start page in a fresh profile; where none comes, nothing is looked at. */
const lookIn = (tools: ProbeTools, viewport: typeof PHONE | undefined, look: (page: Page, question: RawQuestion) => Promise<void>) =>
  onStartPage(
    tools,
    async (page) => {
      const question = await waitForQuestion(page, tools.options.waits.press)
      if (question) await look(page, question)
    },
    viewport && { viewport },
  )

/** How many presses an answer takes, for somebody who knows which. */
const pressesTo = async (tools: ProbeTools, wanted: Answer): Promise<number | undefined> => {
  let presses: number | undefined
  await lookIn(tools, undefined, async (page) => {
    presses = (await pressAnswer(page, wanted, tools.options.waits.press))?.presses
  })
  return presses
}

/** The first layer, as it is on a screen and on a phone. */
export const probeQuestion: Probe = async (tools) => {
  const { options } = tools
  let seen: QuestionSeen | undefined
  await lookIn(tools, undefined, async (page, question) => {
    const [accept, refuse, settings] = [firstOf(question, 'accept', 'acknowledge'), firstOf(question, 'refuse'), firstOf(question, 'settings')]
    const picture = await takePicture(page, options.out, 'question.jpg')
    seen = {
      text: question.text,
      language: question.language,
      ...(accept && { accept: buttonOf(accept) }),
      ...(refuse && { refuse: buttonOf(refuse) }),
      ...(settings && { settings: buttonOf(settings) }),
      bothInViewOnPhone: false,
      checkboxes: question.checkboxes,
      ...(question.policyLink && { policyLink: question.policyLink }),
      blocks: await whatIsBlocked(page),
      ...(picture && { picture }),
    }
  })
  if (!seen) return {}
  await lookIn(tools, PHONE, async (page, question) => {
    const [accept, refuse] = [firstOf(question, 'accept', 'acknowledge'), firstOf(question, 'refuse')]
    const pictureOnPhone = await takePicture(page, options.out, 'question-320.jpg')
    seen = { ...seen!, bothInViewOnPhone: accept?.inView === true && refuse?.inView === true, ...(pictureOnPhone && { pictureOnPhone }) }
  })
  const pressesToAccept = await pressesTo(tools, 'accept')
  const pressesToRefuse = await pressesTo(tools, 'refuse')
  return { question: { ...seen, ...(pressesToAccept && { pressesToAccept }), ...(pressesToRefuse && { pressesToRefuse }) } }
}
