import { NAME, readQueue, writeQueue } from './queue'

/** How long a tab may send without saying so again, in milliseconds: longer than any request is waited for. */
const LEASE = 15_000

/** How long another tab may take from reading to writing. */
const MOMENT = 50

/**
 * Sends in one tab at a time. Locks are missing on http and in old browsers, and may be refused; then a lease in the
 * queue says that a tab is sending. That tab also sends what others put into the queue meanwhile.
 */
export const alone = async (send: () => Promise<unknown>): Promise<void> => {
  try {
    await navigator.locks.request(NAME, send)
  } catch {
    const [lease, ...waiting] = readQueue()
    const left = lease - Date.now()
    // One that ends later than any could is of a clock that has been set back since.
    if (left > 0 && left <= LEASE) return
    const own = newLease()
    writeQueue(own, waiting)
    await new Promise((resolve) => setTimeout(resolve, MOMENT))
    // Of two tabs that found none, the one that wrote last has it.
    if (readQueue()[0] === own) await send()
  }
}

/** Its fraction of a millisecond tells it from any other. */
export const newLease = (): number => Date.now() + LEASE - Math.random()
