import type { Probes } from '../record'
import { pause } from '../visit/settle'
import { probeAfterRefusal } from './afterRefusal'
import { probeDamaged } from './damaged'
import { probeInaction } from './inaction'
import { probeLiveTemplates } from './liveTemplates'
import { probePaint } from './paint'
import { probePreset } from './preset'
import { probePrivacyControl } from './privacyControl'
import type { Probe, ProbeTools } from './probe'
import { probeQuestion } from './question'
import { probeRemoved } from './removed'
import { probeAlone, probeSavedEmpty } from './saved'
import { probeSettings } from './settings'
import { probeViolations } from './violations'
import { probeWithdrawal } from './withdrawal'
import { probeWithoutScript } from './withoutScript'
import { probeWithoutWidget } from './withoutWidget'

/** In the order of their worth. */
const PROBES: Readonly<Record<string, Probe>> = {
  question: probeQuestion,
  settings: probeSettings,
  inaction: probeInaction,
  afterRefusal: probeAfterRefusal,
  savedEmpty: probeSavedEmpty,
  alone: probeAlone,
  withdrawal: probeWithdrawal,
  privacyControl: probePrivacyControl,
  withoutScript: probeWithoutScript,
  withoutWidget: probeWithoutWidget,
  preset: probePreset,
  removed: probeRemoved,
  violations: probeViolations,
  liveTemplates: probeLiveTemplates,
  paint: probePaint,
  damaged: probeDamaged,
}

/** One that a page foils leaves nothing behind, and the others are tried all the same. */
const attempt = async (run: Probe, tools: ProbeTools): Promise<Partial<Probes>> => {
  try {
    return await run(tools)
  } catch (error) {
    // What was broken off by whoever waits for it is tried again.
    if (tools.options.signal?.aborted || !tools.browser.isConnected()) throw error
    return {}
  }
}

/** Tries on the start page what is tried besides the four states. */
export const probeAll = async (tools: ProbeTools): Promise<void> => {
  const { recording, isOver, options } = tools
  for (const [name, run] of Object.entries(PROBES)) {
    if (isOver()) return
    if (options.probes && !options.probes.includes(name)) continue
    if (recording.hasProbed(name)) continue
    recording.tell('probe', name)
    await recording.addProbe(name, await attempt(run, tools))
    await pause(Math.max(options.waits.pause, recording.delay()))
  }
}
