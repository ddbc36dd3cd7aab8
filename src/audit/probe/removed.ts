import type { Page } from 'playwright-core'
import { within } from '../visit/within'
import { inFreshProfile, outcomeOf, visitStart } from './onStartPage'
import type { Probe } from './probe'
import { whatIsBlocked } from './whatIsBlocked'

/** Runs in a page, as content blockers do: takes out what is known to ask. */
const takeOut = (): void => {
  const sheet = document.createElement('style')
  sheet.textContent = '#privolim { display: none !important }'
  document.head.append(sheet)
  document.querySelector('#privolim')?.remove()
}

/** The question of Privolim taken out and hidden: the page must be usable, and nothing be let in. */
export const probeRemoved: Probe = (tools) => {
  if (tools.recording.tool().kind !== 'privolim') return Promise.resolve({})
  return inFreshProfile(tools, async (profile) => {
    let usable = false
    const page = await visitStart(tools, profile, {
      async act(one: Page) {
        await within(2000, one.evaluate(takeOut), undefined)
        await one.waitForTimeout(tools.options.waits.settle)
        usable = (await whatIsBlocked(one)).length === 0
      },
    })
    return { removed: { ...outcomeOf(page), usable } }
  })
}
