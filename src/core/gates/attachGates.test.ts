import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { attachGates } from './attachGates'

// It brings no types along.
const { JSDOM } = await vi.importActual<{
  JSDOM: new (html: string) => { window: Window & typeof globalThis }
}>('jsdom')

const MARKED = '<i class="a"></i>'

const gateFor = (selector: string) => ({ selector, take: vi.fn<(element: Element) => void>(), update: vi.fn<() => void>() })

/** An observer speaks after all else. */
const heard = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  const { window } = new JSDOM(MARKED)
  vi.stubGlobal('document', window.document)
  vi.stubGlobal('MutationObserver', window.MutationObserver)
})
afterEach(() => vi.unstubAllGlobals())

const insert = async (html: string) => {
  document.body.insertAdjacentHTML('beforeend', html)
  await heard()
}

test('what stands there is taken at once, and nothing released before the first update', async () => {
  const gate = gateFor('.a')
  const { update, scan } = attachGates([gate, { selector: '.b', update: () => {} }])
  expect(gate.take).toHaveBeenCalledTimes(1)
  await insert(MARKED)
  scan()
  expect(gate.update).not.toHaveBeenCalled()
  update()
  expect(gate.update).toHaveBeenCalledTimes(1)
  scan()
  expect(gate.update).toHaveBeenCalledTimes(2)
})

test.each([
  ['itself', MARKED],
  ['in what holds it', `<p>${MARKED}</p>`],
  ['among others', `<b></b>text<!-- -->${MARKED}`],
])('what is inserted later is taken too, %s', async (_, html) => {
  const gate = gateFor('.a')
  const { update } = attachGates([gate])
  update()
  gate.update.mockClear()
  gate.take.mockClear()
  await insert(html)
  expect(gate.take).toHaveBeenCalledTimes(2)
  expect(gate.update).toHaveBeenCalledTimes(1)
})

test('what concerns no gate is not looked at, but for very much at once', async () => {
  const [one, other] = [gateFor('.a'), gateFor('.b')]
  const { update } = attachGates([one, other])
  update()
  one.update.mockClear()
  await insert('<b></b>text<!-- -->')
  await insert('<b></b>'.repeat(99))
  expect(one.update).not.toHaveBeenCalled()
  await insert('<b></b>'.repeat(100))
  expect(one.update).toHaveBeenCalledTimes(1)
  await insert('<b class="b"></b>')
  expect(other.take).toHaveBeenCalled()
})
