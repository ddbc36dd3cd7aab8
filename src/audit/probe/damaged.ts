import { within } from '../visit/within'
import { choiceIn, presetChoice } from './choiceCookie'
import { inFreshProfile, visitStart } from './onStartPage'
import type { Probe } from './probe'

const DAY = 86_400

const at = (value: string, seconds: number) => value.replace(/\.t[0-9a-z]+/, `.t${Math.floor(Date.now() / 1000 + seconds).toString(36)}`)

/** What is no choice, each made from one that is. */
const damagedFrom = (whole: string): readonly string[] => [
  whole.slice(0, 12),
  whole.toUpperCase(),
  // The first category that is granted: not every site measures.
  whole.replace(/\.([fame])1/, '.$12'),
  whole.replace('1.n1', '2.n1'),
  `${whole}.`,
  at(whole, 30 * DAY),
  at(whole, -800 * DAY),
  'true',
  '%7B%22analytics%22%3Atrue%7D',
]

/** Runs in a page. */
const grantsAnything = (): boolean => {
  const { privolim } = window as { privolim?: { granted: (id: string) => boolean } }
  return ['functional', 'analytics', 'marketing', 'embeds'].some((id) => privolim?.granted(id) === true)
}

/** Damaged, old and foreign values of the choice's cookie: none may be taken for a consent. */
export const probeDamaged: Probe = async (tools) => {
  if (tools.recording.tool().kind !== 'privolim') return {}
  const whole = await choiceIn(tools, 'accepted')
  if (!whole) return {}
  const taken: string[] = []
  let tried = 0
  for (const value of damagedFrom(whole)) {
    if (tools.isOver()) break
    tried++
    await inFreshProfile(tools, async (profile) => {
      await presetChoice(profile, tools.options.url, value)
      await visitStart(tools, profile, {
        async act(page) {
          if (await within(2000, page.evaluate(grantsAnything), false)) taken.push(value)
        },
      })
    })
  }
  return { damaged: { tried, taken } }
}
