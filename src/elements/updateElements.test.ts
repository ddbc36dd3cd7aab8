import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PageOptions } from '../core/parts'
import { updateElements } from './updateElements'

// It brings no types along.
const { JSDOM } = await vi.importActual<{
  JSDOM: new (html: string) => { window: Window & typeof globalThis }
}>('jsdom')

const FRAME = '<iframe data-privolim="video" data-src="https://video.example/"></iframe>'

beforeEach(() => {
  const { window } = new JSDOM(FRAME)
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', window.document)
})
afterEach(() => vi.unstubAllGlobals())

test('a frame that comes while the placeholders are being fetched is not lost to the answer of an earlier call', async () => {
  const standIn = vi.fn<(options: { held: readonly HTMLElement[] }) => void>()
  const answers: (() => void)[] = []
  const load = () => new Promise((done) => answers.push(() => done({ standIn })))
  const options = { granted: () => false, load } as unknown as PageOptions
  updateElements(options)
  document.body.insertAdjacentHTML('beforeend', FRAME)
  updateElements(options)
  // As browsers may: of two calls for one module the later is answered first.
  for (const answer of answers.toReversed()) {
    answer()
    await new Promise((done) => setTimeout(done))
  }
  expect(standIn.mock.calls.map(([{ held }]) => held.length)).toEqual([2, 2])
})

test('a frame that is being taken away is nobody else’s mistake, however often it is looked at meanwhile', async () => {
  vi.stubGlobal('HTMLIFrameElement', document.defaultView!.HTMLIFrameElement)
  const report = vi.spyOn(console, 'error').mockReturnValue()
  const task = () => new Promise((done) => setTimeout(done))
  let granted = true
  const load = async () => ({ standIn: () => {} })
  const options = { granted: () => granted, load } as unknown as PageOptions
  updateElements(options)
  await task()
  expect(document.querySelector('iframe')!.src).toBe('https://video.example/')
  granted = false
  updateElements(options)
  updateElements(options)
  await task()
  expect(document.querySelector('iframe')!.hasAttribute('src')).toBe(false)
  expect(report).not.toHaveBeenCalled()
})
