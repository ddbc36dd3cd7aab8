import type { Page } from 'playwright-core'
import type { CheckboxSeen, Outcome } from '../record'
import { findQuestion } from '../visit/press'
import { within } from '../visit/within'
import { inFreshProfile, outcomeOf, visitStart } from './onStartPage'
import type { Probe, ProbeTools } from './probe'
import { openSettings } from './settings'

/** More than these are no categories but a list of vendors. */
const MOST = 5

/** Runs in a page: ticks one of the checkboxes that can be ticked, and no other. */
const tickOnly = (wanted: string): void => {
  const deep = (root: Document | ShadowRoot): Element[] => [...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? [one, ...deep(one.shadowRoot)] : [one]))
  const all = deep(document).filter((one) => one.matches('input[type=checkbox]:not(:disabled)')) as HTMLInputElement[]
  // The services of a category follow it.
  const categories = all.filter((one) => one.hasAttribute('data-privolim-category'))
  const boxes = categories.length ? categories : all
  const textBeside = (box: HTMLInputElement) => (box.labels?.[0] ?? box.closest<HTMLElement>('label, li, fieldset'))?.innerText.replaceAll(/\s+/g, ' ').trim().slice(0, 120)
  const nameOf = (box: HTMLInputElement) => box.getAttribute('data-privolim-category') ?? box.getAttribute('aria-label') ?? (textBeside(box) || box.name || box.id)
  for (const box of boxes) if (box.checked !== (nameOf(box) === wanted)) box.click()
}

/** Saves what is ticked, and loads the page once more. */
const saveAnd = async (tools: ProbeTools, tick: (page: Page) => Promise<unknown>): Promise<Outcome | undefined> => {
  const { options } = tools
  let isSaved = false
  return inFreshProfile(tools, async (profile) => {
    await visitStart(tools, profile, {
      async act(page) {
        const seen = await openSettings(page, options.waits.press)
        if (!seen?.controls.some(({ kind }) => kind === 'save')) return
        await tick(page)
        isSaved = (await findQuestion(page, ['save']))?.isPressed === true
      },
    })
    return isSaved ? outcomeOf(await visitStart(tools, profile)) : undefined
  })
}

/** Saves the settings as they are when they are opened. */
export const probeSavedEmpty: Probe = async (tools) => {
  const savedEmpty = await saveAnd(tools, async () => {})
  return savedEmpty ? { savedEmpty } : {}
}

/** Categories that can be chosen: of Privolim its own, else what there is to be ticked. */
const choosable = (boxes: readonly CheckboxSeen[]) => {
  const free = boxes.filter(({ disabled }) => !disabled)
  const categories = free.filter(({ category }) => category && /^(functional|analytics|marketing|embeds)$/.test(category))
  return (categories.length ? categories : free).map(({ category, label }) => category ?? label)
}

/** Allows each category alone. */
export const probeAlone: Probe = async (tools) => {
  const names = choosable(tools.recording.probes().settings?.checkboxes ?? [])
  if (!names.length || names.length > MOST) return {}
  const alone = []
  for (const category of names) {
    if (tools.isOver()) break
    const outcome = await saveAnd(tools, (page) => within(3000, page.evaluate(tickOnly, category), undefined))
    if (outcome) alone.push({ category, ...outcome })
  }
  return { alone }
}
