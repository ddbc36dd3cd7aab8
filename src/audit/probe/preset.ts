import { choiceIn, presetChoice } from './choiceCookie'
import { inFreshProfile, outcomeOf, visitStart } from './onStartPage'
import type { Probe, ProbeTools } from './probe'

/** Nobody who sets it by hand says how the answer was given. */
const withoutWay = (value: string) => value.replace(/\.w[a-z_-]+/, '')

const difference = (one: readonly string[], other: readonly string[]) => [...one.filter((host) => !other.includes(host)), ...other.filter((host) => !one.includes(host))]

/** What differs between an answer that was pressed and the same set by hand, on the start page. */
const compare = async (tools: ProbeTools, name: 'accepted' | 'refused'): Promise<string[] | undefined> => {
  const value = await choiceIn(tools, name)
  const pressed = tools.recording.state(name)?.pages[0]
  if (!value || !pressed) return undefined
  const preset = await inFreshProfile(tools, async (profile) => {
    await presetChoice(profile, tools.options.url, withoutWay(value))
    return visitStart(tools, profile)
  })
  return difference(outcomeOf(pressed).hosts, outcomeOf(preset).hosts)
}

/** The choice's cookie set by hand, against pressing. */
export const probePreset: Probe = async (tools) => {
  if (tools.recording.tool().kind !== 'privolim') return {}
  const found = [await compare(tools, 'accepted'), await compare(tools, 'refused')]
  if (found.every((one) => one === undefined)) return {}
  const all = [...new Set(found.flatMap((one) => one ?? []))]
  return { preset: { same: all.length === 0, difference: all } }
}
