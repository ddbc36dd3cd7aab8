import type { Both } from '../../../tools/both'
import type { ButtonSeen, CheckboxSeen, Probes, QuestionSeen } from '../../record'
import type { Evidence } from '../../judgement'
import { ofPictures, ofTexts } from '../evidence'
import type { AuditRule, Found } from '../rule'
import type { View } from '../view'
import { listed, quoted } from '../words'

const about = (rule: Omit<AuditRule, 'check'>, check: (question: QuestionSeen, view: View) => readonly Found[]): AuditRule => ({
  ...rule,
  check: (view) => (view.probes.question ? check(view.probes.question, view) : []),
})

const found = (sl: string, en: string, evidence: readonly Evidence[], severity?: Found['severity']): Found => ({
  text: { sl, en },
  evidence,
  ...(severity && { severity }),
})

const pictures = ({ picture, pictureOnPhone }: QuestionSeen) => ofPictures(picture, pictureOnPhone)

/** Where nothing can be accepted, nothing needs to be refused: a notice. */
const asks = ({ accept }: QuestionSeen) => accept !== undefined

const noRefusal = about({ code: 'A20', severity: 'error', assertion: 'T06' }, (question) =>
  asks(question) && !question.refuse?.onFirstLayer
    ? [
        found(
          'Na prvi plasti ni gumba za zavrnitev. Postavite ga ob gumb za sprejem.',
          'There is no button to refuse on the first layer. Place it beside the one that accepts.',
          pictures(question),
        ),
      ]
    : [],
)

const buried = about({ code: 'A21', severity: 'error', assertion: 'T06' }, (question) => {
  const { pressesToAccept = 1, pressesToRefuse } = question
  if (!asks(question) || pressesToRefuse === undefined || pressesToRefuse <= pressesToAccept) return []
  return [
    found(
      `Zavrnitev zahteva več pritiskov (${pressesToRefuse}) kot sprejem (${pressesToAccept}). Zavrniti mora biti enako lahko.`,
      `Refusing takes more presses (${pressesToRefuse}) than accepting (${pressesToAccept}). It has to be as easy.`,
      pictures(question),
    ),
  ]
})

const isButton = ({ tag, role }: ButtonSeen) => tag.toLowerCase() === 'button' || role === 'button' || tag.toLowerCase() === 'input'

const noButton = about({ code: 'A23', severity: 'error', assertion: 'T06' }, (question) =>
  question.accept && question.refuse && isButton(question.accept) && !isButton(question.refuse)
    ? [
        found(
          'Sprejem je gumb, zavrnitev pa povezava ali besedilo. Oba naj bosta gumba.',
          'Accepting is a button, refusing is a link or a text. Make both of them buttons.',
          [styleOf('refuse', question.refuse), ...pictures(question)],
        ),
      ]
    : [],
)

export const styleOf = (what: string, { label, onFirstLayer, ...style }: ButtonSeen): Evidence => ({
  kind: 'style',
  what: `${what} »${label}«`,
  values: Object.fromEntries(Object.entries({ ...style, onFirstLayer }).map(([key, value]) => [key, String(value)])),
})

/** In pixels; what is less comes from rounding. */
const SAME = 2

/** Words differ in length, and buttons with them; Privolim alone promises one width. */
const isNarrower = (accept: ButtonSeen, refuse: ButtonSeen, isStrict: boolean) =>
  isStrict ? Math.abs(accept.width - refuse.width) > SAME : refuse.width < accept.width * 0.75

const differences = (accept: ButtonSeen, refuse: ButtonSeen, isStrict: boolean): Both[] => [
  ...(isNarrower(accept, refuse, isStrict) || Math.abs(accept.height - refuse.height) > SAME
    ? [{ sl: 'velikost', en: 'size' }]
    : []),
  ...(accept.fontSize !== refuse.fontSize || accept.fontWeight !== refuse.fontWeight ? [{ sl: 'pisava', en: 'font' }] : []),
  ...(accept.background !== refuse.background || accept.color !== refuse.color ? [{ sl: 'barva', en: 'colour' }] : []),
  ...(accept.border !== refuse.border ? [{ sl: 'obroba', en: 'border' }] : []),
]

const unlike = about({ code: 'A22', severity: 'warn', assertion: 'T07' }, (question, { tool }) => {
  const { accept, refuse } = question
  if (!accept || !refuse?.onFirstLayer) return []
  const all = differences(accept, refuse, tool.kind === 'privolim')
  if (!all.length) return []
  return [
    found(
      `Gumba za sprejem in zavrnitev nista enaka: ${listed(all.map(({ sl }) => sl)).sl}. Izenačite ju.`,
      `The buttons that accept and refuse are not alike: ${listed(all.map(({ en }) => en)).en}. Make them equal.`,
      [styleOf('accept', accept), styleOf('refuse', refuse), ...pictures(question)],
    ),
  ]
})

