import type { Page } from 'playwright-core'
import { within } from '../visit/within'
import { inFreshProfile, outcomeOf, visitStart } from './onStartPage'
import type { Probe } from './probe'

/** Runs in a page: a place that is no link, no button and no part of a question. */
const emptyPlace = (): { x: number; y: number } => {
  for (let y = 5; y < innerHeight / 2; y += 20)
    for (let x = 5; x < innerWidth; x += 40) {
      const one = document.elementFromPoint(x, y)
      if (one && !one.closest('a, button, input, select, textarea, label, summary, iframe, dialog, [role], [onclick]') && /static|relative/.test(getComputedStyle(one).position)) return { x, y }
    }
  return { x: 2, y: 2 }
}

const doNothing = async (page: Page, wait: number) => {
  await page.mouse.wheel(0, 10_000)
  await page.waitForTimeout(wait)
  await page.keyboard.press('Escape')
  const { x, y } = await within(2000, page.evaluate(emptyPlace), { x: 2, y: 2 })
  await page.mouse.click(x, y)
  await page.waitForTimeout(wait)
}

/** What visitors do who do not answer: they scroll, wait, press Escape, click somewhere, go on to other pages, and leave. */
export const probeInaction: Probe = (tools) => {
  const { recording, options } = tools
  const urls = recording.pages().slice(0, 3)
  return inFreshProfile(tools, async (profile) => {
    const first = await visitStart(tools, profile, { act: (page) => doNothing(page, options.waits.settle) })
    const others = []
    for (const url of urls.slice(1)) others.push(await visitStart(tools, profile, { url }))
    return { inaction: outcomeOf(first, ...others) }
  })
}
