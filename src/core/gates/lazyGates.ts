import type { Gate } from './attachGates'
import { FOREIGN } from './foreign'

/** Parts that few pages need, and the elements that each is fetched for. */
const WANTED = {
  elements: '[data-privolim]:not(script)',
  declaration: '[data-privolim-declaration=""]',
  watch: 'script[data-watch]',
  dialects: FOREIGN,
  unasked: '[data-privolim-notice]',
} as const

/**
 * Gates that are fetched only for pages that have something for them. Until one is there, what it would hold stays as
 * inert as its markup is.
 * @param update fetches the part of that name and lets it do what there is to do on the page
 */
export const lazyGates = (update: (name: keyof typeof WANTED) => unknown): Gate[] =>
  Object.entries(WANTED).map(([name, selector]) => ({
    selector,
    update() {
      if (document.querySelector(selector)) update(name as keyof typeof WANTED)
    },
  }))
