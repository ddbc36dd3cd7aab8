import { signal } from '@preact/signals'

export const STEPS = ['stran', 'storitve', 'videz', 'preverjanje', 'prevzem'] as const
export type Step = (typeof STEPS)[number]

const stepOf = (hash: string): Step => STEPS.find((step) => `#${step}` === hash) ?? 'stran'

export const step = signal<Step>(stepOf(location.hash))

/** The focus goes to the heading of the step, so that what is new is read out, and from its beginning. */
export const focusHeading = () => {
  requestAnimationFrame(() => {
    const heading = document.getElementById('step-title')
    heading?.focus({ preventScroll: true })
    // The page may have been scrolled far down in the step before.
    if (heading && heading.getBoundingClientRect().top < 0) heading.scrollIntoView()
  })
}

/** The address says which step it is, so a step is a link like any other, and the way back in history holds. */
export const followHash = (): void =>
  addEventListener('hashchange', () => {
    const next = stepOf(location.hash)
    if (next === step.value) return
    step.value = next
    focusHeading()
  })
