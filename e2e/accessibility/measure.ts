import type { Page } from '@playwright/test'

declare global {
  interface Window {
    measure: Measure
  }
}

/** What the tests measure with, in the page. */
interface Measure {
  /** What has focus, through open shadow roots. */
  focused(): HTMLElement | undefined
  /** The element and all that it stands in, through shadow roots, from the inside out. */
  around(element: Element): Element[]
  /** Background colours beneath an element, its own included, from the outside in. */
  backdrop(element: Element): string[]
  /** Contrast of what lies on top of some colours with those. */
  contrast(colour: string, backdrop: readonly string[]): number
}

/** Runs in the page. */
const bring = () => {
  const around = (element: Element): Element[] => {
    const place = element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host
    return [element, ...(place ? around(place) : [])]
  }
  const luminance = (colours: readonly string[]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
    const context = canvas.getContext('2d', { willReadFrequently: true })!
    for (const colour of ['Canvas', ...colours]) {
      context.fillStyle = colour
      context.fillRect(0, 0, 1, 1)
    }
    const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05
  }
  window.measure = {
    focused() {
      let focused = document.activeElement
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
      return focused instanceof HTMLElement && focused !== document.body ? focused : undefined
    },
    around,
    backdrop: (element) =>
      around(element)
        .map((one) => getComputedStyle(one))
        // What has no box paints nothing.
        .filter(({ display }) => display !== 'contents')
        .map(({ backgroundColor }) => backgroundColor)
        .reverse(),
    contrast(colour, backdrop) {
      const both = [luminance(backdrop), luminance([...backdrop, colour])]
      return Math.max(...both) / Math.min(...both)
    },
  }
}

export const bringMeasure = (page: Page): Promise<unknown> => page.addInitScript(bring)
