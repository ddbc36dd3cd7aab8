import type { Gate } from './attachGates'
import { revive } from './revive'

/** A script that does not answer is given up after this many milliseconds, so that its service goes on. */
const PATIENCE = 8000

interface Queue {
  readonly waiting: HTMLScriptElement[]
  running: boolean
}

/**
 * Holds `<script type="text/plain" data-privolim="…">` and runs each once, as if it had stood there unmarked.
 *
 * A queue for each mark, in document order: an inline script waits for the external ones before it, and a dead host
 * holds up its own queue alone. `async = false` could not do this: it is one list for the whole document.
 *
 * @param granted asked for each id of a mark; all must be
 */
export const scriptGate = (granted: (id: string) => boolean): Gate => {
  const queues = new Map<string, Queue>()
  const taken = new WeakSet<Element>()
  const loaded = new Set<string>()

  const mayRun = (mark: string) => mark.trim().split(/\s+/).every(granted)

  const run = (mark: string, queue: Queue): void => {
    while (!queue.running && queue.waiting.length && mayRun(mark)) {
      const marked = queue.waiting.shift()!
      const script = revive(marked)
      // The same file asked for twice, or again after off and on, is the same script.
      if (script.src && loaded.has(mark + script.src)) continue
      loaded.add(mark + script.src)
      if (isAwaited(script)) {
        queue.running = true
        const done = () => {
          clearTimeout(timer)
          queue.running = false
          run(mark, queue)
        }
        const timer = setTimeout(done, PATIENCE)
        // `error` as well: a script that an ad blocker stopped must not stop what follows.
        for (const event of ['load', 'error']) script.addEventListener(event, done, { once: true })
        queue.waiting.forEach(preload)
      }
      marked.replaceWith(script)
    }
  }

  return {
    selector: 'script[type="text/plain"][data-privolim]',
    take(element) {
      if (taken.has(element)) return
      taken.add(element)
      const mark = element.getAttribute('data-privolim')!
      let queue = queues.get(mark)
      if (!queue) queues.set(mark, (queue = { waiting: [], running: false }))
      queue.waiting.push(element as HTMLScriptElement)
    },
    update() {
      for (const [mark, queue] of queues) run(mark, queue)
    },
  }
}

/**
 * Only scripts that say when they are done can be waited for: an inline one is done when it stands there, `nomodule`
 * and data blocks fire no event (a queue that waited for them would stall), and `async` asks not to be waited for.
 */
const isAwaited = (script: HTMLScriptElement) =>
  script.src && !script.hasAttribute('async') && !script.noModule && /^$|javascript|^module$/.test(script.type)

/** Fetches beside the others what will run after them. */
const preload = (marked: HTMLScriptElement) => {
  const { src, type, noModule } = revive(marked)
  if (!src || noModule) return
  const link = document.createElement('link')
  for (const name of ['crossorigin', 'integrity'])
    if (marked.hasAttribute(name)) link.setAttribute(name, marked.getAttribute(name)!)
  link.nonce = marked.nonce
  link.rel = type === 'module' ? 'modulepreload' : 'preload'
  link.as = 'script'
  link.href = src
  document.head.append(link)
}
