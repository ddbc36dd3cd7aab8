import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { scriptGate } from './scriptGate'

// It brings no types along.
const { JSDOM } = await vi.importActual<{
  JSDOM: new (html: string) => { window: Window & typeof globalThis }
}>('jsdom')

const A = 'https://a.example/a.js'
const B = 'https://a.example/b.js'

/** A page with these scripts, its gate, and what the gate has rejected. */
const page = (html: string) => {
  const granted = new Set<string>()
  const rejected: HTMLScriptElement[] = []
  document.body.innerHTML = html
  const gate = scriptGate((id) => granted.has(id), (script) => rejected.push(script))
  const scan = () => {
    for (const script of document.querySelectorAll(gate.selector)) gate.take!(script)
    gate.update()
  }
  const grant = (...ids: string[]) => {
    for (const id of ids) granted.add(id)
    gate.update()
  }
  scan()
  return { gate, granted, rejected, scan, grant }
}

const marked = (attributes: string, text = '') => `<script type="text/plain" data-privolim="a" ${attributes}>${text}</script>`

/** What runs, or has run: an address, or a text. */
const live = () => [...document.body.querySelectorAll('script')].filter(({ type }) => type !== 'text/plain').map(({ src, text }) => src || text)

const fetchedAhead = () => [...document.head.querySelectorAll('link')].map((link) => [link.rel, link.as, link.href])

const answer = (address: string, event: 'load' | 'error') =>
  document.querySelector(`script[src="${address}"]`)!.dispatchEvent(new document.defaultView!.Event(event))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', new JSDOM('').window.document)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a marked script', () => {
  test('waits until all that it is marked with is granted, and then stands there unmarked', () => {
    const { grant } = page('<script type="text/plain" data-privolim="a b" data-other="x" id="x">1</script>')
    grant('a')
    expect(live()).toEqual([])
    grant('b')
    expect(live()).toEqual(['1'])
    const { id, type, dataset } = document.body.querySelector('script')!
    expect({ id, type, other: dataset.other }).toEqual({ id: 'x', type: '', other: 'x' })
  })

  test('is of the type that it says', () => {
    const { grant } = page(marked('data-type="module"', '1') + marked('data-type="application/json"', '2'))
    grant('a')
    expect([...document.body.querySelectorAll('script')].map(({ type }) => type)).toEqual(['module', 'application/json'])
  })

  test.each([`src="${A}"`, `data-src="${A}"`])('has its address from %s', (attribute) => {
    const { grant } = page(marked(attribute))
    grant('a')
    expect(live()).toEqual([A])
    expect(document.body.querySelector('script')!.hasAttribute('data-src')).toBe(false)
  })

  test('runs once, however often it is looked at and granted', () => {
    const { grant, granted, scan, gate } = page(marked('', '1'))
    grant('a')
    granted.delete('a')
    scan()
    grant('a')
    expect(live()).toEqual(['1'])
    expect([...gate.ran()]).toEqual(['a'])
  })

  test('is the same as another one with its address', () => {
    const { grant } = page(marked(`src="${A}" async`) + marked(`src="${A}" async`) + marked(`src="${B}" async`))
    grant('a')
    expect(live()).toEqual([A, B])
  })

  test('is forgotten where the page has taken it out', () => {
    const { grant, gate } = page(marked(`src="${A}"`) + marked('', '2'))
    document.querySelector('script')!.remove()
    grant('a')
    // Nobody waits for it.
    expect(live()).toEqual(['2'])
    expect([...gate.ran()]).toEqual(['a'])
  })

  test('that runs already is reported, once, and not run again', () => {
    const { rejected, scan, grant } = page('<script type="application/json" data-privolim="a">1</script>')
    scan()
    grant('a')
    expect(rejected).toHaveLength(1)
    expect(live()).toEqual(['1'])
  })

  test.each([
    ['', 'document.write(1)'],
    ['data-type="importmap"', '{}'],
  ])('that would do harm is reported and not run (%s)', (attribute, text) => {
    const { rejected, grant, gate } = page(marked(attribute, text))
    grant('a')
    expect(rejected).toHaveLength(1)
    expect(live()).toEqual([])
    expect([...gate.ran()]).toEqual([])
  })
})

describe('the scripts of a mark', () => {
  test.each(['load', 'error'] as const)('run one after the other, be it after a %s', (event) => {
    const { grant } = page(marked(`src="${A}"`) + marked('', '1') + marked(`src="${B}"`))
    grant('a')
    expect(live()).toEqual([A])
    answer(A, event)
    expect(live()).toEqual([A, '1', B])
  })

  test('go on without one that does not answer, and are not hurried by its answer', () => {
    const { grant } = page(marked(`src="${A}"`) + marked(`src="${B}"`) + marked('', '1'))
    grant('a')
    vi.advanceTimersByTime(7999)
    expect(live()).toEqual([A])
    vi.advanceTimersByTime(1)
    expect(live()).toEqual([A, B])
    answer(A, 'load')
    expect(live()).toEqual([A, B])
    answer(B, 'load')
    expect(live()).toEqual([A, B, '1'])
  })

  test.each(['async', 'nomodule', 'data-type="application/json"', 'data-type="x-module"', 'data-type="modules"'])(
    'do not wait for one with %s',
    (attribute) => {
      // What a browser's property says; this one has none.
      Object.defineProperty(document.defaultView!.HTMLScriptElement.prototype, 'noModule', {
        get(this: HTMLScriptElement) {
          return this.hasAttribute('nomodule')
        },
      })
      const { grant } = page(marked(`src="${A}" ${attribute}`) + marked('', '1'))
      grant('a')
      expect(live()).toContain('1')
      expect(fetchedAhead()).toEqual([])
    },
  )

  test.each(['data-type="module"', 'data-type="text/javascript"', ''])('wait for one with %s', (attribute) => {
    const { grant } = page(marked(`src="${A}" ${attribute}`) + marked('', '1'))
    grant('a')
    expect(live()).toEqual([A])
  })

  test('do not wait for those of another one', () => {
    const { grant } = page(`${marked(`src="${A}"`)}<script type="text/plain" data-privolim="b">1</script>`)
    grant('a', 'b')
    expect(live()).toEqual([A, '1'])
  })

  test('are fetched side by side, each once', () => {
    const { grant } = page(marked(`src="${A}"`) + marked(`src="${B}" data-type="module"`) + marked('', '1'))
    expect(fetchedAhead()).toEqual([])
    grant('a')
    const ahead = [['preload', 'script', A], ['modulepreload', 'script', B]]
    expect(fetchedAhead()).toEqual(ahead)
    answer(A, 'load')
    expect(fetchedAhead()).toEqual(ahead)
  })
})