const faint = about({ code: 'A24', severity: 'error', assertion: 'T07' }, (question) => {
  const { refuse } = question
  if (!refuse || refuse.contrast >= 4.5) return []
  const { contrast } = refuse
  return [
    found(
      `Napis na gumbu za zavrnitev je slabo berljiv: kontrast je ${contrast.toFixed(1).replace('.', ',')} : 1, potrebno je vsaj 4,5 : 1.`,
      `The label of the button that refuses is hard to read: the contrast is ${contrast.toFixed(1)}:1, it has to be 4.5:1 at least.`,
      [styleOf('refuse', refuse), ...pictures(question)],
    ),
  ]
})

const outOfView = about({ code: 'A25', severity: 'warn', assertion: 'T07' }, (question) =>
  asks(question) && question.refuse?.onFirstLayer && !question.bothInViewOnPhone
    ? [
        found(
          'Na ozkem zaslonu (320 px) oba odgovora nista vidna brez drsenja.',
          'On a narrow screen (320 px) the two answers are not both visible without scrolling.',
          ofPictures(question.pictureOnPhone),
        ),
      ]
    : [],
)

const boxesOf = ({ question, settings }: Probes): CheckboxSeen[] => [...(question?.checkboxes ?? []), ...(settings?.checkboxes ?? [])]

/** A locked one is the necessary category, of which nobody decides. */
const isTicked = ({ checked, disabled, category }: CheckboxSeen) => checked && !disabled && category !== 'necessary'

const preTicked: AuditRule = {
  code: 'A26',
  severity: 'error',
  assertion: 'T08',
  check: ({ probes }) => {
    const names = quoted(boxesOf(probes).filter(isTicked).map(({ label }) => label))
    if (!names.sl) return []
    return [
      found(
        `Vnaprej označeno: ${names.sl}. Neobvezno ne sme biti označeno, dokler tega ne stori obiskovalec.`,
        `Ticked in advance: ${names.en}. Nothing optional may be ticked until the visitor does so.`,
        ofPictures(probes.question?.picture, probes.settings?.picture),
      ),
    ]
  },
}

const BLOCKED = {
  scroll: { sl: 'drsenje', en: 'scrolling' },
  inert: { sl: 'uporaba vsebine', en: 'using the content' },
  focus: { sl: 'premik fokusa', en: 'moving the focus' },
  links: { sl: 'povezave', en: 'links' },
} as const

const blocks = about({ code: 'A27', severity: 'error', assertion: 'T16' }, (question) => {
  const all = question.blocks.map((what) => BLOCKED[what])
  if (!all.length) return []
  return [
    found(
      `Dokler je vprašanje odprto, stran ni uporabna; ne deluje: ${listed(all.map(({ sl }) => sl)).sl}. Vsebina naj bo dostopna brez odgovora.`,
      `While the question is open the page cannot be used; what does not work: ${listed(all.map(({ en }) => en)).en}. Let the content be reached without an answer.`,
      pictures(question),
    ),
  ]
})

const noPolicy = about({ code: 'A28', severity: 'warn', assertion: 'T15' }, (question) =>
  asks(question) && !question.policyLink
    ? [
        found(
          'Na prvi plasti ni povezave do politike zasebnosti ali izjave o piškotkih.',
          'There is no link to the privacy policy or the cookie declaration on the first layer.',
          pictures(question),
        ),
      ]
    : [],
)

const legitimateInterest: AuditRule = {
  code: 'A29',
  severity: 'error',
  assertion: 'T10',
  check: ({ probes: { settings } }) =>
    settings?.legitimateInterest.length
      ? [
          found(
            'Nastavitve se sklicujejo na zakoniti interes. Za neobvezne piškotke ta podlaga ne velja; potrebna je privolitev.',
            'The settings invoke legitimate interest. That is no basis for optional cookies; they need consent.',
            [...ofTexts(settings.legitimateInterest), ...ofPictures(settings.picture)],
          ),
        ]
      : [],
}

/** The question, and the settings behind it. */
export const question: readonly AuditRule[] = [
  noRefusal,
  buried,
  unlike,
  noButton,
  faint,
  outOfView,
  preTicked,
  blocks,
  noPolicy,
  legitimateInterest,
]
