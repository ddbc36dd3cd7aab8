import { nothing } from './nothing'

/**
 * One truth: the stored choice. Every tab and frame hears of a new one; a page that comes back from the back/forward
 * cache, or is looked at again after a while, reads it anew.
 * @param refresh reads the stored choice
 * @returns what tells the others
 */
export const keepInStep = (refresh: () => void): (() => void) => {
  addEventListener('pageshow', refresh)
  addEventListener('visibilitychange', refresh)
  try {
    const channel = new BroadcastChannel('privolim')
    // In Firefox a message comes before the cookie that it tells of: a moment is enough, and under load a second.
    channel.addEventListener('message', () => {
      setTimeout(refresh, 9)
      setTimeout(refresh, 999)
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    return () => channel.postMessage(0)
  } catch {
    // Firefox refuses channels where it refuses cookies.
    return nothing
  }
}

/** Waits for a prerendered page to be seen: before that nothing is decided, shown or released. */
export const seen = (): Promise<unknown> =>
  new Promise((resolve) => document.addEventListener('prerenderingchange', resolve))
