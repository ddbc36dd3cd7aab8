import { allGranted } from './allGranted'
import type { Gate } from './attachGates'
import { revive } from './revive'

/** A script that does not answer is given up after this many milliseconds, so that its service goes on. */
const PATIENCE = 8000

export interface ScriptGate extends Gate {
  /** The marks of all scripts that have run on this page; what ran cannot be undone but by loading the page anew. */
  ran(): Iterable<string>
}

/** What waits, in document order. */
interface Queue extends Set<HTMLScriptElement> {
  /** Is waited for. */
  running?: HTMLScriptElement | undefined
}

/**
 * Holds `<script type="text/plain" data-privolim="…">` and runs each once, as if it had stood there unmarked.
 *
 * A queue for each mark, in document order: an inline script waits for the external ones before it, and a dead host
 * holds up its own queue alone. `async = false` could not do this: it is one list for the whole document.
 *
 * @param granted asked for each id of a mark; all must be
 * @param reject called with a marked script that cannot be held, or must not be run, as it is written
 */
export const scriptGate = (
  granted: (id: string) => boolean,
  reject: (script: HTMLScriptElement) => void,
): ScriptGate => {
  const queues = new Map<string, Queue>()
  const taken = new WeakSet<Element>()
  const fetched = new WeakSet<Element>()
  /** Marks, by mark and address. */
  const loaded = new Map<string, string>()

  const run = (mark: string, queue: Queue): void => {
    for (const marked of queue) {
      // What a page has taken out again is forgotten, and waits anew if it comes back.
      if (!marked.isConnected) queue.delete(marked)
      else if (!queue.running && allGranted(mark, granted)) {
        queue.delete(marked)
        taken.add(marked)
        start(mark, queue, marked)
      }
    }
  }

  const start = (mark: string, queue: Queue, marked: HTMLScriptElement): void => {
    if (isHarmful(marked)) return reject(marked)
    const script = revive(marked)
    taken.add(script)
    // The same file asked for twice, or again after off and on, is the same script.
    const key = mark + script.src
    if (script.src && loaded.has(key)) return
    loaded.set(key, mark)
    if (isAwaited(script)) {
      queue.running = script
      // One that answers after it was given up must not let the next but one run beside the next.
      const done = () => {
        if (queue.running !== script) return
        queue.running = undefined
        run(mark, queue)
      }
      setTimeout(done, PATIENCE)
      script.addEventListener('load', done)
      // A script that an ad blocker stopped must not stop what follows.
      script.addEventListener('error', done)
      // Itself as well: browsers fetch an inserted script after all that is preloaded, and the others wait for it.
      for (const next of [marked, ...queue]) {
        if (!fetched.has(next)) preload(next)
        fetched.add(next)
      }
    }
    marked.replaceWith(script)
  }

  return {
    selector: 'script[data-privolim]',
    take(element) {
      if (taken.has(element)) return
      const script = element as HTMLScriptElement
      const mark = script.dataset.privolim!
      if (script.type !== 'text/plain') {
        taken.add(element)
        // It has run already, so it is not to run again.
        return reject(script)
      }
      if (!queues.has(mark)) queues.set(mark, new Set())
      queues.get(mark)!.add(script)
    },
    update() {
      for (const [mark, queue] of queues) run(mark, queue)
    },
    ran: () => loaded.values(),
  }
}

/**
 * `document.write` in an inline script wipes a page that has been parsed, and a map of imports that comes after the
 * first module is an error in Firefox ESR.
 */
const isHarmful = ({ text, dataset }: HTMLScriptElement) => /document\.write/.test(text) || dataset.type === 'importmap'

/**
 * Only scripts that say when they are done can be waited for: an inline one is done when it stands there, `nomodule`
 * and data blocks fire no event (a queue that waited for them would stall), and `async` asks not to be waited for.
 */
const isAwaited = (script: HTMLScriptElement) =>
  script.src && !script.hasAttribute('async') && !script.noModule && /^$|javascript|^module$/.test(script.type)

/** Fetches beside the others what runs after them. */
const preload = (marked: HTMLScriptElement) => {
  const script = revive(marked)
  const { src: href, type, nonce, integrity, crossOrigin, referrerPolicy } = script
  const rel = type === 'module' ? 'modulepreload' : 'preload'
  const attributes = { rel, as: 'script', nonce, integrity, crossOrigin, referrerPolicy, href }
  if (isAwaited(script)) document.head.append(Object.assign(document.createElement('link'), attributes))
}
