import { findQuestion } from '../visit/press'
import { within } from '../visit/within'
import { inFreshProfile, visitStart } from './onStartPage'
import type { Probe } from './probe'

interface Painted {
  readonly shift: number
  /** The largest thing that was painted is in a shadow root, or in what lies above the page. */
  readonly largest: boolean
}

/** Runs in a page: reads what the browser has noted since the beginning. */
const readPaint = async (): Promise<Painted> => {
  const entriesOf = (type: string) =>
    new Promise<PerformanceEntry[]>((done) => {
      const observer = new PerformanceObserver((list) => done(list.getEntries()))
      observer.observe({ type, buffered: true })
      setTimeout(done, 300, [])
    })
  const shifts = (await entriesOf('layout-shift')) as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]
  const paints = (await entriesOf('largest-contentful-paint')) as (PerformanceEntry & { element: Element | null })[]
  const last = paints.at(-1)
  const isAbove = (one: Element): boolean => {
    for (let each: Element | null = one; each; each = each.parentElement) if (each.id === 'privolim' || getComputedStyle(each).position === 'fixed') return true
    return false
  }
  return {
    shift: shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0),
    // What is in a shadow root is told without its element.
    largest: last !== undefined && (last.element ? isAbove(last.element) : document.querySelector('#privolim')?.shadowRoot != null),
  }
}

const NONE: Painted = { shift: 0, largest: false }

/** What the question did to the page: compared with the same page where nobody is asked any more. */
export const probePaint: Probe = async (tools) => {
  let asked: Painted | undefined
  await inFreshProfile(tools, (profile) =>
    visitStart(tools, profile, {
      async act(page) {
        if (await findQuestion(page)) asked = await within(3000, page.evaluate(readPaint), undefined)
      },
    }),
  )
  if (!asked) return {}
  const { profile } = await tools.states.get('refused')
  let without = NONE
  await visitStart(tools, profile, {
    async act(page) {
      without = await within(3000, page.evaluate(readPaint), NONE)
    },
  })
  return { paint: { shift: Math.round(Math.max(0, asked.shift - without.shift) * 10_000) / 10_000, largest: asked.largest } }
}
