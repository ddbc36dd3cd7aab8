import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { AXE_SOURCE, TAGS } from '../support/runAxe.js'
import { bringMeasure } from './measure.js'

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>

interface Axe {
  run(context: Document, options: object): Promise<AxeResults>
}

export interface Found {
  /** What breaks a rule, and what nobody could decide: either is a line with its place and why. */
  readonly findings: string[]
  /** Rules that were asked. */
  readonly rules: string[]
  /** Rules that had something on this page to look at. */
  readonly applied: string[]
}

/**
 * Puts axe into every document of the page from now on. The package's own way puts it in anew for each run, and opens
 * another page to end it, which takes twenty times as long as the run.
 */
export const bringAxe = async (page: Page): Promise<void> => {
  await page.addInitScript(AXE_SOURCE)
  await bringMeasure(page)
}

export const axeOn = (page: Page): Promise<Found> =>
  page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: Axe }
    const host = document.querySelector('#privolim')
    /*
     * Rules that need to know what lies on what (contrast, target sizes) look from <body> down, and say of whatever
     * stands elsewhere that they cannot tell; the widget stands before <body>. So they are led past it first. Nor do
     * they know of the top layer: what is in it gets the z-index that would have the same effect.
     */
    document.createTreeWalker = (from, ...rest) => {
      const isWhole = from === document.body && host
      const walker = Document.prototype.createTreeWalker.call(document, isWhole ? document.documentElement : from, ...rest)
      if (isWhole) walker.currentNode = host
      return walker
    }
    const raised = [...(host?.shadowRoot?.querySelectorAll<HTMLElement>(':modal,:popover-open') ?? [])]
    for (const element of raised) element.style.zIndex = '2147483647'
    try {
      const results = await axe.run(document, { runOnly: tags })
      const { violations, incomplete, passes, inapplicable } = results
      const elementAt = (path: readonly unknown[]) =>
        path
          .flat(9)
          .reduce<Document | ShadowRoot | Element | null>((place, selector) => {
            const inside = place && 'shadowRoot' in place ? place.shadowRoot : place
            return (inside?.querySelector(String(selector)) as Element | null) ?? null
          }, document) as Element | null

      // By `color`, where axe goes by `-webkit-text-fill-color`, which forced colours do not reach.
      const contrastOf = (element: Element) =>
        window.measure.contrast(getComputedStyle(element).color, window.measure.backdrop(element))
      const isForced = matchMedia('(forced-colors: active)').matches
      /** Whether a contrast that axe left open, or misjudged, is enough. */
      const isEnough = (id: string, { target }: (typeof violations)[number]['nodes'][number]) => {
        const element = id === 'color-contrast' && elementAt(target)
        return !!element && contrastOf(element) >= 4.5
      }
      const lines = (kind: string, found: typeof violations) =>
        found.flatMap(({ id, nodes }) =>
          nodes
            .filter((node) => (kind === 'breaks' && !isForced) || !isEnough(id, node))
            .map(({ target, any, all, none }) => {
              const why = [...any, ...all, ...none].map(({ message }) => message).join(' ')
              return `${kind} ${id} at ${target.join(' ')}: ${why}`
            }),
        )
      // What it passed in forced colours it has judged by the same wrong colours.
      const passed = isForced ? passes.filter(({ id }) => id === 'color-contrast') : []
      return {
        findings: [...lines('breaks', [...violations, ...passed]), ...lines('is undecided on', incomplete)],
        rules: [...violations, ...incomplete, ...passes, ...inapplicable].map(({ id }) => id),
        applied: [...violations, ...incomplete, ...passes].map(({ id }) => id),
      }
    } finally {
      Reflect.deleteProperty(document, 'createTreeWalker')
      for (const element of raised) element.style.zIndex = ''
    }
  }, TAGS)
