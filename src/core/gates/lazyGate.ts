import type { Gate } from './attachGates'

/**
 * A gate that is fetched only for pages that have something for it. Until it is there, what it would hold stays as
 * inert as its markup is.
 * @param work fetches the part and lets it do what there is to do on the page; called anew after every change
 */
export const lazyGate = (selector: string, work: () => unknown): Gate => ({
  selector,
  take() {},
  update() {
    if (document.querySelector(selector)) work()
  },
})
