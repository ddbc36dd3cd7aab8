import * as fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { scriptGate } from './scriptGate'

// It brings no types along.
const { JSDOM } = await vi.importActual<{
  JSDOM: new (html: string) => { window: Window & typeof globalThis }
}>('jsdom')

/** As the gate gives up on a script, in milliseconds. */
const PATIENCE = 8000

type Kind = 'inline' | 'external' | 'async' | 'data'

interface Placed {
  readonly mark: string
  readonly kind: Kind
}

type Step =
  | { readonly do: 'place'; readonly scripts: readonly Placed[] }
  | { readonly do: 'grant'; readonly id: string }
  | { readonly do: 'deny'; readonly id: string }
  /** One of those that are being fetched arrives, or fails to. */
  | { readonly do: 'load' | 'error'; readonly which: number }
  /** Everything that is being fetched is given up. */
  | { readonly do: 'give up' }

const MARKS = ['a', 'b', 'c', 'a b']
const KINDS: readonly Kind[] = ['inline', 'external', 'async', 'data']

const anyId = fc.constantFrom('a', 'b', 'c')

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('place' as const),
    scripts: fc.array(fc.record({ mark: fc.constantFrom(...MARKS), kind: fc.constantFrom(...KINDS) }), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({ do: fc.constant('grant' as const), id: anyId }),
  fc.record({ do: fc.constant('grant' as const), id: anyId }),
  fc.record({ do: fc.constant('deny' as const), id: anyId }),
  fc.record({ do: fc.constantFrom('load' as const, 'load' as const, 'error' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('give up' as const) }),
)

/**
 * The simple model: each mark has its scripts in document order; while all its ids are granted they start one after the
 * other, and only a script that is fetched and waited for makes the next ones wait, for its own mark alone.
 */
const createModel = () => {
  const queues = new Map<string, { name: string; kind: Kind }[]>()
  const fetching = new Map<string, string>()
  const granted = new Set<string>()
  const started: string[] = []
  const go = () => {
    for (const [mark, queue] of queues)
      while (queue.length && !fetching.has(mark) && mark.split(' ').every((id) => granted.has(id))) {
        const { name, kind } = queue.shift()!
        started.push(name)
        if (kind === 'external') fetching.set(mark, name)
      }
  }
  return {
    granted,
    fetching,
    place(name: string, { mark, kind }: Placed) {
      queues.set(mark, [...(queues.get(mark) ?? []), { name, kind }])
    },
    go,
    /** Ended scripts make way in the order in which they ended. */
    end(name: string) {
      for (const [mark, one] of fetching) if (one === name) fetching.delete(mark)
      go()
    },
    startedOf: (mark: string, all: ReadonlyMap<string, Placed>) => started.filter((name) => all.get(name)!.mark === mark),
  }
}

const { window } = new JSDOM('<head></head><body></body>')
const { head, body } = window.document
/** Those that stand in the page as themselves, in the order in which they came to do so. */
const started: string[] = []
const { replaceWith } = window.Element.prototype
window.Element.prototype.replaceWith = function (...nodes) {
  for (const node of nodes) if (typeof node !== 'string') started.push((node as Element).id)
  replaceWith.apply(this, nodes)
}

/** An empty page with a gate on it. */
const openPage = (granted: ReadonlySet<string>) => {
  for (const part of [head, body]) part.replaceChildren()
  started.length = 0
  const gate = scriptGate((one) => granted.has(one), () => {})
  return {
    gate,
    place(name: string, { mark, kind }: Placed) {
      const script = window.document.createElement('script')
      script.type = 'text/plain'
      script.id = name
      script.dataset.privolim = mark
      if (kind === 'async') script.setAttribute('async', '')
      if (kind === 'data') script.dataset.type = 'application/json'
      if (kind === 'inline') script.text = '0'
      else script.setAttribute('src', `https://tretji.example/${name}.js`)
      body.append(script)
      gate.take!(script)
    },
    fire: (name: string, event: string) => window.document.getElementById(name)!.dispatchEvent(new window.Event(event)),
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('whatever comes in whatever order, what has started is what the model says, after every step', () => {
  vi.useFakeTimers()
  vi.stubGlobal('document', window.document)
  let compared = 0
  // What fails is printed with its seed.
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 25 }), (steps) => {
      vi.clearAllTimers()
      const model = createModel()
      const page = openPage(model.granted)
      const all = new Map<string, Placed>()
      for (const one of steps) {
        if (one.do === 'place')
          for (const script of one.scripts) {
            const name = `s${all.size}`
            all.set(name, script)
            model.place(name, script)
            page.place(name, script)
          }
        else if (one.do === 'grant') model.granted.add(one.id)
        else if (one.do === 'deny') model.granted.delete(one.id)
        else {
          const fetching = [...model.fetching.values()]
          const ended = one.do === 'give up' ? fetching : fetching.slice(one.which % (fetching.length || 1)).slice(0, 1)
          if (one.do === 'give up') vi.advanceTimersByTime(PATIENCE)
          for (const name of ended) {
            if (one.do !== 'give up') page.fire(name, one.do)
            model.end(name)
          }
        }
        page.gate.update()
        model.go()
        for (const mark of MARKS)
          expect(started.filter((name) => all.get(name)!.mark === mark)).toEqual(model.startedOf(mark, all))
        compared += started.length
        // Nothing is fetched ahead of its grant.
        if (!started.length) expect(head.children).toHaveLength(0)
      }
    }),
    { numRuns: 400 },
  )
  expect(compared).toBeGreaterThan(1000)
})
