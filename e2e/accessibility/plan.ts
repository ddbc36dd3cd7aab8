import { LANGUAGES, THEMES, type Language, type Theme } from './site.js'

/** All that a visitor may have before the eyes, in the order in which one visitor comes by it. */
export const STATES = {
  'question': 'each',
  'preferences': 'each',
  'tables': 'each',
  'draft': 'each',
  'quiet notice': 'first',
  'preferences after a choice': 'first',
  'receipt': 'each',
  'placeholder': 'first',
  'declaration': 'first',
  'way back': 'first',
  'question asked anew': 'first',
  'notice': 'first',
  'unasked': 'first',
} as const satisfies Readonly<Record<string, 'each' | 'first'>>

export type State = keyof typeof STATES

const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [320, 768, 1440] as const
const MEDIA = ['none', 'forced colours', 'more contrast', 'reduced motion'] as const

/** How a state is looked at. */
export interface Look {
  readonly language: Language
  readonly width: (typeof WIDTHS)[number]
  readonly media: (typeof MEDIA)[number]
}

/** One visitor's way through all states. */
export interface Row {
  readonly theme: Theme
  readonly scheme: (typeof SCHEMES)[number]
  /** What can be spoken in another language at a press is looked at in each of these ways, the rest in the first. */
  readonly looks: readonly [Look, Look, Look]
}

const look = (said: string): Look => {
  const [language, width, media] = said.split('/')
  return { language, width: Number(width), media: media!.replace('-', ' ') } as Look
}

const row = (theme: Theme, scheme: Row['scheme'], ...looks: [string, string, string]): Row => ({
  theme,
  scheme,
  looks: looks.map(look) as unknown as Row['looks'],
})

/**
 * The whole product would be 576 ways through. In these eight every pair of theme and language, of theme and width, of
 * theme and medium, and of scheme and language meets (in the states that can change their language), and every state
 * meets each single value; `plan.spec.ts` proves it.
 */
export const PLAN: readonly Row[] = [
  row('default', 'light', 'sl/1440/none', 'hu/320/forced-colours', 'de/768/more-contrast'),
  row('default', 'dark', 'it/320/more-contrast', 'en/768/reduced-motion', 'hr/1440/none'),
  row('obcina', 'light', 'en/768/forced-colours', 'hr/320/none', 'it/1440/more-contrast'),
  row('obcina', 'dark', 'hu/1440/reduced-motion', 'de/320/none', 'sl/768/forced-colours'),
  row('klub', 'light', 'de/320/none', 'sl/768/more-contrast', 'hu/1440/reduced-motion'),
  row('klub', 'dark', 'hr/768/forced-colours', 'it/320/none', 'en/1440/more-contrast'),
  row('papir', 'light', 'it/1440/more-contrast', 'hr/768/none', 'en/320/reduced-motion'),
  row('papir', 'dark', 'sl/320/reduced-motion', 'de/1440/forced-colours', 'hu/768/none'),
]

export interface Run extends Look, Pick<Row, 'theme' | 'scheme'> {
  readonly state: State
}

export const runsOf = ({ theme, scheme, looks }: Row): Run[] =>
  (Object.keys(STATES) as State[]).flatMap((state) =>
    (STATES[state] === 'each' ? looks : looks.slice(0, 1)).map((one) => ({ ...one, theme, scheme, state })),
  )

/** What the plan promises, as pairs of names of fields and all that they may hold. */
export const VALUES = {
  theme: THEMES,
  scheme: SCHEMES,
  language: LANGUAGES,
  width: WIDTHS,
  media: MEDIA,
} as const
